import { FRESHNESS_ORDER } from '../core/freshness.ts';
import { DANGER } from '../core/taxonomy.ts';
import type { Candidate, Now } from './candidate.ts';
import type { Entry } from './entry.ts';
import { availabilityAt, freshnessAt } from './facts-today.ts';
import type { Query } from './query.ts';

/** Nearer than this, a place counts with those of the chosen area. */
const NEAR_KM = 10;

interface Ranked {
  readonly candidate: Candidate;
  readonly keys: readonly number[];
}

/**
 * Matches in the order in which they are shown; each rule decides only where those before it are even:
 *
 * 0. crisis lines, when the text names danger: then a voice now comes before the best answer to the words;
 * 1. what answers the text best;
 * 2. crisis lines, when a `safe.*` need is chosen or named, or when no need is chosen;
 * 3. (in the ask group) lines that take anonymous calls and ask for nothing, then those that may;
 * 4. open now, then not known or by appointment, then closed;
 * 5. checked lately before checked long ago (`FRESHNESS_ORDER`);
 * 6. full services after others;
 * 7. in the chosen area or within 10 km, then farther, then without a distance; nearest first;
 * 8. local before national;
 * 9. the name, then the id.
 */
export function inOrder(
  matches: readonly Candidate[],
  { query, now, isAskGroup }: { query: Query; now: Now; isAskGroup: boolean },
): Candidate[] {
  const putsCrisisFirst = wantsCrisisFirst(query);
  const isInDanger = query.textNeeds.includes(DANGER);
  const keysOf = ({ entry, score, nearness }: Candidate): number[] => [
    isInDanger && entry.isCrisisLine ? 0 : 1,
    -score,
    putsCrisisFirst && entry.isCrisisLine ? 0 : 1,
    isAskGroup ? anonymityRank(entry) : 0,
    openRank(entry, now),
    FRESHNESS_ORDER.indexOf(freshnessAt(entry.row, now.today)),
    availabilityAt(entry.row, now.instant).value === 'full' ? 1 : 0,
    query.near === null ? 0 : nearRank(nearness),
    nearness.distanceKm ?? Number.MAX_VALUE,
    entry.isNational ? 1 : 0,
  ];
  // Entries come in the order of their names and ids, and sorting keeps it.
  return matches
    .map((candidate): Ranked => ({ candidate, keys: keysOf(candidate) }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ candidate }) => candidate);
}

function compareKeys(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < one.length; at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function wantsCrisisFirst({ needs, textNeeds }: Query): boolean {
  return needs.length === 0 || [...needs, ...textNeeds].some((need) => need.startsWith('safe.'));
}

/** Somebody who fears being reported is safest asking where no name is asked. */
function anonymityRank({ row, isCrisisLine }: Entry): number {
  const asks = row.asksFor?.some((barrier) => barrier !== 'parental-consent') ?? false;
  if (!isCrisisLine || asks || row.isAnonymous === 'no') return 2;
  return row.isAnonymous === 'yes' ? 0 : 1;
}

function openRank(entry: Entry, now: Now): number {
  const { state } = entry.openingAt(now.instant);
  if (state === 'always' || state === 'open') return 0;
  return state === 'closed' ? 2 : 1;
}

function nearRank({ isSameArea, distanceKm }: Candidate['nearness']): number {
  if (isSameArea || (distanceKm !== null && distanceKm <= NEAR_KM)) return 0;
  return distanceKm === null ? 2 : 1;
}
