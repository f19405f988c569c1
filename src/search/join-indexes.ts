import { both, clearBit, forEachBit } from './bits.ts';
import { anyOf } from './counters.ts';
import { idAt } from './hit.ts';

import type { SearchIndex, SearchPart } from './open-index.ts';

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
  const taken = new Set(withdrawn);
  const opened = parts.flatMap(({ index, countries }) => index.parts.map((part) => ({ ...part, countries })));
  const joined = opened.map(({ index, shown: own, countries }, at): SearchPart => {
    const shown = countries ? both(own, anyOf(index, 'country', [...countries, ANYWHERE])) : own.slice();
    const isLast = at === opened.length - 1;
    // Of a region that stands alone no id is read.
    if (isLast && taken.size === 0) return { index, shown };
    forEachBit(shown.slice(), (listing) => {
      const id = idAt(index, listing);
      if (taken.has(id)) clearBit(shown, listing);
      else if (!isLast) taken.add(id);
    });
    return { index, shown };
  });
  return { parts: joined };
}
