import { and, eq, ne } from 'drizzle-orm';
import type { Refusal } from '../../core/desk-api.ts';
import type { Change } from '../database/change.ts';
import { accounts, credentials, listings, sessions } from '../database/tables.ts';
import { refusal } from '../http/refusal.ts';
import type { Session } from '../http/route.ts';
import type { Wish } from './proposals.ts';

/** Does what two coordinators agree on. Nobody has a say in what concerns themselves. */
export async function carryOut(step: Change, session: Session, wish: Wish): Promise<Refusal | null> {
  switch (wish.kind) {
    case 'approve-credential':
      return await approveCredential(step, session, wish.subject);
    case 'grant-roles':
      return await setRoles(step, session, wish);
    case 'unhide':
      return await unhide(step, session, wish.subject);
  }
}

/** The new passkey is the account's only one from here on, and whoever was signed in by another is not any more. */
async function approveCredential({ tx, now }: Change, session: Session, id: string): Promise<Refusal | null> {
  const [found] = await tx
    .select({ credential: credentials, account: accounts })
    .from(credentials)
    .innerJoin(accounts, eq(accounts.id, credentials.accountId))
    .where(eq(credentials.id, id));
  if (found?.credential.state !== 'waiting') return refusal('already-decided');
  const { account } = found;
  if (account.id === session.me.id) return refusal('own-edit');
  await tx
    .update(credentials)
    .set({ state: 'removed' })
    .where(and(eq(credentials.accountId, account.id), ne(credentials.id, id)));
  await tx.update(credentials).set({ state: 'active' }).where(eq(credentials.id, id));
  await tx.delete(sessions).where(eq(sessions.accountId, account.id));
  await tx
    .update(accounts)
    .set({ state: 'active', activeSince: account.activeSince ?? now })
    .where(eq(accounts.id, account.id));
  return null;
}

/** Sessions end with a change of roles, so that nobody goes on with what they had (SV-4). */
export async function setRoles(
  { tx }: Change,
  session: Session,
  { subject, roles }: Pick<Wish, 'subject' | 'roles'>,
): Promise<Refusal | null> {
  if (subject === session.me.id) return refusal('own-edit');
  const [changed] = await tx
    .update(accounts)
    .set({ roles: [...(roles ?? [])] })
    .where(eq(accounts.id, subject))
    .returning();
  if (!changed) return refusal('not-found');
  await tx.delete(sessions).where(eq(sessions.accountId, subject));
  return null;
}

async function unhide({ tx, now, say }: Change, { me }: Session, id: string): Promise<Refusal | null> {
  const [hidden] = await tx.select().from(listings).where(eq(listings.id, id)).for('update');
  if (!hidden?.hiddenAt) return refusal('already-decided');
  const changedSeq = await say({ actor: me.id, action: 'listing.unhidden', object: id });
  await tx
    .update(listings)
    .set({ hiddenAt: null, hiddenReason: null, changedAt: now, changedSeq })
    .where(eq(listings.id, id));
  return null;
}
