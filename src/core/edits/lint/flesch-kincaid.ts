/**
 * The school grade (US) that a text asks of its reader: 0.39 words a sentence + 11.8 syllables a word - 15.59.
 * Source: Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas for Navy enlisted personnel",
 * Naval Technical Training Command, Research Branch Report 8-75, 1975. For English only.
 */
export function gradeOf(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** A label without a full stop is a sentence of its own; a colon and a dash end one too, as they do when read aloud. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…])["”]?\s+|:\s+|\s[—–·]\s|\n/)
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/** Words as they are read aloud: "24" and "Wi-Fi" are one each. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
}

/** Vowel groups, without a silent e or ed; a number is read as two syllables, an abbreviation letter by letter. */
export function syllablesOf(word: string): number {
  if (/^\p{N}/u.test(word)) return 2;
  if (/^[A-Z]{2,4}s?$/.test(word)) return word.replace(/s$/, '').length;
  return word.split(/[-'’.]/).reduce((sum, part) => sum + vowelGroups(part.toLowerCase()), 0) || 1;
}

function vowelGroups(word: string): number {
  if (/^[^aeiouy]*$/.test(word)) return 0;
  const spoken = word
    .replace(/(?<![laeiouy])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzhcg])es$/, '')
    .replace(/^y/, '');
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
  // "i-o", "u-a" and their like are two, except after t, c, s and g ("nation", "special").
  const split = spoken.match(/ia(?!l$|n$)|(?<![tcsgx])io|eo(?!u|p)|ea$|[^q]u[ao]/g)?.length ?? 0;
  return Math.max(1, groups + split);
}
