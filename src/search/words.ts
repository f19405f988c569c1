import { fold } from './fold.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
// Thai, Lao, Khmer, Burmese, Chinese and Japanese write no spaces between words; Korean writes them or not, as it pleases.
// In brackets, so that splitting by it keeps what it finds.
// By blocks, which never move, not by scripts, of which newer browsers know more letters.
const UNSPACED = /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u9fff\uac00-\ud7ff\u{20000}-\u{3ffff}]+)/u;
// An apostrophe that is part of its word, and that people leave out: Swahili "ng'ambo", Ukrainian "сім'я", "Murang'a",
// "don't". Not that of "women's", which ends a word, nor that of "l'aide", which begins one.
const INNER_APOSTROPHE = /(?<=ng|[\u0400-\u04ff])'|(?<=\p{L})'(?!s\b)(?=\p{L}{1,2}(?!\p{L}))/gu;
// The Arabic article, or "for the". With "and", "with", "so" or "like" before it only where four letters follow: shorter
// ones may be words of their own (والدة, mother; بالغ, adult).
const ARABIC_ARTICLE = /^(?:ال(?=..)|[وبفك]ال(?=....)|لل(?=..))/;

/** Longest text anybody searches with; the rest is cut, so that a pasted page costs nothing. */
export const TEXT_LIMIT = 200;

/** The folded words of a text, in order: runs of letters, marks and digits. */
export function wordsOf(text: string): string[] {
  return fold(text).replace(INNER_APOSTROPHE, '').match(WORD) ?? [];
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
  const bare = term.replace(ARABIC_ARTICLE, '');
  return bare === term ? [term] : [term, bare];
}

function pairsOf(segment: string): string[] {
  const characters = [...segment];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, before) => `${characters[before]}${character}`);
}
