import { asciiDigit, DIGIT } from '../core/digits.ts';

// Marks that writers leave out: those of Latin, Greek and Cyrillic, Arabic vowels, Hebrew points, the nukta of
// Devanagari. The vowel signs of Indic scripts and Thai are letters to their readers and stay. Also what is invisible:
// tatweel, joiners, soft hyphen.
const LEFT_OUT =
  /[\u0300-\u036f]|[\u0483-\u0487]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|[\u0610-\u061a\u064b-\u065f]|[\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]|[\u08ca-\u08e1\u08e3-\u08ff]|\u093c|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]|\u0640|\u00ad|[\u200b-\u200f]|\u2060|\ufeff/g;

// What people write for one another, most often for want of a key: what is written, then what it is compared as.
// `scripts.test.ts` has words and a reason for each script. In few characters, because every phone fetches them twice.
const LETTERS: Record<string, string> = {};
const PAIRS =
  // Latin, Greek, Cyrillic; apostrophes, the last one Hebrew.
  "ıi đd ðd øo łl ħh ŧt ßss æae œoe þth ɓb ɗd ƙk ƴy ςσ ґг ʻ' ʼ' ʿ' ‘' ’' ׳' " +
  // Hebrew letters as they are inside a word, so that a word is the beginning of its plural.
  'ךכ םמ ןנ ףפ ץצ ' +
  // Alef wasla → alef, teh marbuta → heh, alef maksura → yeh, Persian kaf → kaf, Persian yeh → yeh.
  '\u0671\u0627 \u0629\u0647 \u0649\u064a \u06a9\u0643 \u06cc\u064a ' +
  // Kurdish ae, Urdu heh goal, heh doachashmee and teh marbuta → heh.
  '\u06d5\u0647 \u06c1\u0647 \u06be\u0647 \u06c3\u0647 ' +
  // Devanagari chandrabindu → anusvara; Bengali khanda ta → ta with its sign.
  '\u0901\u0902 \u09ce\u09a4\u09cd';
for (const pair of PAIRS.split(' ')) LETTERS[pair.charAt(0)] = pair.slice(1);

// Amharic writes some letters for one another: by the row of eight vowels, how far the other row is.
const ROWS: Readonly<Record<number, number>> = {
  [0x1210 / 8]: -0x10,
  [0x1220 / 8]: 0x10,
  [0x1280 / 8]: -0x80,
  [0x12d0 / 8]: -0x30,
  [0x1340 / 8]: -8,
};
const KATAKANA_FROM_HIRAGANA = 0x60;

// Where any of them may be. A Devanagari nasal before its consonant is the dot for it; the Burmese ones only where no digit
// or other letter can be.
const ANUSVARA = '\u0902';
const WRITTEN =
  /[ß-ʿςґ‘’׳ךםןףץةى\u0671-\u06d5ৎሐ-ፇァ-ヶ]|\u0901|[ङञणनम]\u094d(?=[क-भ])|\u0e40\u0e40|\u17d2\u178a|[\u1040\u1047](?=[\u102b-\u103e])|\u1025(?=\u103a)/g;
Object.assign(LETTERS, {
  '\u0e40\u0e40': '\u0e41', // Thai: the short sign twice → the sign that looks like that
  '\u17d2\u178a': '\u17d2\u178f', // Khmer: two feet that look the same
  // Burmese digits zero and seven → the letters like them; the letter u before a killer → nya.
  '\u1040': '\u101d',
  '\u1047': '\u101b',
  '\u1025': '\u1009',
});

const PLAIN = /^[ -~]*$/;

/**
 * Text as it is compared: without case, accents and the spellings that differ by keyboard or habit, digits in ASCII.
 * Uses no locale, so that it is the same on every phone. Folding twice changes nothing.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(LEFT_OUT, '')
    .toLowerCase()
    .replace(WRITTEN, (written) => LETTERS[written] ?? otherRow(written))
    .replace(DIGIT, asciiDigit)
    .normalize('NFC');
}

/** Katakana as hiragana, an Amharic letter as the one that is read alike, all others as they are. */
function otherRow(written: string): string {
  if (written[1]) return ANUSVARA;
  const code = written.charCodeAt(0);
  const by = written >= 'ァ' ? -KATAKANA_FROM_HIRAGANA : (ROWS[code >> 3] ?? 0);
  return String.fromCharCode(code + by);
}
