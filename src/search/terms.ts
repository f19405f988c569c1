import { isWithinOneEdit } from './edit-distance.ts';
import { sizeClass } from './index-format.ts';
import type { OpenedIndex } from './open-index.ts';
import type { Column } from './typed-columns.ts';

const WHOLE_WORD = 4;
const BEGINNING = 3;
const ONE_EDIT = 2;
/** The best likeness of a term. */
export const BEST_LIKENESS = WHOLE_WORD;
const LETTERS_FOR_AN_EDIT = 4;
/** Beyond it a key of `termsByEnding` is no whole number any more; a pack has a hundredth of it. */
export const MOST_TERMS = 2 ** 21;
const HAS_DIGIT = /\p{N}/u;

/** Postings lie by the size of their lists, largest first; those of one size in the order of terms. */
export function postingStartsOf(sizes: Column): Uint32Array {
  const ofClass = new Uint32Array(33);
  for (const size of sizes) (ofClass[32 - sizeClass(size)] as number) += size;
  // From how many bytes each class has to where it begins: one place on, because the largest come first.
  for (let place = 1; place < 33; place++) (ofClass[place] as number) += ofClass[place - 1] as number;
  return new Uint32Array(sizes.length).map((_, term) => {
    const size = sizes[term] as number;
    const place = 31 - sizeClass(size);
    const start = ofClass[place] as number;
    ofClass[place] = start + size;
    return start;
  });
}

/** The indexed terms that answer a searched one, each with how well: 4 whole, 3 as a beginning, 2 with one edit. */
export function answeringTerms(index: OpenedIndex, forms: readonly string[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const form of forms) {
    const units = Uint16Array.from({ length: form.length }, (_, at) => form.charCodeAt(at));
    for (let term = firstFrom(index, units); compare(index, term, units) === 0; term++) {
      const likeness = lengthOf(index, term) === units.length ? WHOLE_WORD : BEGINNING;
      found.set(term, Math.max(found.get(term) ?? 0, likeness));
    }
    if (mayHaveAnEdit(form)) addNear(index, units, found);
  }
  return found;
}

/** One edit leaves the first two letters or the last two, of four letters the first or the last: terms that have them. */
function addNear(index: OpenedIndex, units: Uint16Array, found: Map<number, number>): void {
  const kept = units.length > 4 ? 2 : 1;
  const beginning = units.subarray(0, kept);
  for (let term = firstFrom(index, beginning); compare(index, term, beginning) === 0; term++)
    addIfNear(index, term, units, found);
  const byEnding = index.termsByEnding();
  const ending = units.slice(-kept).reverse();
  for (let at = firstEnding(index, byEnding, ending); at < byEnding.length; at++) {
    const term = byEnding[at] as number;
    if (compareEnding(index, term, ending) !== 0) break;
    addIfNear(index, term, units, found);
  }
}

function addIfNear(
  { termStarts, termUnits }: OpenedIndex,
  term: number,
  units: Uint16Array,
  found: Map<number, number>,
): void {
  const start = termStarts[term] as number;
  const end = termStarts[term + 1] as number;
  if (end - start < units.length - 1 || end - start > units.length + 1) return;
  if (!isWithinOneEdit(termUnits, start, end, units) || found.has(term)) return;
  if (mayHaveAnEdit(String.fromCharCode(...termUnits.subarray(start, end)))) found.set(term, ONE_EDIT);
}

/**
 * Terms in the order of their last letter, then of the one before it. Worked out at the first question with a wrong
 * letter in it, so that it neither travels nor holds up the opening.
 */
export function termsByEnding(termStarts: Uint32Array, termUnits: Column): Uint32Array {
  const count = termStarts.length - 1;
  // Two letters of 16 bits and a term of 21 are a whole number that a double holds exactly, and sorts by itself.
  const keys = new Float64Array(count);
  for (let term = 0; term < count; term++) {
    const end = termStarts[term + 1] as number;
    const before = end - 2 >= (termStarts[term] as number) ? (termUnits[end - 2] as number) : 0;
    keys[term] = ((termUnits[end - 1] as number) * 0x10000 + before) * MOST_TERMS + term;
  }
  return Uint32Array.from(keys.sort(), (key) => key % MOST_TERMS);
}

/** The first place in the order of endings that does not come before this one, which is written from its end. */
function firstEnding(index: OpenedIndex, byEnding: Uint32Array, ending: Uint16Array): number {
  let [low, high] = [0, byEnding.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareEnding(index, byEnding[middle] as number, ending) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareEnding({ termStarts, termUnits }: OpenedIndex, term: number, ending: Uint16Array): number {
  const start = termStarts[term] as number;
  let at = termStarts[term + 1] as number;
  for (const unit of ending) {
    at -= 1;
    if (at < start) return -1;
    const difference = (termUnits[at] as number) - unit;
    if (difference !== 0) return difference;
  }
  return 0;
}

function lengthOf({ termStarts }: OpenedIndex, term: number): number {
  return (termStarts[term + 1] as number) - (termStarts[term] as number);
}

/** The first term that does not come before this beginning. */
function firstFrom(index: OpenedIndex, beginning: Uint16Array): number {
  let [low, high] = [0, index.termStarts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(index, middle, beginning) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The order of a term and a beginning; 0 where it begins so. What comes after the last term is after everything. */
function compare(index: OpenedIndex, term: number, beginning: Uint16Array): number {
  const start = index.termStarts[term] as number;
  const length = lengthOf(index, term);
  for (let at = 0; at < beginning.length; at++) {
    if (at === length) return -1;
    const difference = (index.termUnits[start + at] as number) - (beginning[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Short words differ by a letter from too many others, and a number is never taken for its neighbour. */
function mayHaveAnEdit(word: string): boolean {
  return [...word].length >= LETTERS_FOR_AN_EDIT && !HAS_DIGIT.test(word);
}
