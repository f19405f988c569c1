import { NEEDS, type Need } from '../core/taxonomy.ts';
import { formsOf, TEXT_LIMIT, termsOf } from './words.ts';

/** How people name needs in one language: the label, and what they say instead of it. */
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

const phrases = new WeakMap<Vocabulary, readonly Phrase[]>();

/**
 * The needs that a text names: those with a label or phrase whose every word is in the text, whole or as a beginning of
 * at least four letters ("counsel" names counselling, and "passports" names a passport). Longest phrases first, at most
 * six needs.
 */
export function needsNamedIn(text: string, vocabulary: Vocabulary): Need[] {
  const said = termsOf(text.slice(0, TEXT_LIMIT)).flatMap(formsOf);
  const known = phrases.get(vocabulary) ?? phrasesOf(vocabulary);
  phrases.set(vocabulary, known);
  const named = new Set<Need>();
  for (const { need, terms } of known) {
    if (named.size === MOST_NEEDS) break;
    if (terms.every((term) => said.some((word) => isSaid(term, word)))) named.add(need);
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
  // Without the article, so that both spellings are found in a text that has both forms.
  const terms = termsOf(phrase).map((term) => formsOf(term).at(-1) ?? term);
  return { need, terms, letters: terms.join('').length };
}

function isSaid(term: string, word: string): boolean {
  if (term === word) return true;
  return (
    (term.length >= LETTERS_OF_A_BEGINNING && word.startsWith(term)) ||
    (word.length >= LETTERS_OF_A_BEGINNING && term.startsWith(word))
  );
}
