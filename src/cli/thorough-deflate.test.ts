import { expect, it } from 'vitest';
import { nodePlatform } from './node-platform.ts';
import { thoroughPlatform } from './thorough-deflate.ts';

const words = new TextEncoder().encode(
  Array.from({ length: 60 }, (_, n) => `Service ${n} helps on day ${n % 7} in place ${n % 13}.`).join('\n'),
);

it('what is deflated thoroughly is smaller, the same each time, and inflates to what it was', async () => {
  const deflated = await thoroughPlatform.deflate(words);
  expect(deflated.length).toBeLessThan((await nodePlatform.deflate(words)).length);
  expect(await thoroughPlatform.deflate(words)).toEqual(deflated);
  expect(await nodePlatform.inflate(deflated, words.length)).toEqual(words);
});
