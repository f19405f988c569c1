import { eq } from 'drizzle-orm';
import type { Refusal } from '../../core/desk-api.ts';
import { change } from '../database/change.ts';
import { sessions } from '../database/tables.ts';
import { refusal } from '../http/refusal.ts';
import type { Desk, Session } from '../http/route.ts';
import type { Assertion } from './passkey-schemas.ts';
import { hashOfToken, newToken } from './session.ts';
import { checkAssertion, countUse } from './use-credential.ts';

/** A session of its own at each sign-in; the one that the browser had before ends (SV-4). */
export async function signIn(
  desk: Desk,
  before: Session,
  response: Assertion,
): Promise<{ readonly token: string } | Refusal> {
  const used = await checkAssertion(desk, 'sign-in', null, response);
  if (!used) return refusal('not-signed-in');
  const now = desk.now();
  return await change(desk.db, now, async (step) => {
    if (!(await countUse(step, used))) return refusal('not-signed-in');
    await step.tx.delete(sessions).where(eq(sessions.idHash, before.idHash));
    const token = newToken();
    await step.tx.insert(sessions).values({
      idHash: hashOfToken(token),
      accountId: used.accountId,
      credentialId: used.id,
      madeAt: now,
      seenAt: now,
      steppedUpAt: now,
    });
    return { token };
  });
}

/** The same device once more makes sure that it is the same person (SV-7). */
export async function stepUp(desk: Desk, session: Session, response: Assertion): Promise<Date | Refusal> {
  const used = await checkAssertion(desk, 'step-up', session.me.id, response);
  if (used?.id !== session.credentialId) return refusal('step-up');
  const now = desk.now();
  return await change(desk.db, now, async (step) => {
    if (!(await countUse(step, used))) return refusal('not-signed-in');
    await step.tx.update(sessions).set({ steppedUpAt: now }).where(eq(sessions.idHash, session.idHash));
    return now;
  });
}

export async function signOut({ db }: Desk, session: Session): Promise<void> {
  await db.delete(sessions).where(eq(sessions.idHash, session.idHash));
}
