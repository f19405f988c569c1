import { CRISIS_LINE, DANGER, NEEDS, type Need } from '../core/taxonomy.ts';
import { isWithinOneEdit } from './edit-distance.ts';
import { formsOf, TEXT_LIMIT, termsOf } from './words.ts';

/**
 * How people name needs in one language: the label, and what they say instead of it. A word with a star before it is the
 * end of what they say: Swahili and Arabic begin a verb with who did it and when.
 */
export type Vocabulary = Readonly<
  Partial<Record<Need, { readonly label: string; readonly words: readonly string[] }>>
>;

interface Phrase {
  readonly need: Need;
  readonly terms: readonly string[];
  readonly letters: number;
}

const MOST_NEEDS = 6;
const LETTERS_OF_A_BEGINNING = 4;
const LETTERS_FOR_AN_EDIT = 7;
const ENDING = '*';

const phrases = new WeakMap<Vocabulary, readonly Phrase[]>();

/**
 * The needs that a text names: those with a label or phrase whose every word is in the text, in any order: whole, as a
 * beginning of at least four letters ("counsel" names counselling, and "passports" names a passport), or with one letter
 * wrong in seven or more. Longest phrases first, at most six needs. What a longer phrase has used up names nothing more: in
 * "sex for rent" there is no wish to rent. Words of danger name crisis lines too.
 */
export function needsNamedIn(text: string, vocabulary: Vocabulary): Need[] {
  const said = termsOf(text.slice(0, TEXT_LIMIT)).map(formsOf);
  const known = phrases.get(vocabulary) ?? phrasesOf(vocabulary);
  phrases.set(vocabulary, known);
  const named = new Set<Need>();
  // By the number of each word said: how long the phrase was that used it.
  const used: number[] = [];
  for (const { need, terms } of known) {
    const found = terms.map((term) =>
      said.flatMap((word, at) => (word.some((form) => isSaid(term, form)) ? at : [])),
    );
    if (found.some((places) => places.length === 0)) continue;
    const places = found.flat();
    if (places.every((at) => (used[at] ?? 0) > terms.length)) continue;
    for (const at of places) used[at] ??= terms.length;
    named.add(need);
    if (need === DANGER) named.add(CRISIS_LINE);
    if (named.size >= MOST_NEEDS) break;
  }
  return [...named];
}

function phrasesOf(vocabulary: Vocabulary): Phrase[] {
  const all = NEEDS.flatMap((need) => {
    const entry = vocabulary[need];
    return entry ? [entry.label, ...entry.words].map((phrase) => phraseOf(need, phrase)) : [];
  });
  return all
    .filter(({ terms }) => terms.length > 0)
    .sort((a, b) => b.terms.length - a.terms.length || b.letters - a.letters);
}

function phraseOf(need: Need, phrase: string): Phrase {
  const terms = phrase.split(' ').flatMap((word) =>
    // Without the article, so that both spellings are found in a text that has both forms.
    termsOf(word).map((term) => (word.startsWith(ENDING) ? ENDING : '') + (formsOf(term).at(-1) ?? term)),
  );
  return { need, terms: [...new Set(terms)], letters: terms.join('').length };
}

function isSaid(term: string, word: string): boolean {
  if (term === word) return true;
  if (term.startsWith(ENDING)) return word.endsWith(term.slice(1));
  if (term.length >= LETTERS_OF_A_BEGINNING && word.startsWith(term)) return true;
  if (word.length >= LETTERS_OF_A_BEGINNING && term.startsWith(word)) return true;
  return (
    Math.min(term.length, word.length) >= LETTERS_FOR_AN_EDIT &&
    term[0] === word[0] &&
    isWithinOneEdit(unitsOf(term), 0, term.length, unitsOf(word))
  );
}

function unitsOf(word: string): number[] {
  return Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
}
