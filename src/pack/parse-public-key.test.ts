import { Point } from '@noble/ed25519';
import { describe, expect, it } from 'vitest';
import { testKeys } from '../../tests/fixtures/pack/sample.ts';
import { parsePublicKey } from './parse-public-key.ts';
import { toHex } from './to-hex.ts';

const SMALL_ORDER = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
];
const OTHER_SPELLINGS = [
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'f6ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
];

describe('parsePublicKey', () => {
  it.each(testKeys.map(({ publicKey }) => publicKey))('takes a key that someone made: %s', (publicKey) => {
    expect(toHex(parsePublicKey(publicKey) ?? new Uint8Array())).toBe(publicKey);
  });

  it('takes a key whose top bit is set, as half of all keys have', () => {
    const publicKey = Point.BASE.negate().toHex();
    expect(toHex(parsePublicKey(publicKey) ?? new Uint8Array())).toBe(publicKey);
    expect(publicKey.slice(-2)).toBe('e6');
  });

  it('takes the largest y there is, p - 2, which is not of small order', () => {
    expect(parsePublicKey(`eb${'ff'.repeat(30)}7f`)).not.toBeNull();
  });

  it.each(SMALL_ORDER)('refuses the small-order key %s, under which anyone can sign (SG-2)', (publicKey) => {
    expect(Point.fromHex(publicKey).isSmallOrder()).toBe(true);
    expect(parsePublicKey(publicKey)).toBeNull();
  });

  it('knows all eight points of small order: the multiples of one of order eight (SG-2)', () => {
    const eighth = Point.fromHex(SMALL_ORDER[6] ?? '');
    const multiples = Array.from({ length: 7 }, (_, times) =>
      eighth.multiplyUnsafe(BigInt(times + 1)).toHex(),
    );
    expect([...multiples, Point.ZERO.toHex()].toSorted()).toEqual(SMALL_ORDER.toSorted());
  });

  it.each(OTHER_SPELLINGS)('refuses the second spelling %s of a point (SG-2)', (publicKey) => {
    expect(parsePublicKey(publicKey)).toBeNull();
  });

  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['capitals', testKeys[0].publicKey.toUpperCase()],
    ['31 bytes', testKeys[0].publicKey.slice(2)],
    ['33 bytes', `${testKeys[0].publicKey}00`],
    ['letters that are no digits', 'g'.repeat(64)],
  ])('refuses %s', (_, text) => {
    expect(parsePublicKey(text)).toBeNull();
  });
});
