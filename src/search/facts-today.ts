import { dayNumber, dayOf, type Instant, type IsoDate } from '../core/dates.ts';
import type { StatusGroup } from '../core/eligibility.ts';
import { FRESHNESS_ORDER, type Freshness, freshnessAfter } from '../core/freshness.ts';
import { type Bits, both, setBit, without, wordsFor } from './bits.ts';
import { type Clock, clocksIn, OPEN, ranksAt } from './clocks.ts';
import type { Trait } from './index-format.ts';
import type { OpenedIndex } from './open-index.ts';

/** What lapses, as it is at a moment. Worked out again when the moment has passed for which it holds. */
export interface FactsNow {
  readonly today: IsoDate;
  readonly status: Readonly<Record<StatusGroup, Bits>>;
  /** Whose claim is over. */
  readonly lapsed: Bits;
  readonly open: Bits;
  /** One number for how open, how lately checked and whether full, in this order; less comes first. */
  readonly standing: Uint8Array;
  readonly clocks: readonly Clock[];
}

/** How many there are of `standing`. */
export const STANDINGS = 3 * FRESHNESS_ORDER.length * 2;

interface Kept {
  readonly clocks: readonly Clock[];
  /** They hold from a moment to before another. */
  from: Instant;
  before: Instant;
  facts: FactsNow | null;
}

const MINUTE = 60_000;
const kept = new WeakMap<OpenedIndex, Kept>();

export function factsAt(index: OpenedIndex, instant: Instant): FactsNow {
  const own = kept.get(index) ?? { clocks: clocksIn(index.hoursTable), from: 0, before: 0, facts: null };
  kept.set(index, own);
  if (own.facts && own.from <= instant && instant < own.before) return own.facts;
  // Opening hours change with a minute, a day at midnight, and what was said of places lapses at its own moment.
  own.from = Math.floor(instant / MINUTE) * MINUTE;
  own.before = own.from + MINUTE;
  for (const until of index.fullsUntil) {
    if (until < instant) own.from = Math.max(own.from, until + 1);
    else own.before = Math.min(own.before, until + 1);
  }
  own.facts = factsOf(index, own.clocks, instant);
  return own.facts;
}

function factsOf(index: OpenedIndex, clocks: readonly Clock[], instant: Instant): FactsNow {
  const { count, hours, expires, checked, intervals, fulls, fullsUntil } = index;
  const today = dayOf(instant);
  const now = dayNumber(today);
  const ranks = ranksAt(clocks, instant);
  const lapsed = new Uint32Array(wordsFor(count));
  const open = new Uint32Array(wordsFor(count));
  const standing = new Uint8Array(count);
  for (let listing = 0; listing < count; listing++) {
    const lastDay = expires[listing] as number;
    if (lastDay !== 0 && now > lastDay) setBit(lapsed, listing);
    const day = checked[listing] as number;
    const freshness = freshnessAfter(day === 0 ? null : now - day, intervals[listing] as number);
    const rank = ranks[hours[listing] as number] ?? OPEN + 1;
    if (rank === OPEN) setBit(open, listing);
    standing[listing] = (rank * FRESHNESS_ORDER.length + FRESHNESS_ORDER.indexOf(freshness)) * 2;
  }
  for (let full = 0; full < fulls.length; full++) {
    if (instant <= (fullsUntil[full] as number)) (standing[fulls[full] as number] as number)++;
  }
  return { today, status: statusOf(index, lapsed), lapsed, open, standing, clocks };
}

/** A claim whose last day is over is to be asked. Unknown is never yes. */
function statusOf(index: OpenedIndex, lapsed: Bits): FactsNow['status'] {
  const is = (trait: Trait) => without(traitBits(index, trait), lapsed);
  const [confirmed, no, conditions] = [is('yes'), is('no'), is('conditional')];
  const [conditional, refuses] = [both(no, conditions), without(no, conditions)];
  const everybody = lapsed.slice().fill(0xffffffff);
  return { confirmed, conditional, refuses, ask: without(without(everybody, confirmed), no) };
}

export function traitBits({ counters, count }: OpenedIndex, trait: Trait): Bits {
  return counters.byKind.get('is')?.get(trait)?.bits ?? new Uint32Array(wordsFor(count));
}

export function freshnessOfStanding(standing: number): Freshness {
  return FRESHNESS_ORDER[(standing >>> 1) % FRESHNESS_ORDER.length] as Freshness;
}
