import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLAMING } from '../../../../tests/unit/banned-words.ts';
import { type ClientCode, CODE_BYTES, clientCode, initialsOf, SHAPES } from './client-code.ts';
import { CODE_LANGUAGES, CODE_WORDS } from './code-words.ts';

const random = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });
const language = fc.constantFrom(...CODE_LANGUAGES);
const codeOf = (bytes: Uint8Array, inUse: readonly ClientCode[] = []) => {
  const outcome = clientCode(bytes, 'en', inUse);
  if (!outcome.ok) throw new Error('tests: none left');
  return outcome.value;
};
const sorted = (words: string) => words.split(' ').sort().join(' ');

describe('a code for a client (C3)', () => {
  it('C3 is two different words of the list and a shape, and the same from the same bytes', () => {
    fc.assert(
      fc.property(random, language, (bytes, from) => {
        const outcome = clientCode(bytes, from, []);
        if (!outcome.ok) throw new Error('tests: none left');
        const words = outcome.value.words.split(' ');
        expect(words).toHaveLength(2);
        expect(words[0]).not.toBe(words[1]);
        for (const word of words) expect(CODE_WORDS[from]).toContain(word);
        expect(SHAPES).toContain(outcome.value.shape);
        expect(clientCode(bytes, from, [])).toEqual(outcome);
      }),
    );
  });

  it('C9 has initials for a calendar, of at most eight letters, in every language', () => {
    expect(initialsOf({ words: 'kettle ladder', shape: 'ring' })).toBe('KL');
    expect(initialsOf({ words: 'بحيرة سنبلة', shape: 'ring' })).toBe('ب-س');
    fc.assert(
      fc.property(random, language, (bytes, from) => {
        const outcome = clientCode(bytes, from, []);
        expect(outcome.ok && initialsOf(outcome.value)).toMatch(/^\p{L}-?\p{L}$/u);
      }),
    );
  });

  it('C3 is never one that is in use, in either order, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.array(random, { minLength: 1, maxLength: 60 }), (draws) => {
        const codes: ClientCode[] = [];
        // The worst: every client draws the same bytes.
        for (const _ of draws) codes.push(codeOf(draws[0] ?? new Uint8Array(CODE_BYTES), codes));
        expect(new Set(codes.map(({ words }) => sorted(words))).size).toBe(draws.length);
      }),
    );
  });

  it('C3 comes again and again until every pair is used, then says so', () => {
    const bytes = new Uint8Array(CODE_BYTES);
    const list = CODE_WORDS.ar;
    const all = list.flatMap((one, at) =>
      list.slice(at + 1).map((other): ClientCode => ({ words: `${other} ${one}`, shape: 'ring' })),
    );
    for (const missing of [0, 17, all.length - 1]) {
      const outcome = clientCode(
        bytes,
        'ar',
        all.filter((_, at) => at !== missing),
      );
      if (!outcome.ok) throw new Error('tests: none left');
      expect(sorted(outcome.value.words)).toBe(sorted(all[missing]?.words ?? ''));
    }
    expect(clientCode(bytes, 'ar', all)).toEqual({ ok: false, problem: { kind: 'no-code-left' } });
  });

  it('C3 tells nothing of order: clients who come one after another share no word more often than chance', () => {
    const bytes = new Uint8Array(CODE_BYTES);
    const one = codeOf(bytes);
    const next = codeOf(bytes, [one]);
    for (const word of one.words.split(' ')) expect(next.words.split(' ')).not.toContain(word);
  });

  it('C3 needs its random bytes', () => {
    expect(() => clientCode(new Uint8Array(CODE_BYTES - 1), 'en', [])).toThrow('random bytes');
  });
});

describe('the words of codes (C3)', () => {
  const LETTERS = { en: /^[a-z]{4,10}$/, es: /^[a-záéíóúüñ]{3,9}$/, ar: /^[ء-ي]{3,8}$/, sw: /^[a-z]{3,10}$/ };
  // The fewest letters in which two words of a list differ.
  const APART = { en: 3, es: 2, ar: 2, sw: 2 };

  it.each(CODE_LANGUAGES)('C3 %s: enough for a life of work, and none twice', (from) => {
    const list = CODE_WORDS[from];
    expect(new Set(list).size).toBe(list.length);
    expect((list.length * (list.length - 1)) / 2).toBeGreaterThan(2_000);
    for (const word of list) expect(word).toMatch(LETTERS[from]);
  });

  it.each(CODE_LANGUAGES)('C3 %s: no two that a bad line turns into each other', (from) => {
    const list = CODE_WORDS[from];
    const close = list.flatMap((one, at) =>
      list
        .slice(at + 1)
        .filter(
          (other) => distance(one, other) < APART[from] || other.startsWith(one) || one.startsWith(other),
        )
        .map((other) => `${one} ${other}`),
    );
    expect(close).toEqual([]);
  });

  it.each(CODE_LANGUAGES)('C3 %s: no place of our lists, and no word that blames', (from) => {
    const places = new Set(
      ['gb', 'ke', 'nyc'].flatMap((region) =>
        [...readFileSync(`data/places/${region}.json`, 'utf8').matchAll(/"([^"]+)"/g)].map(([, name]) =>
          (name ?? '').toLowerCase(),
        ),
      ),
    );
    expect(places.size).toBeGreaterThan(100);
    expect(CODE_WORDS[from].filter((word) => places.has(word))).toEqual([]);
    expect(CODE_WORDS[from].filter((word) => BLAMING[from]?.test(word))).toEqual([]);
  });

  it('C3 none tells what it is for', () => {
    const telling =
      /shelter|refuge|rape|assault|traffick|escape|crisis|police|visa|passport|client|case|safe|help/;
    for (const from of CODE_LANGUAGES)
      expect(CODE_WORDS[from].filter((word) => telling.test(word))).toEqual([]);
  });
});

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...one].entries())
    row = row.reduce<number[]>((next, _, j) => {
      if (j === 0) return [i + 1];
      const replaced = (row[j - 1] ?? 0) + (other[j - 1] === letter ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
      return next;
    }, []);
  return row.at(-1) ?? 0;
}
