import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold.ts';
import { formsOf, termsOf } from './words.ts';

describe('text is compared without what people leave out or write differently', () => {
  test.each([
    ['accents', 'Café ZOË', 'cafe zoe'],
    ['German', 'Straße GROẞ', 'strasse gross'],
    ['Polish', 'Łódź', 'lodz'],
    ['Turkish dotted and dotless i', 'SIĞINMA İstanbul ışık', 'siginma istanbul isik'],
    ['Vietnamese', 'Đường dây hỗ trợ', 'duong day ho tro'],
    ['Romanian with either comma', 'ajutor juridic Șș Şş', 'ajutor juridic ss ss'],
    ['Greek with its final sigma', 'Βοήθειας', 'βοηθειασ'],
    ['Russian', 'Приём ЁЖ', 'прием еж'],
    ['Hausa', 'Ƙungiyar ɗalibai', 'kungiyar dalibai'],
    ['Arabic vowels, hamzas and tatweel', 'أَمْـــن إيواء آمن', 'امن ايواء امن'],
    ['Arabic teh marbuta and alef maksura', 'مساعدة مستشفى', 'مساعده مستشفي'],
    ['Persian letters', 'کمک فوری', 'كمك فوري'],
    ['Persian joined by a zero-width non-joiner', 'خانه\u200cها', 'خانهها'],
    ['Hebrew points and the forms of last letters', 'שָׁלוֹם', 'שלומ'],
    ['Thai vowels stay', 'ที่พัก', 'ที่พัก'],
    ['Hindi vowel signs stay', 'मदद हिंदी', 'मदद हिंदी'],
    ['Japanese voicing stays', 'が か', 'が か'],
    ['Korean stays whole', '쉼터', '쉼터'],
    ['digits of any script', '١١٦ ۱۱۶ ११६ ๑๑๖ １１６', '116 116 116 116 116'],
  ])('%s', (_what, written, folded) => {
    expect(fold(written)).toBe(fold(folded));
    expect(fold(written)).toBe(folded.normalize('NFC'));
  });

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('terms', () => {
  test.each([
    ['words once each', "Women's line, women's aid", ['women', 's', 'line', 'aid']],
    ['pairs where words are not separated', 'ที่พัก', ['ที', 'ี่', '่พ', 'พั', 'ัก']],
    ['pairs beside words', 'Tokyo 安全な家 24', ['tokyo', '安全', '全な', 'な家', '24']],
    ['a single character', '家', ['家']],
    ['nothing in signs', '🆘 !? \0 (.*)', []],
  ])('%s', (_what, text, terms) => {
    expect(termsOf(text)).toEqual(terms.map((term) => term.normalize('NFC')));
  });

  test('an Arabic word is known with and without its article', () => {
    expect(formsOf('الملجا')).toEqual(['الملجا', 'ملجا']);
    expect(formsOf('الم')).toEqual(['الم']);
  });
});
