import { expect, it } from 'vitest';
import { asciiDigit, DIGIT } from './digits.ts';

it('reads the ten digits of every script that has some', () => {
  const all: string[] = [];
  for (let code = 0; code <= 0x1ffff; code++) {
    const character = String.fromCodePoint(code);
    if (/^\p{Nd}$/u.test(character)) all.push(character);
  }
  // Unicode has them in rows of ten, from zero to nine.
  expect(all.length % 10).toBe(0);
  expect(all.length).toBeGreaterThan(600);
  const read = all.map((digit) => digit.replace(DIGIT, asciiDigit));
  expect(read.join('')).toBe('0123456789'.repeat(all.length / 10));
});
