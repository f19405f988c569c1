import { beforeAll, describe, expect, it } from 'vitest';
import { keyOf, openList, sealList } from './kept-list.ts';

// The cryptography by itself; few rounds, since here nobody guesses.
const ROUNDS = 10;
const SALT = new Uint8Array(16).fill(7);
let key: CryptoKey;
beforeAll(async () => {
  key = await keyOf('words', SALT, ROUNDS);
});

describe('a sealed list (TR-13)', () => {
  it('never uses an IV twice in 10,000 writings', async () => {
    const seen = new Set<string>();
    for (let count = 0; count < 10_000; count++)
      seen.add((await sealList(['a'], key, SALT, ROUNDS)).iv.join());
    expect(seen.size).toBe(10_000);
  });

  it('is refused with any one byte of it changed, also of what is bound to it', async () => {
    const row = await sealList(['a', 'b'], key, SALT, ROUNDS);
    expect(await openList(row, key)).toEqual(['a', 'b']);
    const flip = (bytes: Uint8Array, at: number) => bytes.with(at, (bytes[at] ?? 0) ^ 1);
    for (const at of [0, 1, 100, row.bytes.length - 17, row.bytes.length - 1])
      expect(await openList({ ...row, bytes: flip(row.bytes, at) }, key)).toBeNull();
    for (let at = 0; at < row.iv.length; at++)
      expect(await openList({ ...row, iv: flip(row.iv, at) }, key)).toBeNull();
    expect(await openList({ ...row, rounds: ROUNDS + 1 }, key)).toBeNull();
    expect(await openList({ ...row, bytes: row.bytes.slice(0, -1) }, key)).toBeNull();
  });

  it('has a key that cannot be taken out of the browser', async () => {
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  it('derives the key as RFC 8018 says: PBKDF2, HMAC with SHA-256, then AES of 256 bits in GCM', async () => {
    expect(key.algorithm).toEqual({ name: 'AES-GCM', length: 256 });
    // Sealed by another implementation of the same rules.
    const { createDecipheriv, pbkdf2Sync } = await import('node:crypto');
    const row = await sealList(['a'], key, SALT, ROUNDS);
    const raw = pbkdf2Sync('words', SALT, ROUNDS, 32, 'sha256');
    const decipher = createDecipheriv('aes-256-gcm', raw, row.iv);
    decipher.setAAD(Buffer.from(`list 1 ${ROUNDS}`));
    decipher.setAuthTag(row.bytes.subarray(-16));
    const text = Buffer.concat([decipher.update(row.bytes.subarray(0, -16)), decipher.final()]).toString();
    expect(JSON.parse(text)).toEqual(['a']);
  });
});
