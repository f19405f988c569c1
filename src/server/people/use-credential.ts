import { eq } from 'drizzle-orm';
import type { Change } from '../database/change.ts';
import { accounts, credentials, sessions } from '../database/tables.ts';
import type { Desk } from '../http/route.ts';
import { burnChallenge } from './challenges.ts';
import type { Assertion } from './passkey-schemas.ts';
import { signedCount } from './passkeys.ts';

export interface UsedCredential {
  readonly id: string;
  readonly accountId: string;
  readonly counter: number;
}

/** Of a key that nobody has: an unknown credential is looked at like a known one, and the answer is the same (SV-15). */
const NOBODYS_KEY =
  'pQECAyYgASFYIOtzIJg_bZ93wuZKJ5JK7NhVLRdYnSUhprEGSVYesz1qIlggOGOxCUDpqdqWo1goguyyMc_5gUUdP59EwgRqSJ3I7ME';

/** The credential that signed this challenge for this origin, where it is somebody's and good. Takes the challenge. */
export async function checkAssertion(
  desk: Desk,
  kind: 'sign-in' | 'step-up',
  accountId: string | null,
  response: Assertion,
): Promise<UsedCredential | null> {
  const { db, now, origin } = desk;
  const challenge = await burnChallenge(db, kind, accountId, response.response.clientDataJSON, now());
  const [found] = await db
    .select({ credential: credentials, account: accounts })
    .from(credentials)
    .innerJoin(accounts, eq(accounts.id, credentials.accountId))
    .where(eq(credentials.id, response.id));
  const counter = await signedCount(
    origin,
    challenge ?? '',
    response,
    found?.credential ?? { id: response.id, publicKey: NOBODYS_KEY },
  );
  if (!found || challenge === null || counter === null) return null;
  if (found.account.state !== 'active' || found.credential.state !== 'active') return null;
  return { id: found.credential.id, accountId: found.account.id, counter };
}

/**
 * Writes down how often the device has signed. A number that went back means that there are two of it: the credential is
 * locked, its sessions end, and the log and the list of people tell coordinators (SV-3).
 */
export async function countUse({ tx, say }: Change, used: UsedCredential): Promise<boolean> {
  const [kept] = await tx.select().from(credentials).where(eq(credentials.id, used.id)).for('update');
  if (kept?.state !== 'active') return false;
  const isForward = used.counter > kept.counter || (used.counter === 0 && kept.counter === 0);
  if (isForward) {
    await tx.update(credentials).set({ counter: used.counter }).where(eq(credentials.id, used.id));
    return true;
  }
  await tx.update(credentials).set({ state: 'locked' }).where(eq(credentials.id, used.id));
  await tx.delete(sessions).where(eq(sessions.credentialId, used.id));
  await say({ actor: 'server', action: 'credential.locked', object: used.accountId });
  return false;
}
