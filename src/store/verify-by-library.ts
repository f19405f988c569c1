import { etc, hashes, Point, verifyAsync } from '@noble/ed25519';

/** The verdict of a browser without Ed25519, by a bundled library: the same as where the browser has it (SG-12). */
export async function verifyByLibrary(
  publicKey: Uint8Array,
  signature: Uint8Array,
  bytes: Uint8Array,
): Promise<boolean> {
  try {
    // zip215 is the lenient rule of blockchains; a publisher's signature needs the strict one of RFC 8032.
    const isValid = await verifyAsync(signature, bytes, publicKey, { zip215: false });
    return isValid && (await isExact(publicKey, signature, bytes));
  } catch {
    // Bytes that are no key or no signature have signed nothing.
    return false;
  }
}

// The library multiplies both sides by the cofactor 8, browsers and OpenSSL do not (measured: R with a part of small
// order passes the first and fails the second). Without this, two phones could disagree about one signature.
async function isExact(publicKey: Uint8Array, signature: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  const r = signature.subarray(0, 32);
  const hash = await hashes.sha512Async(etc.concatBytes(r, publicKey, bytes));
  const k = etc.mod(littleEndian(hash), Point.CURVE().n);
  const right = Point.fromBytes(r).add(Point.fromBytes(publicKey).multiply(k, false));
  return Point.BASE.multiply(littleEndian(signature.subarray(32)), false).equals(right);
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${etc.bytesToHex(bytes.toReversed())}`);
}
