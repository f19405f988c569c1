import { describe, expect, it } from 'vitest';
import { sizeWords } from './size-words.ts';

describe('the size of a download', () => {
  it.each([
    [0, '1 kB'],
    [1, '1 kB'],
    [24 * 1024, '24 kB'],
    [1024 * 1024 - 1, '1.0 MB'],
    [1024 * 1024, '1.0 MB'],
    [1.25 * 1024 * 1024, '1.3 MB'],
  ])('of %d bytes is %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});
