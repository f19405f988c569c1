import { dayOf, type IsoDate } from '../../core/dates.ts';
import type { Listing } from '../../core/schema.ts';
import { type Change, change } from '../database/change.ts';
import type { Db } from '../database/database.ts';
import { listingPlaces, listings, listingVersions } from '../database/tables.ts';
import { placeRows } from './write-listing.ts';

/** Listings by region, and which of them are hidden: as an export holds them. */
export interface Filling {
  readonly regions: Readonly<Record<string, readonly Listing[]>>;
  readonly revoked?: readonly { readonly service_id: string; readonly from: IsoDate }[];
}

// Of a row's columns times this PostgreSQL's limit is 65,535 values in a statement.
const ROWS_AT_ONCE = 500;

/** Puts listings into a database that has none; answers how many, 0 where it had some and nothing was done. */
export async function fillFrom(db: Db, now: Date, { regions, revoked = [] }: Filling): Promise<number> {
  return await change(db, now, async (made) => {
    if (await hasListings(made.tx)) return 0;
    const hidden = new Map(revoked.map(({ service_id, from }) => [service_id, from]));
    let count = 0;
    for (const [region, all] of Object.entries(regions)) {
      const seq = await made.say({ actor: 'server', action: 'listings.fill', object: region });
      for (let from = 0; from < all.length; from += ROWS_AT_ONCE)
        await insertListings(made, { region, seq, hidden }, all.slice(from, from + ROWS_AT_ONCE));
      count += all.length;
    }
    return count;
  });
}

export async function hasListings(db: Db): Promise<boolean> {
  const [some] = await db.select({ id: listings.id }).from(listings).limit(1);
  return some !== undefined;
}

interface Into {
  readonly region: string;
  readonly seq: number;
  readonly hidden: ReadonlyMap<string, IsoDate>;
}

async function insertListings(
  { tx, now }: Change,
  { region, seq, hidden }: Into,
  some: readonly Listing[],
): Promise<void> {
  await tx.insert(listings).values(
    some.map((listing) => {
      const { locations, ...body } = listing;
      const hiddenFrom = hidden.get(listing.id);
      return {
        id: listing.id,
        region,
        version: 1,
        body,
        checkedFields: {},
        hiddenAt: hiddenFrom ? new Date(hiddenFrom) : null,
        hiddenReason: hiddenFrom ? 'hidden-before' : null,
        closedOn: isClosed(listing) ? (listing.verification.checked_on ?? dayOf(now.getTime())) : null,
        changedAt: now,
        changedSeq: seq,
      };
    }),
  );
  const places = some.flatMap(placeRows);
  if (places.length > 0) await tx.insert(listingPlaces).values(places);
  await tx
    .insert(listingVersions)
    .values(some.map(({ id }) => ({ listingId: id, version: 1, at: now, changes: [], isPurged: false })));
}

/** Gone for good: it stays findable for staff (V11). */
export function isClosed({ status, verification }: Pick<Listing, 'status' | 'verification'>): boolean {
  return status === 'defunct' || verification.state === 'closed';
}
