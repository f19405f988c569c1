import { createRandom, type Random } from '../../../src/cli/sample-city/random.ts';
import type { ShownListing } from '../../../src/core/shown-listing.ts';
import { NEEDS } from '../../../src/core/taxonomy.ts';
import { EMPTY_QUERY, type Query } from '../../../src/search/query.ts';
import { CITIES, LANGUAGES } from './directory.ts';
import { isFindable } from './documents.ts';
import { CLASSES, type QueryClass, type Question } from './question.ts';

/** A Wednesday morning in London, a day after the last check of the made-up services. */
export const NOW = Date.parse('2026-11-25T10:30:00Z');
const A_CLASS = 20;
const WITHIN_KM = 25;
const LEAST_LETTERS = 6;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export type Questions = Readonly<Record<QueryClass, readonly Question[]>>;

/** The same questions for the same listings and seed. Each text is made of the words of one of the listings. */
export function questionsFor(listings: readonly ShownListing[], seed: number): Questions {
  const random = createRandom(seed ^ 0x51ed);
  const findable = listings.filter(isFindable);
  const make: Readonly<Record<QueryClass, () => Partial<Query>>> = {
    f: () => ({ ...filters(random), ...near(random, WITHIN_KM) }),
    w: () => ({ ...filters(random), ...near(random, null) }),
    t: () => wordsOf(random.pick(findable), random, true),
    x: () => wordsOf(random.pick(findable), random, false),
  };
  const ask = (kind: QueryClass) =>
    Array.from({ length: A_CLASS }, () => ({ query: { ...EMPTY_QUERY, ...make[kind]() }, instant: NOW }));
  return Object.fromEntries(CLASSES.map((kind) => [kind, ask(kind)])) as unknown as Questions;
}

/** The same question with the status filter on. */
export function withStatus({ query, instant }: Question): Question {
  return { query: { ...query, isStatusSafe: true }, instant };
}

function filters(random: Random): Partial<Query> {
  return { needs: random.some(NEEDS, 2), languages: [random.pick(LANGUAGES)], isOpenNow: true };
}

/** Within some kilometres of a city's middle. */
function near(random: Random, withinKm: number | null): Pick<Query, 'near'> {
  const { latitude, longitude } = random.pick(CITIES);
  const away = () => (random.below(200) - 100) / 1000;
  const point = { latitude: latitude + away(), longitude: longitude + away() };
  // No name of an area: a peer would be asked for more than a distance.
  return { near: { point, areaName: '', withinKm } };
}

/** The first word with one mistake, of the second its beginning; with a need and a language of that very listing. */
function wordsOf(listing: ShownListing, random: Random, hasFilters: boolean): Partial<Query> {
  const long = [...new Set(listing.description.replaceAll('.', '').split(' '))].filter(
    ({ length }) => length >= LEAST_LETTERS,
  );
  const [one = 'refuge', other = 'advice'] = random.some(long, 2);
  const text = `${withMistake(one, random)} ${other.slice(0, Math.ceil(other.length * 0.6))}`;
  if (!hasFilters) return { text };
  const language = listing.languages.find(({ code }) => code !== '*')?.code ?? 'en';
  const needs = [...new Set([listing.needs[0] ?? random.pick(NEEDS), random.pick(NEEDS)])];
  return { text, needs, languages: [language] };
}

/** A letter wrong, left out, doubled, or two swapped. */
function withMistake(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2);
  const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  switch (random.weighted({ wrong: 1, missing: 1, doubled: 1, swapped: 1 })) {
    case 'wrong':
      return before + random.pick([...LETTERS]) + after;
    case 'missing':
      return before + after;
    case 'doubled':
      return before + here + here + after;
    case 'swapped':
      return before + (after[0] ?? '') + here + after.slice(1);
  }
}
