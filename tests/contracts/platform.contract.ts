import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { hashes, Point, utils } from '@noble/ed25519';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Platform } from '../../src/pack/format.ts';
import { signatureOf, testKeys } from '../fixtures/pack/sample.ts';

interface WycheproofTest {
  readonly id: number;
  readonly publicKey: string;
  readonly message: string;
  readonly signature: string;
  readonly result: 'valid' | 'invalid';
}
const wycheproof: readonly WycheproofTest[] = JSON.parse(
  readFileSync('tests/fixtures/wycheproof/ed25519.json', 'utf8'),
);

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const ORDER = Point.CURVE().n;
// A point of order 8: added to R, it makes a signature that only verifiers with a cofactor accept.
const TORSION = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05');

const littleEndian = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
const toScalar = (value: bigint) => hex(value.toString(16).padStart(64, '0')).reverse();

/** What a signer can do who holds the secret key and breaks the rules: R, A and S in any spelling. */
async function craftSignature(message: Uint8Array, torsionInR: Point, torsionInA: Point, moreS = 0n) {
  const { scalar } = await utils.getExtendedPublicKeyAsync(new Uint8Array(32).fill(7));
  const nonce = 1234567n;
  const r = Point.BASE.multiply(nonce).add(torsionInR).toBytes();
  const publicKey = Point.BASE.multiply(scalar).add(torsionInA).toBytes();
  const k = littleEndian(await hashes.sha512Async(new Uint8Array([...r, ...publicKey, ...message]))) % ORDER;
  const s = ((nonce + k * scalar) % ORDER) + moreS;
  return { publicKey, signature: new Uint8Array([...r, ...toScalar(s)]), isMultipleOf8: k % 8n === 0n };
}

/** What every platform promises the pack format. `platform.verifyEd25519` may differ in speed, never in its verdict. */
export function describePlatform(name: string, platform: Platform): void {
  describe(name, () => {
    it('hashes as the standard does', async () => {
      expect(await platform.sha256(new TextEncoder().encode('abc'))).toBe(
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      );
      expect(await platform.sha256(new Uint8Array(0))).toMatch(/^e3b0c442/);
    });

    it('inflates what it deflated', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 5000, size: 'max' }), async (bytes) => {
          expect(await platform.inflate(await platform.deflate(bytes), bytes.length)).toEqual(bytes);
        }),
        { numRuns: 30 },
      );
    });

    it('deflates the same bytes to the same bytes, and a megabyte whole', async () => {
      const bytes = new Uint8Array([...randomBytes(1000), ...new Uint8Array(1_000_000)]);
      const deflated = await platform.deflate(bytes);
      // Compared by Buffer: Vitest takes a second for a megabyte.
      expect(Buffer.compare(await platform.deflate(bytes), deflated)).toBe(0);
      expect(Buffer.compare(await platform.inflate(deflated, bytes.length), bytes)).toBe(0);
    });

    it('reads and hashes bytes that are a part of a larger buffer', async () => {
      const around = new Uint8Array([9, 9, ...deflateRawSync(Buffer.from('abc')), 9]);
      const part = around.subarray(2, -1);
      expect(await platform.inflate(part, 3)).toEqual(new TextEncoder().encode('abc'));
      expect(await platform.sha256(part)).toBe(await platform.sha256(part.slice()));
    });

    it('stops at the limit: one byte more is refused, and so is a bomb of 64 MiB (SG-11)', async () => {
      const deflated = await platform.deflate(new Uint8Array(5000));
      await expect(platform.inflate(deflated, 4999)).rejects.toThrow();
      const bomb = new Uint8Array(deflateRawSync(Buffer.alloc(64 * 1024 * 1024)));
      await expect(platform.inflate(bomb, 1000)).rejects.toThrow();
    });

    it('inflates nothing to nothing, and refuses anything where nothing was declared', async () => {
      const nothing = new Uint8Array(deflateRawSync(Buffer.alloc(0)));
      expect(await platform.inflate(nothing, 0)).toEqual(new Uint8Array(0));
      await expect(platform.inflate(new Uint8Array(deflateRawSync(Buffer.alloc(1))), 0)).rejects.toThrow();
    });

    it('refuses bytes that are not deflated, or cut off', async () => {
      await expect(platform.inflate(Uint8Array.of(0xff, 0xff, 0xff), 100)).rejects.toThrow();
      const deflated = new Uint8Array(deflateRawSync(randomBytes(500)));
      await expect(platform.inflate(deflated.subarray(0, 250), 500)).rejects.toThrow();
    });

    it('knows a signature of RFC 8032, test 2 (SG-12)', async () => {
      const signature =
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';
      const publicKey = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
      expect(await platform.verifyEd25519(publicKey, hex(signature), hex('72'))).toBe(true);
      expect(await platform.verifyEd25519(publicKey, hex(signature), hex('73'))).toBe(false);
    });

    it('refuses a signature with any single bit changed (SG-12)', async () => {
      const [key] = testKeys;
      const message = new TextEncoder().encode('x');
      const signature = hex(signatureOf(message, key));
      await fc.assert(
        fc.asyncProperty(fc.nat(511), async (bit) => {
          const changed = signature.with(bit >> 3, (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
          expect(await platform.verifyEd25519(hex(key.publicKey), changed, message)).toBe(false);
        }),
        { numRuns: 60 },
      );
    });

    it('gives the verdict without a cofactor on whatever a dishonest signer makes (SG-12)', async () => {
      const { ZERO } = Point;
      for (let number = 0; number < 24; number += 1) {
        const message = Uint8Array.of(number);
        const honest = await craftSignature(message, ZERO, ZERO);
        const mixedR = await craftSignature(message, TORSION, ZERO);
        const mixedKey = await craftSignature(message, ZERO, TORSION);
        const secondSpelling = await craftSignature(message, ZERO, ZERO, ORDER);
        const verdict = (one: typeof honest) => platform.verifyEd25519(one.publicKey, one.signature, message);
        expect(await verdict(honest)).toBe(true);
        expect(await verdict(mixedR)).toBe(false);
        expect(await verdict(mixedKey)).toBe(mixedKey.isMultipleOf8);
        expect(await verdict(secondSpelling)).toBe(false);
      }
    });

    it('gives the published verdict on the whole Ed25519 set of Project Wycheproof (SG-12)', async () => {
      const counts = { valid: 0, invalid: 0 };
      for (const { id, publicKey, message, signature, result } of wycheproof) {
        const verdict = await platform.verifyEd25519(hex(publicKey), hex(signature), hex(message));
        expect(verdict ? 'valid' : 'invalid', `test ${id}`).toBe(result);
        counts[result] += 1;
      }
      expect(counts).toEqual({ valid: 88, invalid: 63 });
    });

    it('says no, and does not throw, for keys and signatures that are neither (SG-12)', async () => {
      const [key] = testKeys;
      const good = hex(signatureOf(hex('00'), key));
      const noPoint = hex(`02${'00'.repeat(31)}`);
      for (const [publicKey, signature] of [
        [noPoint, good],
        [new Uint8Array(0), good],
        [new Uint8Array(33), good],
        [hex(key.publicKey), new Uint8Array(0)],
        [hex(key.publicKey), good.subarray(1)],
        [hex(key.publicKey), new Uint8Array(64).fill(255)],
      ] as const) {
        expect(await platform.verifyEd25519(publicKey, signature, hex('00'))).toBe(false);
      }
    });
  });
}
