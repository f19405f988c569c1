import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { deflate, inflate } from './raw-deflate.ts';

const some = (length: number) => Uint8Array.from({ length }, (_, at) => (at * at) % 251);

it('C5 inflates what it deflated', async () => {
  for (const length of [0, 1, 5000])
    expect(await inflate(await deflate(some(length)), 5000)).toEqual(some(length));
});

it('S15 stops where more comes out than was allowed, and refuses what is not deflated', async () => {
  const bomb = new Uint8Array(deflateRawSync(new Uint8Array(2_000_000)));
  expect(bomb.length).toBeLessThan(2864);
  await expect(inflate(bomb, 12_288)).rejects.toThrow('past its limit');
  await expect(inflate(some(40), 12_288)).rejects.toThrow();
});
