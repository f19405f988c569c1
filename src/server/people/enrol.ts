import { eq } from 'drizzle-orm';
import type { Refusal } from '../../core/desk-api.ts';
import { type Change, change } from '../database/change.ts';
import { accounts, credentials, links } from '../database/tables.ts';
import { isRefusal, refusal } from '../http/refusal.ts';
import type { Desk } from '../http/route.ts';
import { burnChallenge, newChallenge } from './challenges.ts';
import { activateFirst } from './first-people.ts';
import { type Link, usableLink } from './links.ts';
import type { CreationOptions, Registration } from './passkey-schemas.ts';
import { creationOptions, madeCredential, type NewCredential } from './passkeys.ts';

/** Whether the passkey works at once, or waits for a coordinator. */
export type Enrolled = { readonly state: 'waiting' | 'active' };

export async function beginEnrolment(
  desk: Desk,
  token: string,
  cookies: string,
): Promise<CreationOptions | Refusal> {
  const now = desk.now();
  const link = await usableLink(desk.db, token, cookies, now);
  const [account] = link ? await desk.db.select().from(accounts).where(eq(accounts.id, link.accountId)) : [];
  if (!account) return refusal('link-ended');
  return creationOptions(desk.origin, await newChallenge(desk.db, 'enrol', account.id, now), account);
}

/** Keeps the passkey that was made by a one-time link. It waits until coordinators have approved it (SV-2). */
export async function enrol(
  desk: Desk,
  token: string,
  cookies: string,
  response: Registration,
): Promise<Enrolled | Refusal> {
  const now = desk.now();
  const seen = await usableLink(desk.db, token, cookies, now);
  if (!seen) return refusal('link-ended');
  const challenge = await burnChallenge(
    desk.db,
    'enrol',
    seen.accountId,
    response.response.clientDataJSON,
    now,
  );
  const made = challenge === null ? null : await madeCredential(desk.origin, challenge, response);
  if (!made) return refusal('bad-request');
  return await change(desk.db, now, async (step) => {
    // Read again behind the lock: of two at once, one comes too late.
    const link = await usableLink(step.tx, token, cookies, now);
    if (!link) return refusal('link-ended');
    if (link.kind === 'demo' && !desk.isDemo) return refusal('link-ended');
    const kept = await keep(step, link, made);
    return isRefusal(kept) ? kept : await settle(step, link);
  });
}

async function keep({ tx, now, say }: Change, link: Link, made: NewCredential): Promise<Refusal | null> {
  const [kept] = await tx
    .insert(credentials)
    .values({ ...made, accountId: link.accountId, state: 'waiting', madeAt: now })
    .onConflictDoNothing()
    .returning();
  if (!kept) return refusal('already-decided');
  await tx.update(links).set({ usedAt: now }).where(eq(links.tokenHash, link.tokenHash));
  await say({
    actor: link.accountId,
    action: 'credential.enrolled',
    object: link.accountId,
    detail: { by: link.kind },
  });
  return null;
}

async function settle(step: Change, { kind, accountId }: Link): Promise<Enrolled> {
  const { tx } = step;
  if (kind === 'demo') {
    await tx.update(credentials).set({ state: 'active' }).where(eq(credentials.accountId, accountId));
    return { state: 'active' };
  }
  // A recovery leaves the account as it is: what it has goes on working until the new passkey is approved.
  if (kind !== 'recovery')
    await tx.update(accounts).set({ state: 'waiting' }).where(eq(accounts.id, accountId));
  const isActive = kind === 'first' && (await activateFirst(step));
  return { state: isActive ? 'active' : 'waiting' };
}
