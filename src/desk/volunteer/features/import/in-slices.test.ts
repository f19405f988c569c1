import { expect, it } from 'vitest';
import { inSlices } from './in-slices.ts';

function* slowly(rows: number): Generator<number, string> {
  for (let row = 0; row < rows; row++) {
    const until = performance.now() + 15;
    while (performance.now() < until);
    yield row / rows;
  }
  return 'read';
}

it('CT-9 a long reading says how far it is, with a pause between its slices', async () => {
  const parts: number[] = [];
  const read = await inSlices(slowly(12), {
    onPart: (part) => parts.push(part),
    signal: new AbortController().signal,
  });
  expect(read).toBe('read');
  expect(parts.length).toBeGreaterThan(1);
  expect(parts).toEqual(parts.toSorted());
});

it('CT-9 what was stopped gives nothing, and works no further', async () => {
  const stop = new AbortController();
  const work = slowly(100);
  expect(await inSlices(work, { onPart: () => stop.abort(), signal: stop.signal })).toBeNull();
  expect(work.next().value).toBeLessThan(0.5);
});
