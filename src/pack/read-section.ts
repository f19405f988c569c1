import { type Result, succeed } from '../core/result.ts';
import { damaged } from './damaged.ts';
import { LIMITS, type PackProblem, type Platform, type SectionInfo } from './format.ts';

/** One section as it was before deflating. `bytes` is the whole file that `info` was read from by `openPack`. */
export async function readSection(
  bytes: Uint8Array,
  info: SectionInfo,
  platform: Platform,
): Promise<Result<Uint8Array, PackProblem>> {
  const stored = bytes.subarray(info.offset, info.offset + info.storedLength);
  if (stored.length !== info.storedLength) return damaged(`${info.name} ends after the file`);
  if (info.rawLength > LIMITS.rawBytes) {
    return { ok: false, problem: { kind: 'pack-too-large', limit: LIMITS.rawBytes } };
  }
  // The hash comes before inflating: only bytes that someone meant to publish reach the decompressor.
  if ((await platform.sha256(stored)) !== info.sha256) return damaged(`${info.name} has another hash`);
  const raw = info.isDeflated ? await inflated(stored, info.rawLength, platform) : stored;
  if (raw?.length !== info.rawLength) return damaged(`${info.name} does not inflate to its length`);
  return succeed(raw);
}

async function inflated(stored: Uint8Array, limit: number, platform: Platform): Promise<Uint8Array | null> {
  try {
    return await platform.inflate(stored, limit);
  } catch {
    // A platform says "not deflated" and "past the limit" by throwing; here both are only what the file is.
    return null;
  }
}
