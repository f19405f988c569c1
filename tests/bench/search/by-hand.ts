import { LANGUAGE_MODES } from '../../../src/core/codes.ts';
import { distanceKm } from '../../../src/core/distance.ts';
import type { Query } from '../../../src/search/query.ts';
import type { Doc, Documents } from './documents.ts';
import { type AtMoment, Clock } from './moment.ts';
import { type Counts, HITS, type Part, type Question, type Reply } from './question.ts';

// What a careful team writes on top of a library that finds words but does not count, measure or order as we do: one
// pass over the documents, with numbers instead of words.

/** Kinds whose values a document has whatever is asked. */
const FIXED = ['needs', 'situations', 'groups', 'features', 'barriers', 'isRemote', 'isFree'] as const;
export type Misfit = 'needs' | 'languages' | 'isOpenNow' | 'near';
export const MISFITS: readonly Misfit[] = ['needs', 'languages', 'isOpenNow', 'near'];
const DISTANCES = [10, 25, 50];
const NEAR_KM = 10;
const ANY = '*';

/** A document that fits the question, or fits but for one kind of filter. */
export interface Candidate {
  readonly doc: number;
  readonly misfit: Misfit | null;
}

interface Fixed {
  /** Numbers of the values, by the order of FIXED. */
  readonly slots: readonly (readonly number[])[];
  readonly codes: readonly string[];
}

export class ByHand {
  readonly docs: readonly Doc[];
  readonly #fixed: readonly Fixed[];
  readonly #values: readonly (readonly [string, string])[];
  readonly #codes: readonly string[];
  readonly #clock: Clock;

  constructor(documents: Documents) {
    this.docs = documents.docs;
    const values = new Map<string, number>();
    this.#fixed = documents.docs.map((doc) => fixedOf(doc, values));
    this.#values = [...values.keys()].map((text) => text.split('\n') as [string, string]);
    this.#codes = documents.codes;
    this.#clock = new Clock(documents);
  }

  now(instant: number): AtMoment {
    return this.#clock.at(instant);
  }

  /** Those that fit and those that one filter keeps out, of all documents or of those that a search by words has found. */
  candidates({ query, instant }: Question, found: Iterable<number> | null): Candidate[] {
    assertSimple(query);
    const now = this.now(instant);
    const candidates: Candidate[] = [];
    const languages = query.languages.map((code) => code.toLowerCase());
    const take = (number: number) => {
      const doc = this.docs[number] as Doc;
      const misfit = misfitOf(doc, { query, languages, now });
      if (misfit !== 'two') candidates.push({ doc: number, misfit });
    };
    if (found) for (const number of found) take(number);
    else for (let number = 0; number < this.docs.length; number++) take(number);
    return candidates;
  }

  answer(
    question: Question,
    candidates: readonly Candidate[],
    scores: ReadonlyMap<number, number> | null,
  ): Reply {
    return { ...this.lists(question, candidates, scores), counts: this.counts(question, candidates) };
  }

