import { inArray } from 'drizzle-orm';
import { dayOf } from '../../core/dates.ts';
import type { Refusal, Report } from '../../core/desk-api.ts';
import { mondayOf } from '../../core/signals.ts';
import { change } from '../database/change.ts';
import { listings, reports } from '../database/tables.ts';
import { refusal } from '../http/refusal.ts';
import type { Asked, Reply } from '../http/route.ts';

export interface KeptReports {
  readonly kept: number;
}

/** What a caseworkers' file said, by week and from nobody (settled 37): the same twice is one, so nobody can count clients. */
export async function keepReports({
  desk,
  session,
  body,
}: Asked<readonly Report[]>): Promise<Reply<KeptReports> | Refusal> {
  const today = dayOf(desk.now().getTime());
  // A Monday and no other day, which would tell more than its week.
  if (body.some(({ weekOf }) => weekOf !== mondayOf(weekOf) || weekOf > today))
    return refusal('bad-request', { detail: 'weekOf' });
  if (body.length === 0) return { status: 200, answer: { kept: 0 } };
  return await change(desk.db, desk.now(), async ({ tx, say }) => {
    const ids = body.map(({ listingId }) => listingId);
    const there = await tx.select({ id: listings.id }).from(listings).where(inArray(listings.id, ids));
    const known = body.filter(({ listingId }) => there.some(({ id }) => id === listingId));
    if (known.length === 0) return { status: 200, answer: { kept: 0 } };
    const kept = await tx
      .insert(reports)
      .values([...known])
      .onConflictDoNothing()
      .returning({ id: reports.listingId });
    if (kept.length > 0) await say({ actor: session.me.id, action: 'reports.keep', object: 'reports' });
    return { status: 200, answer: { kept: kept.length } };
  });
}
