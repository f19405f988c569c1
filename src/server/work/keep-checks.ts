import { and, eq, inArray } from 'drizzle-orm';
import { dayOf } from '../../core/dates.ts';
import type { Check } from '../../core/edits/edit.ts';
import { fieldKind } from '../../core/edits/field-kind.ts';
import { fieldsOf } from '../../core/edits/fields.ts';
import { type Change, change } from '../database/change.ts';
import { checks, listings, listingVersions } from '../database/tables.ts';
import type { Asked, Reply } from '../http/route.ts';
import { readListing } from '../listings/read-listings.ts';

export interface KeptChecks {
  /** How many of them were new. */
  readonly kept: number;
}

/** Answers of the deck, each kept once however often it is sent; of a listing that is gone there is nothing to keep. */
export async function keepChecks({
  desk,
  session,
  body,
}: Asked<Check | readonly Check[]>): Promise<Reply<KeptChecks>> {
  const sent = Array.isArray(body) ? (body as readonly Check[]) : [body as Check];
  if (sent.length === 0) return { status: 200, answer: { kept: 0 } };
  return await change(desk.db, desk.now(), async (made) => {
    const fresh = await insertNew(made, session.me.id, sent);
    if (fresh.length > 0) await refresh(made, session.me.id, fresh);
    return { status: 200, answer: { kept: fresh.length } };
  });
}

async function insertNew(
  { tx, now }: Change,
  accountId: string,
  sent: readonly Check[],
): Promise<readonly Check[]> {
  const there = await tx
    .select({ id: listings.id })
    .from(listings)
    .where(
      inArray(
        listings.id,
        sent.map(({ listingId }) => listingId),
      ),
    );
  const ids = new Set(there.map(({ id }) => id));
  const gone = await fieldsGone(tx, ids);
  const known = sent.filter(({ listingId, field }) => ids.has(listingId) && !gone(listingId, field));
  if (known.length === 0) return [];
  const inserted = await tx
    .insert(checks)
    .values(known.map((one) => ({ ...one, at: notAhead(one.at, now), accountId })))
    .onConflictDoNothing()
    .returning({ id: checks.id });
  const isNew = new Set(inserted.map(({ id }) => id));
  return known.filter(({ id }) => isNew.has(id));
}

/** Of a device that was away while a place became confidential: the name of a way in may be the old address (SV-12). */
async function fieldsGone(
  tx: Change['tx'],
  ids: ReadonlySet<string>,
): Promise<(listingId: string, field: string) => boolean> {
  const purged = await tx
    .selectDistinct({ id: listingVersions.listingId })
    .from(listingVersions)
    .where(and(inArray(listingVersions.listingId, [...ids]), eq(listingVersions.isPurged, true)));
  const held = new Map<string, ReadonlyMap<string, unknown>>();
  for (const { id } of purged) {
    const now = await readListing(tx, id);
    if (now) held.set(id, fieldsOf(now.listing));
  }
  return (id, field) => field !== fieldKind(field) && held.get(id)?.has(field) === false;
}

/** A phone's clock may be wrong; what it says of a time that is still to come was not then. */
function notAhead(at: string, now: Date): Date {
  return new Date(Math.min(Date.parse(at), now.getTime()));
}

/** What is still right was checked on that day, for whoever plans what is next; survivors see only what was approved. */
async function refresh({ tx, now, say }: Change, actor: string, fresh: readonly Check[]): Promise<void> {
  const concerned = [...new Set(fresh.map(({ listingId }) => listingId))];
  const seq = await say({
    actor,
    action: 'checks.keep',
    object: 'checks',
    detail: { listings: concerned },
  });
  const right = fresh.filter(({ answer }) => answer === 'still-right');
  const rows = await tx
    .select({ id: listings.id, checkedFields: listings.checkedFields })
    .from(listings)
    .where(inArray(listings.id, concerned));
  for (const { id, checkedFields } of rows) {
    const own = right.filter(({ listingId }) => listingId === id);
    if (own.length === 0) continue;
    const days = { ...checkedFields };
    for (const { field, at } of own) {
      const day = dayOf(notAhead(at, now).getTime());
      if ((days[field] ?? '') < day) days[field] = day;
    }
    await tx
      .update(listings)
      .set({ checkedFields: days, changedAt: now, changedSeq: seq })
      .where(eq(listings.id, id));
  }
}
