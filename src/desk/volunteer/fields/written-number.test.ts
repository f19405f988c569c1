import { expect, it } from 'vitest';
import { readWrittenNumber } from './written-number.ts';

it.each([
  ['020 7946 0123', 'GB', '+442079460123'],
  ['+44 (0)20 7946 0123', 'GB', '+442079460123'],
  ['0044 20 7946 0123', 'GB', '+442079460123'],
  ['(212) 555-0123', 'US', '+12125550123'],
  ['+1 212 555 0123', 'KE', '+12125550123'],
  ['116', 'KE', { code: '116', country: 'KE' }],
])('takes a number as it is written: %s in %s (V6)', (written, country, number) => {
  expect(readWrittenNumber(written, country)).toEqual(number);
});

it('without the code of its country, where the listing has none, it is one of the country of the number it replaces (V2)', () => {
  expect(readWrittenNumber('0808 157 0999', 'XS', '+448081570003')).toBe('+448081570999');
  expect(readWrittenNumber('+1 212 555 0123', 'XS', '+448081570003')).toBe('+12125550123');
  expect(readWrittenNumber('0808 157 0999', 'XS')).toBeNull();
});

it.each([
  ['020 79', 'GB'],
  ['020 7946 01', 'GB'],
  ['call us', 'GB'],
  ['*#06#', 'GB'],
  ['0900 123 4567 ext 12', 'GB'],
  ['+1 900 555 0123', 'US'],
  ['116', 'ZZ'],
  ['', 'GB'],
])('guesses nothing: %s in %s (V7)', (written, country) => {
  expect(readWrittenNumber(written, country)).toBeNull();
});
