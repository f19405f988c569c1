import type { Instant } from '../core/dates.ts';
import { factsAt } from './facts-today.ts';
import { hitOf, idAt } from './hit.ts';
import type { SearchIndex } from './open-index.ts';
import { EMPTY_QUERY, type Hit } from './query.ts';

/** The id of every listing that the index has. */
export function idsIn({ parts }: SearchIndex): string[] {
  return parts.flatMap(({ index }) =>
    Array.from({ length: index.count }, (_, listing) => idAt(index, listing)),
  );
}

/** Named listings as cards show them, in the order asked; those that no index has are left out. */
export function hitsById(
  indexes: readonly SearchIndex[],
  ids: readonly string[],
  instant: Instant,
): readonly Hit[] {
  const wanted = new Set(ids);
  const found = new Map<string, Hit>();
  for (const { index } of indexes.flatMap(({ parts }) => parts)) {
    for (let listing = 0; listing < index.count; listing++) {
      const id = idAt(index, listing);
      if (!wanted.delete(id)) continue;
      const part = { index, facts: factsAt(index, instant) };
      found.set(id, hitOf({ part, listing, distance: Number.POSITIVE_INFINITY }, EMPTY_QUERY, instant));
    }
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
