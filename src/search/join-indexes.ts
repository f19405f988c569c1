import { inNameOrder, type SearchIndex } from './open-index.ts';

export interface IndexPart {
  readonly index: SearchIndex;
  /** Only listings of these countries and of `ZZ` (people anywhere); absent is all of them. */
  readonly countries?: readonly string[] | undefined;
}

const ANYWHERE = 'ZZ';

/**
 * Several packs searched as one. A listing that is in two is taken from the earlier part; one that has been withdrawn
 * is in none (SG-7).
 */
export function joinIndexes(
  parts: readonly IndexPart[],
  withdrawn: ReadonlySet<string> = new Set(),
): SearchIndex {
  const entries = new Map<string, SearchIndex['entries'][number]>();
  for (const { index, countries } of parts) {
    for (const entry of index.entries) {
      const { id, country } = entry.row;
      const isWanted = !countries || country === ANYWHERE || countries.includes(country);
      if (isWanted && !withdrawn.has(id) && !entries.has(id)) entries.set(id, entry);
    }
  }
  return { entries: inNameOrder([...entries.values()]) };
}
