import { LANGUAGE_MODES } from '../core/codes.ts';
import { type Bits, both, countOf, forEachBit } from './bits.ts';
import { ANY, anyOf } from './counters.ts';
import type { Kind } from './index-format.ts';
import { type Matches, type Misfit, speaking } from './matches.ts';
import { DISTANCES } from './nearness.ts';
import { type Answer, BARRIERS, FILTER_KINDS, type FilterKind, type Query } from './query.ts';

type Numbers = Record<string, { sure: number; ask: number }>;
type Add = (kind: FilterKind, value: string, number: number) => void;

interface Asked {
  readonly query: Query;
  /** The languages to count. */
  readonly codes: readonly string[];
}

/**
 * For every kind and value, how many services there would be if it were chosen in place of what is chosen of its kind;
 * barriers add to what is chosen. A value that is absent has none.
 */
export function countsOf(parts: readonly Matches[], asked: Asked): Answer['counts'] {
  const counts = Object.fromEntries(FILTER_KINDS.map((kind) => [kind, Object.create(null) as Numbers]));
  for (const part of parts) {
    const { confirmed, ask } = part.facts.status;
    // With the status filter on, only the confirmed are sure; conditional ones and a plain no are in neither column.
    const columns = asked.query.isStatusSafe ? { sure: confirmed, ask } : { sure: null };
    for (const [column, status] of Object.entries(columns)) {
      countColumn(part, status, asked, (kind, value, number) => {
        const numbers = counts[kind] as Numbers;
        if (number === 0) return;
        numbers[value] ??= { sure: 0, ask: 0 };
        numbers[value][column as 'sure' | 'ask'] += number;
      });
    }
  }
  return counts as Answer['counts'];
}

function countColumn(part: Matches, status: Bits | null, { query, codes }: Asked, add: Add): void {
  const { index, facts, nearby, butFor } = part;
  const inColumn = (bits: Bits) => (status ? both(bits, status) : bits);
  const all = inColumn(part.found);
  const tallyOfAll = tallyOf(part, all);
  // Those that a kind's own filter keeps out would be there with another value of it.
  const more = new Map([...butFor].map(([kind, bits]) => [kind, inColumn(bits)]));
  const tallies = new Map([...more].map(([kind, bits]) => [kind, tallyOf(part, bits)]));
  const count = (kind: Misfit, bits: Bits) => {
    const others = more.get(kind);
    return countOf(all, bits) + (others ? countOf(others, bits) : 0);
  };
  const tally = (kind: Misfit, number: number) =>
    (tallyOfAll[number] as number) + (tallies.get(kind)?.[number] ?? 0);
  const { byKind } = index.counters;
  for (const kind of ['needs', 'situations', 'groups', 'features', 'isRemote', 'isFree'] as const) {
    for (const { code, number } of byKind.get(kind)?.values() ?? []) add(kind, code, tally(kind, number));
  }
  const spoken = (kind: Kind, code: string) => {
    const counter = byKind.get(kind)?.get(code);
    return counter ? tally('languages', counter.number) : 0;
  };
  const { languages, languageModes: modes } = query;
  const known = byKind.get('languages');
  for (const code of codes) {
    const lower = code.toLowerCase();
    const number =
      modes.length === 0 && known?.has(lower)
        ? spoken('languages', lower) + (lower === ANY ? 0 : spoken('languages', ANY))
        : count('languages', speaking(index, [code], modes));
    add('languages', code, number);
  }
  for (const mode of LANGUAGE_MODES) {
    const number =
      languages.length === 0
        ? spoken('languageModes', mode)
        : count('languages', speaking(index, languages, [mode]));
    add('languageModes', mode, number);
  }
  const found = countOf(all);
  for (const barrier of BARRIERS)
    add('barriers', barrier, found - countOf(all, anyOf(index, 'asksFor', [barrier])));
  add('isOpenNow', 'true', count('isOpenNow', facts.open));
  if (nearby) for (const km of DISTANCES) add('near', String(km), count('near', nearby.within(km)));
}

/** A listing has about twenty counters that are counted; a popcount of a word costs about as much as two of them. */
const COST_OF_A_LISTING = 10;

/** How many of a set each counter has. */
function tallyOf({ index: { counters } }: Matches, bits: Bits): Uint32Array {
  const { all, list, starts, tallied } = counters;
  const tally = new Uint32Array(tallied);
  if (countOf(bits) * COST_OF_A_LISTING > tallied * bits.length) {
    return tally.map((_, number) => countOf(bits, all[number]?.bits));
  }
  forEachBit(bits, (listing) => {
    const end = starts[listing + 1] as number;
    for (let at = starts[listing] as number; at < end; at++) {
      const counter = list[at] as number;
      // The others come last.
      if (counter >= tallied) break;
      (tally[counter] as number)++;
    }
  });
  return tally;
}
