import type { Deflate, Inflate } from '../core/hand-over.ts';

// Raw DEFLATE by the browser, for a hand-over code. The lists have theirs in the worker (store/web-platform.ts).

export const deflate: Deflate = async (bytes) => {
  const packed = streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
};

/** A code holds under 3 kB, of which DEFLATE can make 3 MB at most before the limit is seen. */
export const inflate: Inflate = async (bytes, limit) => {
  const reader = streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const plain: number[] = [];
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    if (plain.length + step.value.length > limit) {
      await reader.cancel();
      throw new RangeError('page: inflates past its limit');
    }
    for (const byte of step.value) plain.push(byte);
  }
  return Uint8Array.from(plain);
};

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
}