  lists(
    { query, instant }: Question,
    candidates: readonly Candidate[],
    scores: ReadonlyMap<number, number> | null,
  ): Omit<Reply, 'counts'> {
    const now = this.now(instant);
    const matches = candidates.filter(({ misfit }) => misfit === null).map(({ doc }) => doc);
    const order = (asks: boolean, numbers: readonly number[]) =>
      inOrder(numbers, this.docs, { query, now, scores, asks });
    if (!query.isStatusSafe) return { parts: { all: this.#part(order(false, matches)) } };
    const of = (group: string) =>
      matches.filter((number) => now.groups[this.docs[number]?.claim ?? 0] === group);
    return {
      parts: {
        confirmed: this.#part(order(false, of('confirmed'))),
        ask: this.#part(order(true, of('ask'))),
        conditional: this.#part(order(false, of('conditional'))),
      },
      refused: of('refuses').length,
    };
  }

  counts(question: Question, candidates: readonly Candidate[]): Counts {
    return {
      ...this.#fixedCounts(question, candidates),
      languages: this.#languageCounts(question, candidates),
      ...this.changingCounts(question, candidates),
    };
  }

  #fixedCounts({ query, instant }: Question, candidates: readonly Candidate[]): Counts {
    const { groups } = this.now(instant);
    const columns = [new Uint32Array(this.#values.length), new Uint32Array(this.#values.length)] as const;
    for (const { doc, misfit } of candidates) {
      const column = columnOf(groups[this.docs[doc]?.claim ?? 0], query.isStatusSafe);
      if (column === null || (misfit !== null && misfit !== 'needs')) continue;
      const tally = columns[column];
      const { slots } = this.#fixed[doc] as Fixed;
      const last = misfit === null ? FIXED.length : 1;
      for (let kind = 0; kind < last; kind++)
        for (const slot of slots[kind] ?? []) tally[slot] = (tally[slot] ?? 0) + 1;
    }
    const counts: Record<string, Record<string, [number, number]>> = {};
    this.#values.forEach(([kind, value], slot) => {
      counts[kind] ??= {};
      counts[kind][value] = [columns[0][slot] ?? 0, columns[1][slot] ?? 0];
    });
    return counts;
  }

  #languageCounts({ query, instant }: Question, candidates: readonly Candidate[]): Counts[string] {
    const { groups } = this.now(instant);
    const tally = new Tally();
    for (const { doc, misfit } of candidates) {
      const column = columnOf(groups[this.docs[doc]?.claim ?? 0], query.isStatusSafe);
      if (column === null || (misfit !== null && misfit !== 'languages')) continue;
      for (const code of this.#fixed[doc]?.codes ?? []) tally.add('languages', code, column);
    }
    return this.spreadAny(tally.counts.languages ?? {}, query);
  }

  /** Of the kinds whose values depend on the question or the clock. */
  changingCounts({ query, instant }: Question, candidates: readonly Candidate[]): Counts {
    const { groups, openRanks } = this.now(instant);
    const tally = new Tally();
    const wanted = query.languages.map((code) => code.toLowerCase());
    for (const { doc: number, misfit } of candidates) {
      const doc = this.docs[number] as Doc;
      const column = columnOf(groups[doc.claim], query.isStatusSafe);
      if (column === null) continue;
      if (misfit === null || misfit === 'languages')
        for (const mode of modesFor(doc, wanted)) tally.add('languageModes', mode, column);
      const isOpen = openRanks[doc.week] === 0;
      if ((misfit === null || misfit === 'isOpenNow') && isOpen) tally.add('isOpenNow', 'true', column);
      if (query.near && (misfit === null || misfit === 'near')) {
        const away = kilometres(doc, query);
        for (const km of DISTANCES) if (away <= km) tally.add('near', String(km), column);
      }
    }
    return tally.counts;
  }

  /** An interpreter for any language is counted with each of them. */
  spreadAny(said: Counts[string], query: Query): Counts[string] {
    const [anySure, anyAsk] = said[ANY] ?? [0, 0];
    const codes = new Set([...this.#codes, ...query.languages]);
    const languages = [...codes].map((code): [string, [number, number]] => {
      const [sure, ask] = code === ANY ? [0, 0] : (said[code] ?? [0, 0]);
      return [code, [sure + anySure, ask + anyAsk]];
    });
    return Object.fromEntries(languages);
  }

  #part(numbers: readonly number[]): Part {
    return {
      total: numbers.length,
      ids: numbers.slice(0, HITS).map((number) => this.docs[number]?.id ?? ''),
    };
  }
}

/** The questions of the bench choose of these kinds and no others; an engine that ignored another would not be noticed. */
function assertSimple(query: Query): void {
  const { situations, groups, features, languageModes, barriers, textNeeds, isRemote, isFree, near } = query;
  const others = [situations, groups, features, languageModes, barriers, textNeeds].flat().length;
  if (others > 0 || isRemote || isFree || near?.areaName)
    throw new Error('bench: such a question is not asked');
}

/** Of each kind in FIXED, the values that the document has. */
export function fixedValuesOf(doc: Doc): Readonly<Record<(typeof FIXED)[number], readonly string[]>> {
  const { needs, situations, groups, features, barriers } = doc;
  const flag = (isSo: boolean) => (isSo ? ['true'] : []);
  return {
    ...{ needs, situations, groups, features, barriers },
    isRemote: flag(doc.isRemote),
    isFree: flag(doc.isFree),
  };
}

function fixedOf(doc: Doc, values: Map<string, number>): Fixed {
  const said = fixedValuesOf(doc);
  const slotOf = (kind: string, value: string) => {
    const text = `${kind}\n${value}`;
    const slot = values.get(text) ?? values.size;
    values.set(text, slot);
    return slot;
  };
  return {
    slots: FIXED.map((kind) => said[kind].map((value) => slotOf(kind, value))),
    codes: codesOf(doc),
  };
}

/** The codes it is counted with: one that is for any language is counted with that alone, and spread at the end. */
export function codesOf({ languages }: Doc): readonly string[] {
  const codes = languages.filter((_, place) => place % 2 === 0);
  return codes.includes(ANY) ? [ANY] : [...new Set(codes.flatMap(withBase))];
}

function withBase(code: string): string[] {
  return [code, code.split('-')[0] ?? code];
}

interface Asked {
  readonly query: Query;
  readonly languages: readonly string[];
  readonly now: AtMoment;
}

function misfitOf(doc: Doc, { query, languages, now }: Asked): Misfit | null | 'two' {
  let misfit: Misfit | null = null;
  if (query.needs.length > 0 && !query.needs.some((need) => doc.needs.includes(need))) misfit = 'needs';
  if (languages.length > 0 && !speaks(doc, languages)) {
    if (misfit) return 'two';
    misfit = 'languages';
  }
  if (query.isOpenNow && now.openRanks[doc.week] !== 0) {
    if (misfit) return 'two';
    misfit = 'isOpenNow';
  }
  const within = query.near?.withinKm ?? null;
  if (within !== null && kilometres(doc, query) > within) {
    if (misfit) return 'two';
    misfit = 'near';
  }
  return misfit;
}

function speaks({ languages }: Doc, wanted: readonly string[]): boolean {
  for (let at = 0; at < languages.length; at += 2) if (isOne(languages[at] ?? '', wanted)) return true;
  return false;
}

function modesFor({ languages }: Doc, wanted: readonly string[]): readonly string[] {
  return LANGUAGE_MODES.filter((mode) => {
    for (let at = 0; at < languages.length; at += 2)
      if (languages[at + 1] === mode && (wanted.length === 0 || isOne(languages[at] ?? '', wanted)))
        return true;
    return false;
  });
}

function isOne(code: string, wanted: readonly string[]): boolean {
  return (
    code === ANY ||
    wanted.some((want) => code === want || code.startsWith(`${want}-`) || want.startsWith(`${code}-`))
  );
}

export function kilometres({ points }: Doc, { near }: Query): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; near && at < points.length; at += 2) {
    const point = { latitude: points[at] ?? 0, longitude: points[at + 1] ?? 0 };
    least = Math.min(least, distanceKm(near.point, point));
  }
  return least;
}

