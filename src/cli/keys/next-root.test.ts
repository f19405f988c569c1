import { describe, expect, it } from 'vitest';
import { sampleRoot, testKeys } from '../../../tests/fixtures/pack/sample.ts';
import { person, rootOf } from '../../../tests/fixtures/publisher.ts';
import { readRoot } from '../../pack/read-root.ts';
import { writeJson } from '../../pack/write-json.ts';
import { nextRoot } from './next-root.ts';
import type { PublicKeyFile } from './public-key-file.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const half = ({ keyid, publicKey }: { keyid: string; publicKey: string }): PublicKeyFile => ({
  type: 'waypost-public-key',
  name: 'anna',
  keyid,
  public_key: publicKey,
});
const keys = [half(person()), half(person()), half(person())];
const wish = { keys, threshold: 2, expires: '2027-11-01' };

describe('a root', () => {
  it('is one that a phone can read, with nobody’s name in it', () => {
    const root = nextRoot(wish, NOW);
    if (!root.ok) throw new Error(root.problem);
    expect(readRoot(writeJson(root.value))).toEqual({ ok: true, value: root.value });
    expect(root.value).toMatchObject({ version: 1, dev: false, roles: { index: { threshold: 2 } } });
    expect(JSON.stringify(root.value)).not.toContain('anna');
  });

  it('has the same bytes in whatever order the keys are named', () => {
    const turned = nextRoot({ ...wish, keys: keys.toReversed() }, NOW);
    expect(JSON.stringify(turned)).toBe(JSON.stringify(nextRoot(wish, NOW)));
  });

  it('follows the one before by one (SG-5)', () => {
    const previous = rootOf([person(), person()], { version: 7 });
    expect(nextRoot({ ...wish, previous }, NOW)).toMatchObject({ ok: true, value: { version: 8 } });
  });

  it.each([
    ['no key', { keys: [] }, 'there are no keys'],
    ['the same key twice', { keys: [...keys, ...keys.slice(0, 1)] }, 'named twice'],
    ['a threshold of nobody', { threshold: 0 }, 'from 1 to 3'],
    ['a threshold of more than there are', { threshold: 4 }, 'from 1 to 3'],
    ['a threshold that is no number', { threshold: Number.NaN }, 'from 1 to 3'],
    ['half a person', { threshold: 1.5 }, 'from 1 to 3'],
    ['no day of expiry', { expires: 'soon' }, 'a day like'],
    ['a day that has passed', { expires: '2026-11-22' }, 'not in the future'],
    ['a root for development before it (SG-9)', { previous: sampleRoot() }, 'for development'],
    ['a key whose private half is published (SG-9)', { keys: testKeys.map(half) }, 'a key of the tests'],
  ])('is not made of %s', (_, change, reason) => {
    const root = nextRoot({ ...wish, ...change }, NOW);
    expect(root.ok ? '' : root.problem).toContain(reason);
  });
});
