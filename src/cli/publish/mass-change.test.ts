import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listings } from '../../../tests/fixtures/publisher.ts';
import { diffListings } from './diff-listings.ts';
import { goneOrChanged, massChanges } from './mass-change.ts';

const diffOf = (before: number, after: number, changedFrom: number) =>
  diffListings('city', listings(before), listings(after, 2, changedFrom));

it.each([
  ['a fifth of them gone', diffOf(40, 32, 40), false],
  ['one more than a fifth gone', diffOf(40, 31, 40), true],
  ['30 in 100 changed', diffOf(40, 40, 28), false],
  ['one more than 30 in 100 changed', diffOf(40, 40, 27), true],
  ['twice as many as before, all of them new', diffOf(40, 80, 80), false],
  ['the first list of a region', diffOf(0, 40, 40), false],
  ['the only listing gone', diffOf(1, 0, 0), true],
])('%s: somebody must look first is %s', (_, diff, brakes) => {
  expect(massChanges([diff])).toEqual(brakes ? [diff] : []);
});

it('counts what is gone or changed over all regions that are stopped', () => {
  expect(goneOrChanged([diffOf(40, 30, 25), diffOf(10, 5, 5)])).toBe(10 + 5 + 5);
});

it('every listing is in exactly one of added, changed, removed and unchanged', () => {
  const list = fc.uniqueArray(fc.record({ id: fc.nat(30), name: fc.nat(3) }), { selector: ({ id }) => id });
  fc.assert(
    fc.property(list, list, (before, after) => {
      const rows = (some: typeof before) =>
        some.map(({ id, name }) => ({ id: String(id), name: String(name) }));
      const { added, changed, removed } = diffListings('city', rows(before), rows(after));
      const same = after.filter((one) => before.some(({ id, name }) => id === one.id && name === one.name));
      expect(added.length + changed.length + same.length).toBe(after.length);
      expect(removed.length + changed.length + same.length).toBe(before.length);
    }),
  );
});
