import { DANGER } from '../core/taxonomy.ts';
import { type Bits, forEachBit, hasBit } from './bits.ts';
import { compareCodePoints } from './code-points.ts';
import { STANDINGS, traitBits } from './facts-today.ts';
import { fold } from './fold.ts';
import { cardAt, idAt } from './hit.ts';
import type { Matches } from './matches.ts';
import { NEAR_KM } from './nearness.ts';
import type { Query } from './query.ts';

/** More than any text can score. */
const BEFORE_ALL = 1 << 16;

/** A match and what decides its place. */
export interface Ranked {
  readonly part: Matches;
  readonly listing: number;
  /** Less comes first, until the distance decides. */
  readonly rank: number;
  /** Infinite where there is none. */
  readonly distance: number;
  readonly national: boolean;
}

export type Sets = readonly { readonly part: Matches; readonly bits: Bits }[];

interface Order {
  readonly query: Query;
  readonly isAskGroup: boolean;
}

/**
 * The first of the matches in the order in which they are shown; each rule decides only where those before it are even:
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
export function firstOf(sets: Sets, most: number, order: Order): Ranked[] {
  if (most <= 0) return [];
  const first = sets.map(({ part, bits }) => firstOfPart(part, bits, most, order));
  return first.length === 1 ? (first[0] as Ranked[]) : first.flat().sort(compare).slice(0, most);
}

/** Keeps up to twice as many as are wanted: most matches are passed over at one comparison with the worst of the first. */
function firstOfPart(part: Matches, bits: Bits, most: number, order: Order): Ranked[] {
  const rankOf = rankingOf(part, order);
  const national = traitBits(part.index, 'national');
  let first: Ranked[] = [];
  let worst = Number.POSITIVE_INFINITY;
  forEachBit(bits, (listing) => {
    const rank = rankOf(listing);
    if (rank > worst) return;
    const distance = part.nearby?.distanceOf(listing) ?? Number.POSITIVE_INFINITY;
    first.push({ part, listing, rank, distance, national: hasBit(national, listing) });
    if (first.length < 2 * most + 100) return;
    first = first.sort(compare).slice(0, most);
    worst = first[most - 1]?.rank ?? worst;
  });
  return first.sort(compare).slice(0, most);
}

/** Rules 1 to 7 without the distance itself, as one number. */
function rankingOf(
  { index, facts, nearby, text }: Matches,
  { query: { needs, textNeeds }, isAskGroup }: Order,
): (listing: number) => number {
  const putsCrisisFirst =
    needs.length === 0 || [...needs, ...textNeeds].some((need) => need.startsWith('safe.'));
  const is = (bits: Bits | null, listing: number) => (bits !== null && hasBit(bits, listing) ? 1 : 0);
  const crisis = putsCrisisFirst ? traitBits(index, 'isCrisisLine') : null;
  const first = textNeeds.includes(DANGER) ? crisis : null;
  const anonymous = isAskGroup ? traitBits(index, 'anonymous') : null;
  const perhaps = isAskGroup ? traitBits(index, 'perhaps-anonymous') : null;
  const near = nearby?.within(NEAR_KM) ?? null;
  return (listing) => {
    const score = (text?.scores[listing] ?? 0) + BEFORE_ALL * is(first, listing);
    let rank = -2 * score - is(crisis, listing);
    rank = 3 * rank - 2 * is(anonymous, listing) - is(perhaps, listing);
    return 2 * (STANDINGS * rank + (facts.standing[listing] as number)) - is(near, listing);
  };
}

function compare(one: Ranked, other: Ranked): number {
  if (one.rank !== other.rank) return one.rank - other.rank;
  // Two that have no distance are even, and their difference is no number.
  if (one.distance !== other.distance) return one.distance < other.distance ? -1 : 1;
  if (one.national !== other.national) return one.national ? 1 : -1;
  const [mine, theirs] = [one.part.index, other.part.index];
  if (mine === theirs)
    return (mine.nameRanks[one.listing] as number) - (mine.nameRanks[other.listing] as number);
  // Names of two packs have no common order until they are read.
  const [name = '', otherName = ''] = [cardAt(mine, one.listing)[0], cardAt(theirs, other.listing)[0]];
  return (
    compareCodePoints(fold(name as string), fold(otherName as string)) ||
    compareCodePoints(idAt(mine, one.listing), idAt(theirs, other.listing))
  );
}
