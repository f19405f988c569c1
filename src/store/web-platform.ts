import type { Platform } from '../pack/format.ts';
import { joinBytes } from './join-bytes.ts';
import { webSha256 } from './web-sha256.ts';

/** Hashes, compression and signatures by the browser, in a worker or a page. */
export const webPlatform: Platform = {
  sha256: webSha256,
  inflate: (bytes, limit) => throughStream(bytes, new DecompressionStream('deflate-raw'), limit),
  deflate: (bytes) => throughStream(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY),
  verifyEd25519: async (publicKey, signature, bytes) =>
    (await verifyByBrowser(publicKey, signature, bytes)) ??
    // Fetched only by browsers that need it.
    (await import('./verify-by-library.ts')).verifyByLibrary(publicKey, signature, bytes),
};

// The web's types ask for bytes that are not shared between threads; none of ours are.
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}

// Chromium inflates the whole of what is written before it hands anything out (measured: 64 MiB from one write). DEFLATE
// grows at most 1032-fold, so a step of this size makes at most 4 MiB.
const STEP_BYTES = 4096;

/** Stops as soon as more than `limit` bytes have come out: a bomb costs one step, not the phone's memory. */
async function throughStream(
  bytes: Uint8Array,
  through: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Uint8Array> {
  // Whatever goes wrong on the way in is also seen on the way out, where it is awaited.
  feed(through.writable.getWriter(), bytes).catch(() => {});
  const reader: ReadableStreamDefaultReader<Uint8Array> = through.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    length += step.value.length;
    if (length > limit) {
      await reader.cancel();
      throw new RangeError('inflates past its limit');
    }
    parts.push(step.value);
  }
  return joinBytes(parts, length);
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += STEP_BYTES)
    await writer.write(owned(bytes.subarray(at, at + STEP_BYTES)));
  await writer.close();
}

/** Null where this browser has no Ed25519 (before Chrome 137, Firefox 129): no verdict, which is never a yes. */
async function verifyByBrowser(
  publicKey: Uint8Array,
  signature: Uint8Array,
  bytes: Uint8Array,
): Promise<boolean | null> {
  try {
    const key = await crypto.subtle.importKey('raw', owned(publicKey), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, owned(signature), owned(bytes));
  } catch {
    return null;
  }
}
