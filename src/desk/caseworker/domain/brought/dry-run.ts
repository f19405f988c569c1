import type { ShownListing } from '../../../../core/shown-listing.ts';
import { fold } from '../../../../search/fold.ts';
import type { BroughtRow } from './brought-row.ts';
import { keysOfCell, keysOfChannels } from './phone-keys.ts';

// What a file from elsewhere would put on a shortlist, said before anything is put there. A row only finds a service that
// a signed list on this device has: nothing else of it is taken over, so nothing unverified becomes a listing (C12).

export type FoundBy = 'id' | 'phone' | 'name';
export interface FoundRow {
  readonly row: BroughtRow;
  /** Null where nothing was found. */
  readonly by: FoundBy | null;
  /** One is certain; with several a person has to choose. */
  readonly listings: readonly KnownListing[];
}

export interface DryRun {
  readonly rows: readonly FoundRow[];
  /** What would be added, in the file's order, each once. */
  readonly added: readonly string[];
  readonly alreadyThere: number;
  readonly unclear: number;
  readonly notFound: number;
}

/** As much of a listing as it is found by. */
export interface KnownListing {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly names: readonly string[];
  readonly phones: readonly string[];
}

export function knownListing(listing: ShownListing): KnownListing {
  const translated = Object.values(listing.translations).map((words) => words?.name);
  const names = [listing.name, listing.alternate_name, ...translated];
  return {
    id: listing.id,
    name: listing.name,
    language: listing.text_language,
    names: [...new Set(names.flatMap((name) => (name ? [nameKey(name)] : [])))],
    phones: [...new Set(keysOfChannels(listing.channels))],
  };
}

export interface DryRunOptions {
  readonly listings: readonly KnownListing[];
  readonly shortlist: readonly string[];
}

/** By id, else by number, else by the whole name as it is compared; where several have the number, the name decides. */
export function dryRun(brought: readonly BroughtRow[], { listings, shortlist }: DryRunOptions): DryRun {
  const byId = new Map(listings.map((one) => [one.id, one]));
  const byPhone = groupedBy(listings, ({ phones }) => phones);
  const byName = groupedBy(listings, ({ names }) => names);
  const find = (row: BroughtRow): Omit<FoundRow, 'row'> => {
    const same = byId.get(row.id.toLowerCase());
    if (same) return { by: 'id', listings: [same] };
    const name = nameKey(row.name);
    const called = name === '' ? [] : (byName.get(name) ?? []);
    const keys = keysOfCell(row.phones);
    const reached = [...new Set(keys.flatMap((key) => byPhone.get(key) ?? []))];
    if (reached.length > 1) {
      const both = reached.filter((one) => called.includes(one));
      return { by: 'phone', listings: both.length === 1 ? both : reached };
    }
    if (reached.length === 1) {
      // The number of one service under the name of another: a person has to see which is meant.
      const others = called.some((one) => reached.includes(one)) ? [] : called;
      return { by: 'phone', listings: [...reached, ...others] };
    }
    return called.length > 0 ? { by: 'name', listings: called } : { by: null, listings: [] };
  };
  const rows = brought.map((row) => ({ row, ...find(row) }));
  const certain = rows.flatMap(({ listings: found }) => (found.length === 1 ? found : []));
  const ids = [...new Set(certain.map(({ id }) => id))];
  const added = ids.filter((id) => !shortlist.includes(id));
  return {
    rows,
    added,
    alreadyThere: ids.length - added.length,
    unclear: rows.filter(({ listings: found }) => found.length > 1).length,
    notFound: rows.filter(({ by }) => by === null).length,
  };
}

function nameKey(name: string): string {
  return fold(name).replaceAll(/\s+/g, ' ').trim();
}

function groupedBy(
  listings: readonly KnownListing[],
  keysOf: (listing: KnownListing) => readonly string[],
): Map<string, KnownListing[]> {
  const groups = new Map<string, KnownListing[]>();
  for (const listing of listings)
    for (const key of keysOf(listing)) {
      const group = groups.get(key);
      if (group) group.push(listing);
      else groups.set(key, [listing]);
    }
  return groups;
}
