import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { listingOf } from '../../../../tests/fixtures/listing-of.ts';
import { fold } from '../../../search/fold.ts';
import { termsOf } from '../../../search/words.ts';
import { newCharacters } from './check-characters.ts';
import { UNASSIGNED } from './unicode-14.ts';

const flawsIn = (fields: Record<string, unknown>) =>
  newCharacters(listingOf(fields)).map(({ field }) => field);

describe('a character that phones of 2023 do not know', () => {
  test.each([
    ['plain words', 'Harbour House'],
    ['every script of the tests', 'مأوى मदद বাড়ি உதவி ที่พัก ជំនួយ ကူညီ መጠለያ 家 シェルター 쉼터 hỗ trợ'],
    ['an emoji of 2021', '🫶'],
  ])('is none in %s', (_what, name) => {
    expect(flawsIn({ name })).toEqual([]);
  });

  test.each([
    ['of Unicode 15.0', '\u0cf3'],
    ['of Unicode 16.0', '\u{1c89}'],
    ['of Unicode 17.0', '\u088f'],
    ['that does not exist yet', '\u{2fffd}'],
  ])('is named, and stops a build: %s', (_what, character) => {
    expect(flawsIn({ name: `x ${character}` })).toEqual(['name']);
    expect(flawsIn({ notes: ['well', character] })).toEqual(['notes.1']);
  });
});

// Settled 14: the index is the same bytes in every engine. With no character newer than these in a list, it is if folding and
// cutting into terms are the same on them. Compared once: the tables of 14.0 in Python 3.11 and those of 17.0 in Node 20.20 have
// the same decompositions, compositions, lower case, letters, marks, numbers and digits for all of them.
test('every character of Unicode 14.0 is folded and cut as it always was', () => {
  const parts: string[] = [];
  let code = 0;
  const numbers = UNASSIGNED.trim()
    .split(' ')
    .map((number) => Number.parseInt(number, 36));
  for (let at = 0; at < numbers.length; at += 2) {
    const end = code + (numbers[at] ?? 0);
    for (; code < end; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const character = String.fromCodePoint(code);
      parts.push(fold(character), ...termsOf(`a${character}b`));
    }
    code += numbers[at + 1] ?? 0;
  }
  expect(createHash('sha256').update(parts.join('\n')).digest('hex')).toBe(
    '3244b29a8ef25d895b591b4c931b447cff433873f65111e47adce4f28ff885f1',
  );
});
