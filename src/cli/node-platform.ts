import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Platform } from '../pack/format.ts';

/** Hashes, compression and signatures by Node. The contract is that of `webPlatform`, and so are its tests. */
export const nodePlatform: Platform = {
  sha256: async (bytes) => sha256(bytes),
  inflate: async (bytes, limit) => inflateWhole(bytes, limit),
  deflate: async (bytes) => new Uint8Array(deflateRawSync(bytes, { level: constants.Z_BEST_COMPRESSION })),
  verifyEd25519: async (publicKey, signature, bytes) => isSignedBy(publicKey, signature, bytes),
};

/** The same hash without waiting, for the command line. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function inflateWhole(bytes: Uint8Array, limit: number): Uint8Array {
  // maxOutputLength must be at least 1.
  const options = { maxOutputLength: Math.max(limit, 1), info: true } as const;
  // With `info` the answer is an object that @types/node 20 does not describe.
  const { buffer, engine } = inflateRawSync(bytes, options) as unknown as {
    buffer: Uint8Array;
    engine: { bytesWritten: number };
  };
  if (buffer.length > limit) throw new RangeError('inflates past its limit');
  // Node stops quietly at the end of the stream; browsers refuse what follows, so Node must too.
  if (engine.bytesWritten !== bytes.length) throw new RangeError('bytes after the deflated stream');
  return new Uint8Array(buffer);
}

function isSignedBy(publicKey: Uint8Array, signature: Uint8Array, bytes: Uint8Array): boolean {
  try {
    const jwk: JsonWebKey = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
    return verify(null, bytes, createPublicKey({ key: jwk, format: 'jwk' }), signature);
  } catch {
    // OpenSSL throws for bytes that are not a key; they have signed nothing.
    return false;
  }
}
