import { parseHex } from './parse-hex.ts';
import { toHex } from './to-hex.ts';

// The y coordinates of the eight points whose order divides 8, little-endian. Two points share each but the first two,
// and differ in the top bit only. Source: "Taming the many EdDSAs" (Chalkias, Garillot, Nikolaenko 2020), table 1; the
// same as libsodium's ge25519_has_small_order. Engines accept forged signatures under the first (measured, SG-2).
const SMALL_ORDER_Y: readonly string[] = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
];
const TOP_BIT = 0x80;
// p = 2^255 - 19, big-endian so that plain text order is number order.
const P = '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed';

/**
 * The 32 bytes of an Ed25519 public key that may sign; null for text that is not a key, for points of small order
 * (under which anyone can sign) and for y coordinates not below p (a second spelling of the same key).
 */
export function parsePublicKey(text: unknown): Uint8Array | null {
  const key = parseHex(text, 32);
  if (!key) return null;
  const y = key.with(31, (key[31] ?? 0) & ~TOP_BIT);
  return SMALL_ORDER_Y.includes(toHex(y)) || toHex(y.toReversed()) >= P ? null : key;
}