/** Confirmed ones are sure; with the status filter off, so are all. */
export function columnOf(group: AtMoment['groups'][number] | undefined, isStatusSafe: boolean): 0 | 1 | null {
  if (!isStatusSafe || group === 'confirmed') return 0;
  return group === 'ask' ? 1 : null;
}

class Tally {
  readonly counts: Record<string, Record<string, [number, number]>> = {};

  add(kind: string, value: string, column: 0 | 1): void {
    this.counts[kind] ??= {};
    this.counts[kind][value] ??= [0, 0];
    this.counts[kind][value][column] += 1;
  }
}

interface Ordering {
  readonly query: Query;
  readonly now: AtMoment;
  readonly scores: ReadonlyMap<number, number> | null;
  readonly asks: boolean;
}

/** The rules of docs/search.md, "Order". */
function inOrder(
  numbers: readonly number[],
  docs: readonly Doc[],
  { query, now, scores, asks }: Ordering,
): number[] {
  const putsCrisisFirst = query.needs.length === 0 || query.needs.some((need) => need.startsWith('safe.'));
  const ranked = numbers.map((number) => {
    const doc = docs[number] as Doc;
    const away = kilometres(doc, query);
    const nearRank = away <= NEAR_KM ? 0 : 1;
    const ranks = [
      putsCrisisFirst && doc.isCrisisLine ? 0 : 1,
      asks ? doc.anonymity : 0,
      now.openRanks[doc.week] ?? 1,
      now.freshnessRank(doc),
      now.instant <= doc.fullUntil ? 1 : 0,
      query.near ? (away === Number.POSITIVE_INFINITY ? 2 : nearRank) : 0,
    ];
    // Every rank is a digit, so that they compare as one number.
    const rank = ranks.reduce((sum, one) => sum * 8 + one, 0);
    return { number, score: scores?.get(number) ?? 0, rank, away, national: Number(doc.isNational) };
  });
  ranked.sort(
    (one, other) =>
      other.score - one.score ||
      one.rank - other.rank ||
      (one.away === other.away ? 0 : one.away - other.away) ||
      one.national - other.national ||
      one.number - other.number,
  );
  return ranked.map(({ number }) => number);
}
