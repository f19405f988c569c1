import type { ShownListing } from '../../../src/core/shown-listing.ts';
import { formsOf, TEXT_LIMIT, termsOf } from '../../../src/search/words.ts';
import { inNameOrder } from './documents.ts';

// How well a word of a listing answers a word of the question, by the rules of docs/search.md: what a search library
// that finds the words does not know. `tests/fixtures/naive-search.ts` says the same in another way.

export const FIELDS = ['name', 'other', 'description'] as const;
export type Field = (typeof FIELDS)[number];
export const WEIGHTS: Readonly<Record<Field, number>> = { name: 4, other: 3, description: 1 };
const LEAST_FOR_A_MISTAKE = 4;

/** The terms of a listing, a field each. */
type Texts = Readonly<Record<Field, readonly string[]>>;

function textsOf(listing: ShownListing): Texts {
  const translations = Object.values(listing.translations);
  const texts: Readonly<Record<Field, readonly (string | undefined)[]>> = {
    name: [listing.name, ...translations.map(({ name }) => name)],
    other: [listing.alternate_name, listing.organization.name],
    description: [listing.description, ...translations.map(({ description }) => description)],
  };
  const terms = (field: Field) => termsOf(texts[field].filter(Boolean).join('\n')).flatMap(formsOf);
  return { name: terms('name'), other: terms('other'), description: terms('description') };
}

/** The words of each field with a space between: for libraries that split them, and smaller than a list in memory. */
export type JoinedTexts = Readonly<Record<Field, string>>;

/** By the numbers of the documents. */
export function joinedTexts(listings: readonly ShownListing[]): JoinedTexts[] {
  return inNameOrder(listings).map((listing) => {
    const { name, other, description } = textsOf(listing);
    return { name: name.join(' '), other: other.join(' '), description: description.join(' ') };
  });
}

export function splitTexts({ name, other, description }: JoinedTexts): Texts {
  return { name: name.split(' '), other: other.split(' '), description: description.split(' ') };
}

/** The words that a question asks for. */
export function wantedTerms(text: string): string[] {
  return termsOf(text.slice(0, TEXT_LIMIT));
}

/** 4 for the word itself, 3 for its beginning, 2 for one mistake, 0 for anything else. */
export function likeness(wanted: string, word: string): number {
  if (word === wanted) return 4;
  if (word.startsWith(wanted)) return 3;
  // The rarest first: it is asked of every word there is.
  return isOneMistake(wanted, word) && mayHaveMistake(wanted) && mayHaveMistake(word) ? 2 : 0;
}

export function mayHaveMistake(word: string): boolean {
  return word.length >= LEAST_FOR_A_MISTAKE && !/\d/.test(word);
}

/** One letter more, less or other, or two neighbours swapped. */
export function isOneMistake(one: string, other: string): boolean {
  const longer = one.length - other.length;
  if (longer > 1 || longer < -1) return false;
  let start = 0;
  while (start < one.length && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one.charCodeAt(end - 1) === other.charCodeAt(otherEnd - 1)) {
    end--;
    otherEnd--;
  }
  const [left, otherLeft] = [end - start, otherEnd - start];
  if (left <= 1 && otherLeft <= 1) return true;
  const isPair = left === 2 && otherLeft === 2;
  return isPair && one[start] === other[start + 1] && one[start + 1] === other[start];
}

/** A word with its neighbours swapped, each pair once: for libraries that count a swap as two mistakes. */
export function withSwaps(word: string): string[] {
  if (!mayHaveMistake(word)) return [];
  return Array.from({ length: word.length - 1 }, (_, at) =>
    [word.slice(0, at), word[at + 1], word[at], word.slice(at + 2)].join(''),
  ).filter((swapped) => swapped !== word);
}

/** The score of a text, null where a wanted word is not in it. */
export function scoreOf(wanted: readonly string[], texts: Texts): number | null {
  let sum = 0;
  for (const term of wanted) {
    let best = 0;
    for (const field of FIELDS)
      for (const word of texts[field]) best = Math.max(best, WEIGHTS[field] * likeness(term, word));
    if (best === 0) return null;
    sum += best;
  }
  return sum;
}

/** The same from what a library says it has found: words, and the fields they are in. */
export function scoreOfMatches(
  wanted: readonly string[],
  matches: readonly (readonly [string, readonly string[]])[],
): number | null {
  let sum = 0;
  for (const term of wanted) {
    let best = 0;
    for (const [word, fields] of matches) {
      const like = likeness(term, word);
      if (like > 0) for (const field of fields) best = Math.max(best, (WEIGHTS[field as Field] ?? 0) * like);
    }
    if (best === 0) return null;
    sum += best;
  }
  return sum;
}
