import { fold } from './fold.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
// Thai, Lao, Khmer, Burmese, Chinese and Japanese write no spaces between words.
// In brackets, so that splitting by it keeps what it finds.
const UNSPACED =
  /([\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+)/u;
const ARABIC_ARTICLE = 'ال';

/** Longest text anybody searches with; the rest is cut, so that a pasted page costs nothing. */
export const TEXT_LIMIT = 200;

/** The folded words of a text, in order: runs of letters, marks and digits. */
export function wordsOf(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/**
 * What a text is indexed and searched by, each once: its words, and overlapping pairs of characters where a script
 * has no spaces (finding word boundaries would need a dictionary that differs between browsers).
 */
export function termsOf(text: string): string[] {
  const terms = new Set<string>();
  for (const word of wordsOf(text)) {
    for (const segment of word.split(UNSPACED)) {
      if (segment === '') continue;
      if (UNSPACED.test(segment)) for (const pair of pairsOf(segment)) terms.add(pair);
      else terms.add(segment);
    }
  }
  return [...terms];
}

/** The term, and without the Arabic article where it has one: people write both. */
export function formsOf(term: string): string[] {
  const hasArticle = term.startsWith(ARABIC_ARTICLE) && term.length >= ARABIC_ARTICLE.length + 2;
  return hasArticle ? [term, term.slice(ARABIC_ARTICLE.length)] : [term];
}

function pairsOf(segment: string): string[] {
  const characters = [...segment];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, before) => `${characters[before]}${character}`);
}
