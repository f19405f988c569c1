import { and, count, eq, gt, ne, sql } from 'drizzle-orm';
import type { Me } from '../../core/desk-api.ts';
import type { Db } from '../database/database.ts';
import { accounts, edits } from '../database/tables.ts';

const DAY = 86_400_000;
const NEW_DAYS = 30;
const NEW_EDITS = 20;
const MOST_A_DAY = 20;
const MOST_RISKY_A_DAY = 5;

/** Reviewers and coordinators were made so by two people; whoever only contributes is new until both days and edits are past (SV-8). */
export async function isNewcomer(db: Db, accountId: string, now: Date): Promise<boolean> {
  const [account] = await db
    .select({ roles: accounts.roles, since: accounts.activeSince })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!account) return true;
  if (!isContributorOnly(account.roles)) return false;
  if (!account.since || now.getTime() - account.since.getTime() < NEW_DAYS * DAY) return true;
  const [approved] = await db
    .select({ edits: count() })
    .from(edits)
    .where(and(eq(edits.authorId, accountId), eq(edits.state, 'approved')));
  return (approved?.edits ?? 0) < NEW_EDITS;
}

export function isContributorOnly(roles: Me['roles']): boolean {
  return !roles.includes('reviewer') && !roles.includes('coordinator');
}

/** Whether a contributor has proposed as much as one may in a day: whoever takes over an account cannot flood the queue (SV-8). */
export async function isOverTheDay(
  db: Db,
  me: Me,
  edit: { readonly id: string; readonly isRisky: boolean },
  now: Date,
): Promise<boolean> {
  if (!isContributorOnly(me.roles)) return false;
  const [made] = await db
    .select({ all: count(), risky: sql<number>`count(*) filter (where ${edits.isRisky})`.mapWith(Number) })
    .from(edits)
    .where(
      and(eq(edits.authorId, me.id), ne(edits.id, edit.id), gt(edits.madeAt, new Date(now.getTime() - DAY))),
    );
  const { all = 0, risky = 0 } = made ?? {};
  return all >= MOST_A_DAY || (edit.isRisky && risky >= MOST_RISKY_A_DAY);
}
