import { fail, type Result, succeed } from '../core/result.ts';
import { LIMITS, type Platform } from '../pack/format.ts';
import { type IndexLimits, readIndex } from '../pack/read-index.ts';
import type { IndexFile, RootFile } from '../pack/signed-index.ts';
import type { BakedIn } from './baked-in.ts';
import { download } from './download.ts';
import type { KeptIndex } from './kept-files.ts';
import type { StoreProblem } from './problems.ts';

/** What a phone trusts when it asks for a newer index. */
export interface Known {
  readonly root: RootFile;
  /** The index that was accepted last. */
  readonly file: KeptIndex;
  readonly limits: IndexLimits;
  /** What came with the app: below that nothing ever counts. */
  readonly baked: BakedIn;
}

/** An index that counts, and the root by which it does. */
export interface Signed {
  readonly root: RootFile;
  readonly index: IndexFile;
  /** Where the keys of what was here no longer count: the versions by region below which nothing is taken all the same. */
  readonly floors?: ReadonlyMap<string, number>;
}

export interface Fetched extends Signed {
  readonly file: KeptIndex;
}

/** The host's index, where enough people have signed it and it is none older than what is known. */
export async function fetchIndex(
  known: Known,
  signal: AbortSignal,
  platform: Platform,
): Promise<Result<Fetched, StoreProblem>> {
  const bytes = await download('/data/index.json', { limit: LIMITS.indexBytes, signal });
  if (!bytes.ok) return bytes;
  const signature = await download('/data/index.json.sig', { limit: LIMITS.signatureBytes, signal });
  if (!signature.ok) return signature;
  const file = { bytes: bytes.value, signature: signature.value };
  const signed = await verify(file, known, signal, platform);
  return signed.ok ? succeed({ ...signed.value, file }) : signed;
}

async function verify(
  file: KeptIndex,
  known: Known,
  signal: AbortSignal,
  platform: Platform,
): Promise<Result<Signed, StoreProblem>> {
  const { root, limits, baked } = known;
  const verified = await readIndex(file.bytes, file.signature, root, limits, platform);
  if (verified.ok && verified.value.isExpired) return fail({ kind: 'index-expired' });
  if (verified.ok) return succeed({ root, index: verified.value.index });
  if (verified.problem.kind !== 'too-few-signatures') return verified;
  // Only now: where the index is good no root is asked for (NW-5).
  const module: Promise<typeof import('./follow-root.ts')> = import(/* @vite-ignore */ baked.followRootUrl);
  const followed = await module
    .then(({ followRoot }) => followRoot(file, known, signal, platform))
    .catch(() => null);
  return followed ? succeed(followed) : verified;
}
