import { and, eq, isNull } from 'drizzle-orm';
import type { HideReason, Refusal, StaffListing } from '../../core/desk-api.ts';
import { type Change, change } from '../database/change.ts';
import { listings, proposals } from '../database/tables.ts';
import { isRefusal, refusal } from '../http/refusal.ts';
import type { Asked, Reply, Session } from '../http/route.ts';
import { proposeOrAgree } from '../people/proposals.ts';
import { readListing } from './read-listings.ts';

type Outcome = Reply<StaffListing> | Refusal;

/** Out of every phone at the next release, by one reviewer and at once: the safe side (SV-19). */
export async function hideListing({
  desk,
  session,
  params,
  body,
}: Asked<{ reason: HideReason }>): Promise<Outcome> {
  return await change(desk.db, desk.now(), async (made) => {
    const { id, current, barred } = await sought(made, session, params.id);
    if (barred) return barred;
    if (!current.hidden) {
      const seq = await made.say({
        actor: session.me.id,
        action: 'listing.hide',
        object: id,
        detail: { reason: body.reason },
      });
      await made.tx
        .update(listings)
        .set({ hiddenAt: made.now, hiddenReason: body.reason, changedAt: made.now, changedSeq: seq })
        .where(eq(listings.id, id));
      await closeProposals(made, id);
    }
    return await answerOf(made, id);
  });
}

/** Shown again when two people said so, apart by account and by credential; the first word of it only proposes it. */
export async function unhideListing({ desk, session, params }: Asked<unknown>): Promise<Outcome> {
  return await change(desk.db, desk.now(), async (made) => {
    const { id, current, barred } = await sought(made, session, params.id);
    if (barred) return barred;
    if (!current.hidden) return await answerOf(made, id);
    const outcome = await proposeOrAgree(made, session, { kind: 'unhide', subject: id, roles: null });
    return isRefusal(outcome) ? outcome : await answerOf(made, id, outcome.state === 'done' ? 200 : 201);
  });
}

type Sought =
  | { readonly id: string; readonly current: StaffListing; readonly barred?: never }
  | { readonly id: string; readonly current: null; readonly barred: Refusal };

async function sought({ tx }: Change, { me }: Session, id = ''): Promise<Sought> {
  const current = await readListing(tx, id);
  if (!current) return { id, current: null, barred: refusal('not-found') };
  const isElsewhere = me.regions.length > 0 && !me.regions.includes(current.region);
  return isElsewhere ? { id, current: null, barred: refusal('not-allowed') } : { id, current };
}

/** What somebody proposed before it was hidden anew is no word on this time. */
async function closeProposals({ tx, now }: Change, id: string): Promise<void> {
  await tx
    .update(proposals)
    .set({ closedAt: now })
    .where(and(eq(proposals.kind, 'unhide'), eq(proposals.subject, id), isNull(proposals.closedAt)));
}

async function answerOf({ tx }: Change, id: string, status: 200 | 201 = 200): Promise<Outcome> {
  const answer = await readListing(tx, id);
  return answer ? { status, answer } : refusal('not-found');
}
