// Marks that writers leave out: those of Latin, Greek and Cyrillic, Arabic vowels, Hebrew points. The vowel signs of
// Indic scripts and Thai are letters to their readers and stay. Also what is invisible: tatweel, joiners, soft hyphen.
const LEFT_OUT =
  /[\u0300-\u036f]|[\u0483-\u0487]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|[\u0610-\u061a\u064b-\u065f]|[\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]|[\u08ca-\u08e1\u08e3-\u08ff]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]|\u0640|\u00ad|[\u200b-\u200f]|\u2060|\ufeff/g;

// Letters that have no decomposition but that people write for one another, most often for want of a key.
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ς: 'σ',
  ʻ: "'",
  ʼ: "'",
  ʿ: "'",
  '\u0671': '\u0627', // alef wasla → alef
  '\u0629': '\u0647', // teh marbuta → heh
  '\u0649': '\u064a', // alef maksura → yeh
  '\u06a9': '\u0643', // Persian kaf → kaf
  '\u06cc': '\u064a', // Persian yeh → yeh
  '\u06d5': '\u0647', // Kurdish ae → heh
  '\u06c1': '\u0647', // Urdu heh goal → heh
  '\u06be': '\u0647', // Urdu heh doachashmee → heh
  '\u06c3': '\u0647', // Urdu teh marbuta → heh
};
const LETTER = /[ıđðøłħŧßæœþɓɗƙƴςʻʼʿ\u0671\u0629\u0649\u06a9\u06cc\u06d5\u06c1\u06be\u06c3]/g;

// The zero of each script's ten digits (Unicode 16, category Nd); full-width digits are ASCII after NFKD.
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
  0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
  0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x1e950,
];
const DIGIT = /\p{Nd}/gu;
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
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(DIGIT, asciiDigit)
    .normalize('NFC');
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((one) => code >= one && code < one + 10);
  return zero === undefined ? digit : String(code - zero);
}
