import { isWithinOneEdit } from './edit-distance.ts';
import type { Entry } from './entry.ts';
import { formsOf, termsOf } from './words.ts';

/** Where each term stands: entry numbers, each with the weight of the best field that has the term. */
export type TermIndex = ReadonlyMap<string, ReadonlyMap<number, number>>;

const NAME = 4;
const OTHER_NAME = 3;
const DESCRIPTION = 1;

const WHOLE_WORD = 4;
const BEGINNING = 3;
const ONE_EDIT = 2;
const LETTERS_FOR_AN_EDIT = 4;
const HAS_DIGIT = /\p{N}/u;

/** The best that one term can score. */
export const BEST_TERM = NAME * WHOLE_WORD;

export function termIndexOf(entries: readonly Entry[]): TermIndex {
  const index = new Map<string, Map<number, number>>();
  entries.forEach(({ row }, number) => {
    const fields: [readonly (string | undefined)[], number][] = [
      [[row.name, ...(row.translatedNames ?? [])], NAME],
      [[row.alternateName, row.organisation], OTHER_NAME],
      [[row.description, ...(row.translatedDescriptions ?? [])], DESCRIPTION],
    ];
    for (const [texts, weight] of fields) {
      for (const term of termsOf(texts.join('\n')).flatMap(formsOf)) {
        const places = index.get(term) ?? new Map<number, number>();
        if (!places.has(number)) places.set(number, weight);
        index.set(term, places);
      }
    }
  });
  return index;
}

/** What each entry scores for one term of a query; entries that do not have it are absent. */
export function scoresOf(term: string, index: TermIndex): Map<number, number> {
  const scores = new Map<number, number>();
  const forms = formsOf(term);
  for (const [indexed, places] of index) {
    const quality = Math.max(...forms.map((form) => likeness(form, indexed)));
    if (quality === 0) continue;
    for (const [number, weight] of places) {
      scores.set(number, Math.max(scores.get(number) ?? 0, weight * quality));
    }
  }
  return scores;
}

/** How well an indexed term answers a searched one; 0 is not at all. Numbers are never taken for one another. */
function likeness(searched: string, indexed: string): number {
  if (indexed === searched) return WHOLE_WORD;
  if (indexed.startsWith(searched)) return BEGINNING;
  if (Math.abs(indexed.length - searched.length) > 1 || searched.length < LETTERS_FOR_AN_EDIT) return 0;
  return isWithinOneEdit(searched, indexed) && mayHaveAnEdit(searched) && mayHaveAnEdit(indexed)
    ? ONE_EDIT
    : 0;
}

function mayHaveAnEdit(word: string): boolean {
  return [...word].length >= LETTERS_FOR_AN_EDIT && !HAS_DIGIT.test(word);
}
