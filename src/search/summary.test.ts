import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { summaryOf } from './summary.ts';

test('a short description stays as it is, on one line', () => {
  expect(summaryOf(' Help\nwith rent. ')).toBe('Help with rent.');
});

test('a long one is cut between words', () => {
  const summary = summaryOf('word '.repeat(60));
  expect(summary.length).toBeLessThanOrEqual(160);
  expect(summary.endsWith('word…')).toBe(true);
});

test('is never longer than 160 characters and never cuts a character in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const summary = summaryOf(text);
      expect(summary.length).toBeLessThanOrEqual(160);
      expect(summary).not.toMatch(/\p{Cs}/u);
    }),
  );
});
