import { expect, it } from 'vitest';
import { rangeBetween } from './choose-range.ts';

const ROWS = ['a', 'b', 'c', 'd', 'e'];

it('C13 a range has both its ends and all between, whichever end was first', () => {
  expect(rangeBetween(ROWS, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(rangeBetween(ROWS, 'd', 'b')).toEqual(['b', 'c', 'd']);
  expect(rangeBetween(ROWS, 'c', 'c')).toEqual(['c']);
});

it('C13 from a row that is not in the list any more there is no range', () => {
  expect(rangeBetween(ROWS, 'x', 'd')).toEqual([]);
  expect(rangeBetween(ROWS, 'd', 'x')).toEqual([]);
});
