import { and, asc, eq, gt, or, type SQL, sql } from 'drizzle-orm';
import type { ListingsAnswer, StaffListing } from '../../core/desk-api.ts';
import type { Listing, Location } from '../../core/schema.ts';
import type { Db } from '../database/database.ts';
import { listings } from '../database/tables.ts';

const AT_ONCE = 200;

// One statement: read apart, a listing and its places could be of two versions. Drizzle would write the names without
// their table, which inside of the bracket is another one's.
const PLACES = sql<Location[]>`(
  select coalesce(jsonb_agg(one.place order by one.position), '[]'::jsonb)
  from listing_places one where one.listing_id = "listings"."id"
)`;

// Of the history and not of the log, so that a listing says it for as long as a device may have been away.
const FORGET_BEFORE = sql<number | null>`(
  select max(step.version) from listing_versions step
  where step.listing_id = "listings"."id" and step.is_purged
)`;

interface Row {
  readonly row: typeof listings.$inferSelect;
  readonly places: Location[];
  readonly forgetBefore: number | null;
}

async function rows(db: Db, where: SQL | undefined, most?: number): Promise<Row[]> {
  const found = db
    .select({ row: listings, places: PLACES, forgetBefore: FORGET_BEFORE })
    .from(listings)
    .where(where)
    .orderBy(asc(listings.changedSeq), asc(listings.id));
  return await (most === undefined ? found : found.limit(most));
}

export async function readListing(db: Db, id: string): Promise<StaffListing | null> {
  const [found] = await rows(db, eq(listings.id, id));
  return found ? staffListing(found) : null;
}

/** All of them, the one that changed last at the end, and the entry of the log of that change. */
export async function readDirectory(
  db: Db,
): Promise<{ readonly all: readonly StaffListing[]; readonly seq: number }> {
  const found = await rows(db, undefined);
  return { all: found.map(staffListing), seq: found.at(-1)?.row.changedSeq ?? 0 };
}

/** What changed after the cursor, oldest first; the whole directory for an empty one. Null: it is no cursor of ours. */
export async function readListingsAfter(db: Db, cursor: string): Promise<ListingsAnswer | null> {
  const after = readCursor(cursor);
  if (after === null) return null;
  const { seq, id } = after;
  const isLater = id
    ? or(gt(listings.changedSeq, seq), and(eq(listings.changedSeq, seq), gt(listings.id, id)))
    : gt(listings.changedSeq, seq);
  const found = await rows(db, isLater, AT_ONCE + 1);
  const page = found.slice(0, AT_ONCE);
  const last = page.at(-1)?.row;
  return {
    listings: page.map(staffListing),
    cursor: last ? `${last.changedSeq}.${last.id}` : cursor,
    more: found.length > AT_ONCE,
  };
}

function readCursor(cursor: string): { seq: number; id: string | null } | null {
  if (cursor === '') return { seq: 0, id: null };
  const [, seq, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  return seq === undefined || id === undefined ? null : { seq: Number(seq), id };
}

function staffListing({ row, places, forgetBefore }: Row): StaffListing {
  const { region, version, body, hiddenAt, hiddenReason, closedOn, changedAt, checkedFields } = row;
  return {
    region,
    version,
    listing: { ...body, locations: places } as Listing,
    hidden: hiddenAt ? { at: hiddenAt.toISOString(), reason: hiddenReason ?? '' } : null,
    closedOn,
    changedAt: changedAt.toISOString(),
    checkedFields,
    forgetBefore,
  };
}
