import { describe, expect, it } from 'vitest';
import { wordPlace } from './word-place.ts';

const placeOf = (text: string, part: string) => {
  const from = text.indexOf(part);
  return wordPlace(text, { from, to: from + part.length });
};

describe('where in a text a part is, in words', () => {
  it.each([
    ['ring 020 7946 0000 today', '020 7946 0000', 2, 4],
    ['020 7946 0000', '020 7946 0000', 1, 3],
    ['born on 3/4/1990', '3/4/1990', 3, 3],
    ['write to(a@b.example) soon', 'a@b.example', 2, 2],
    ['two\nlines  with gaps', 'with', 3, 3],
    ['اتصل على 0700 000000', '0700 000000', 3, 4],
  ])('%s', (text, part, first, last) => {
    expect(placeOf(text, part)).toEqual({ first, last });
  });
});
