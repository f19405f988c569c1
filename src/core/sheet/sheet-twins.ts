import { type Twin, type TwinReason, twinFinder, type Wanted } from '../edits/duplicates.ts';
import type { Listing } from '../schema.ts';
import type { PlacedListing } from './sheet.ts';

/** What may be the same service as a new row: a listing, or an earlier row. */
export type SheetTwin = { readonly why: readonly TwinReason[] } & (
  | { readonly listingId: string }
  | { readonly row: number }
);

/** Looks for twins of one new row after the other, among the listings and the rows before it (V5). */
export function twinsAmong(
  listings: readonly PlacedListing[],
): (added: Listing, row: number) => readonly SheetTwin[] {
  // Most sheets add nothing, and then nothing is looked for.
  let find: ReturnType<typeof twinFinder> | null = null;
  const earlier = new Map<string, number>();
  return (added, row) => {
    find ??= twinFinder(listings.map(({ listing }) => listing));
    const twins = mergedTwins(wantedOf(added).flatMap(find.look)).map(({ listingId, why }): SheetTwin => {
      const before = earlier.get(listingId);
      return before === undefined ? { listingId, why } : { row: before, why };
    });
    const id = `row ${row}`;
    earlier.set(id, row);
    find.add({ ...added, id });
    return twins;
  };
}

/** Each number and page by itself, as somebody would paste them. */
function wantedOf({ name, channels, organization, service_areas: areas }: Listing): Wanted[] {
  const numbers = channels.flatMap(({ type, value }) => {
    if (type === 'email' || type === 'web' || type === 'chat' || type === 'in-person') return [];
    return typeof value === 'string' ? value : value.code;
  });
  const pages = channels.flatMap(({ type, value }) =>
    (type === 'web' || type === 'chat') && typeof value === 'string' ? value : [],
  );
  const urls = [...pages, ...(organization.website ? [organization.website] : [])];
  // Many services are called alike in different towns.
  const names: Wanted[] = areas.length > 0 ? areas.map((area) => ({ name, area })) : [{ name }];
  return [...names, ...numbers.map((number) => ({ number })), ...urls.map((url) => ({ url }))];
}

function mergedTwins(found: readonly Twin[]): Twin[] {
  const byId = new Map<string, Set<TwinReason>>();
  for (const { listingId, why } of found)
    byId.set(listingId, new Set([...(byId.get(listingId) ?? []), ...why]));
  return [...byId]
    .map(([listingId, why]) => ({ listingId, why: [...why] }))
    .sort((one, other) => other.why.length - one.why.length);
}
