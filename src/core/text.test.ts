import { describe, expect, it } from 'vitest';
import { isPlainText } from './text.ts';

const named = (codes: readonly number[]) =>
  codes.map((code) => [`U+${code.toString(16).toUpperCase().padStart(4, '0')}`, code] as const);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('text that can be shown as it is (CT-5)', () => {
  it.each([
    ['nothing', ''],
    ['two lines', 'Monday to Friday\n9 to 5'],
    ['Arabic with its vowel signs', 'السَّلَامُ عَلَيْكُمْ'],
    ['Hebrew with its points', 'שָׁלוֹם'],
    ['Persian with its joiner', 'می\u200cخواهم'],
    ['Hindi with its joiner', 'क्\u200dष'],
    ['Malayalam with a joiner at the end of a word', 'അവന്\u200d വന്നു'],
    ['Burmese, five marks on a letter', 'လျှို့ဝှက် မြို့'],
    ['Thai with tones', 'ที่พักฉุกเฉิน'],
    ['Vietnamese, in parts', 'Hỗ trợ'.normalize('NFD')],
    ['three accents on a letter', 'q\u0300\u0301\u0302'],
    ['a family', '👩\u200d👧\u200d👦'],
    ['a heart that is mended, with two joined parts', '❤\ufe0f\u200d🩹'],
    ['skin colours', '👩🏽\u200d🚀'],
    ['marks that only say which way to read', '\u200eABC\u200f'],
    ['a character beyond the first plane', '𐒀 🏳'],
  ])('%s', (_, text) => {
    expect(isPlainText(text)).toBe(true);
  });

  it.each(
    named([
      ...range(0, 9),
      ...range(0x0b, 0x1f),
      ...range(0x7f, 0x9f),
      ...range(0x202a, 0x202e),
      ...range(0x2066, 0x2069),
      0x200b,
      0x2060,
      0xfeff,
      0xd800,
      0xdbff,
      0xdc00,
      0xdfff,
      0xe000,
      0xf8ff,
      0xf0000,
      0x10fffd,
    ]),
  )('never %s, at the beginning, in the middle or at the end', (_, code) => {
    const character = String.fromCodePoint(code);
    for (const text of [`${character}ab`, `a${character}b`, `ab${character}`])
      expect(isPlainText(text)).toBe(false);
  });

  it.each([
    ['a joiner before any letter', '\u200dab'],
    ['a non-joiner after a space', 'a \u200cb'],
    ['two joiners', 'می\u200c\u200cخ'],
    ['a joiner after a digit', '1\u200d2'],
    ['four accents on a letter', 'q\u0300\u0301\u0302\u0303'],
    ['a tower of accents', `Z${'\u0335\u0321\u0347'.repeat(10)}algo`],
    ['a tower of Thai signs', `ก${'\u0e47'.repeat(6)}`],
    ['a tower of marks around', `a${'\u20dd'.repeat(4)}`],
    ['accents hidden among marks of a script', 'ก\u0e47\u0300\u0301\u0302\u0303'],
  ])('never %s', (_, text) => {
    expect(isPlainText(text)).toBe(false);
  });
});
