import { addTo, allOf, type Bits, without, wordsFor } from './bits.ts';
import { ANY, anyOf, baseOf, spokenIn } from './counters.ts';
import type { FactsNow } from './facts-today.ts';
import { isSameLanguage } from './languages.ts';
import { type Nearby, nearbyIn } from './nearness.ts';
import type { OpenedIndex, SearchPart } from './open-index.ts';
import type { FilterKind, Query } from './query.ts';
import { type TextScores, textScores } from './text-scores.ts';

/** A way in which a service does not fit. Languages and how they are spoken are one: each entry must fit both. */
export type Misfit = Exclude<FilterKind, 'languageModes'> | 'text';

/** The services of one pack that fit a question, and those that one filter keeps out. */
export interface Matches {
  readonly index: OpenedIndex;
  readonly facts: FactsNow;
  readonly found: Bits;
  /** For each filter that is set, those that fit all the others. */
  readonly butFor: ReadonlyMap<Misfit, Bits>;
  readonly nearby: Nearby | null;
  readonly text: TextScores | null;
}

type Filters = Map<Misfit, Bits>;

export function matchesOf({ index, shown }: SearchPart, query: Query, facts: FactsNow): Matches {
  const filters: Filters = filtersOf(index, query, facts);
  const text = textScores(index, query);
  if (text) filters.set('text', text.bits);
  const { near } = query;
  const nearby = near && nearbyIn(index, near, fitting(shown, filters).nearly);
  if (nearby && near.withinKm !== null) filters.set('near', nearby.within(near.withinKm));
  const { found, nearly } = fitting(shown, filters);
  const butFor = new Map<Misfit, Bits>();
  for (const [kind, bits] of filters) butFor.set(kind, without(nearly, bits));
  return { index, facts, found, butFor, nearby, text };
}

/** Those that fit every filter, and those that fit all but at most one. */
function fitting(shown: Bits, filters: Filters): { readonly found: Bits; readonly nearly: Bits } {
  const found = shown.slice();
  const nearly = shown.slice();
  for (const bits of filters.values()) {
    for (let at = 0; at < found.length; at++) {
      const word = bits[at] as number;
      // Who fitted everything so far may miss this one; who has missed one may not.
      (nearly[at] as number) &= word | (found[at] as number);
      (found[at] as number) &= word;
    }
  }
  return { found, nearly };
}

function filtersOf(index: OpenedIndex, query: Query, facts: FactsNow): Filters {
  const filters: Filters = new Map();
  const set = (kind: Misfit, isSet: boolean, bits: () => Bits) => {
    if (isSet) filters.set(kind, bits());
  };
  for (const kind of ['needs', 'situations', 'features'] as const) {
    set(kind, query[kind].length > 0, () => anyOf(index, kind, query[kind]));
  }
  const { groups, languages, languageModes: modes, barriers } = query;
  // Someone is all of what she chose: a service that leaves one of them out would turn her away.
  set('groups', groups.length > 0, () =>
    without(anyOf(index, 'groups', groups), anyOf(index, 'groupsExcluded', groups)),
  );
  set('languages', languages.length + modes.length > 0, () => speaking(index, languages, modes));
  set('barriers', barriers.length > 0, () => without(allOf(index.count), anyOf(index, 'asksFor', barriers)));
  for (const kind of ['isRemote', 'isFree'] as const) {
    set(kind, query[kind], () => anyOf(index, kind, ['true']));
  }
  set('isOpenNow', query.isOpenNow, () => facts.open);
  return filters;
}

/**
 * Who gives help in one of the languages, in one of the ways; an empty list asks nothing. "Any language through an
 * interpreter" is an interpreter for each of them.
 */
export function speaking(index: OpenedIndex, languages: readonly string[], modes: readonly string[]): Bits {
  if (languages.length === 0) return anyOf(index, 'languageModes', modes);
  const wanted = languages.map((code) => code.toLowerCase());
  const bits = new Uint32Array(wordsFor(index.count));
  const spoken = spokenByBase(index);
  for (const base of new Set([...wanted.map(baseOf), ANY])) {
    for (const { way, code, bits: speakers } of spoken.get(base) ?? []) {
      const isWay = modes.length === 0 || modes.includes(way);
      const isOne = code === ANY || wanted.some((one) => isSameLanguage(code, one));
      if (isWay && isOne) addTo(bits, speakers);
    }
  }
  return bits;
}

interface Spoken extends ReturnType<typeof spokenIn> {
  readonly bits: Bits;
}
const spokenOf = new WeakMap<OpenedIndex, Map<string, Spoken[]>>();

function spokenByBase(index: OpenedIndex): ReadonlyMap<string, readonly Spoken[]> {
  const known = spokenOf.get(index);
  if (known) return known;
  const byBase = new Map<string, Spoken[]>();
  for (const { code: text, bits } of index.counters.byKind.get('spoken')?.values() ?? []) {
    const { way, code } = spokenIn(text);
    byBase.set(baseOf(code), [...(byBase.get(baseOf(code)) ?? []), { way, code, bits }]);
  }
  spokenOf.set(index, byBase);
  return byBase;
}
