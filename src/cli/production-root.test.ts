import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { productionRootFault } from './production-root.ts';

const keyid = 'aaaaaaaaaaaaaaaa';
const rootOf = (change: object) =>
  JSON.stringify({
    dev: false,
    keys: { [keyid]: '00' },
    roles: { root: { keyids: [keyid], threshold: 1 }, index: { keyids: [keyid], threshold: 1 } },
    ...change,
  });

it('SG-9 a root of real keys may be in a build for real people', () => {
  expect(productionRootFault(rootOf({}))).toBeNull();
});

it.each([{ dev: true }, { dev: undefined }, { dev: 'false' }])(
  'SG-9 a root that does not deny being for development is refused: %o',
  (change) => {
    expect(productionRootFault(rootOf(change))).toContain('development key');
  },
);

it('SG-9 a key whose private half is published is refused, wherever the root names it', () => {
  const testRoot = readFileSync('tests/fixtures/pack/root.1.json', 'utf8');
  const { keys } = JSON.parse(testRoot) as { keys: Record<string, string> };
  expect(Object.keys(keys).length).toBeGreaterThan(2);
  for (const known of Object.keys(keys)) {
    expect(productionRootFault(rootOf({ keys: { [known]: '00' } })), known).toContain(known);
    const roles = { root: { keyids: [keyid] }, index: { keyids: [keyid, known] } };
    expect(productionRootFault(rootOf({ roles })), known).toContain(known);
  }
  expect(productionRootFault(testRoot.replace('"dev": true', '"dev": false'))).toContain(
    'a key of the tests',
  );
});
