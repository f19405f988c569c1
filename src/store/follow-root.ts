import { LIMITS, type Platform } from '../pack/format.ts';
import { type IndexLimits, readIndex } from '../pack/read-index.ts';
import type { RootFile } from '../pack/signed-index.ts';
import { verifyNextRoot } from '../pack/verify-next-root.ts';
import { verifySigned } from '../pack/verify-signed.ts';
import { download } from './download.ts';
import type { Known, Signed } from './fetch-index.ts';
import type { KeptIndex } from './kept-files.ts';

// Needed only where people have changed their keys: fetched then, and not kept with the rest of the app.

/** A host must not keep a phone busy for ever (The Update Framework, specification 1.0.32, section 5.3.3). */
const MOST_STEPS = 32;

/**
 * The offered index by the newest root at the host, where the known one has handed over to it step by step; null where a
 * step is missing or wrong, where there are more than 32, where the last root or the index has expired, or where the index
 * is not as that root wants it.
 */
export async function followRoot(
  offered: KeptIndex,
  known: Known,
  signal: AbortSignal,
  platform: Platform,
): Promise<Signed | null> {
  const root = await newestRoot(known.root, signal, platform);
  if (!root) return null;
  const { bytes, signature } = known.file;
  const { keys, roles } = root;
  const stillCounts = await verifySigned(bytes, signature, keys, roles.index, platform);
  const marks = stillCounts.ok ? known : await marksOfTheApp(known, platform);
  if (!marks || Date.parse(root.expires) <= marks.limits.minTime) return null;
  const verified = await readIndex(offered.bytes, offered.signature, root, marks.limits, platform);
  return verified.ok && !verified.value.isExpired ? { ...marks, root, index: verified.value.index } : null;
}

async function newestRoot(
  known: RootFile,
  signal: AbortSignal,
  platform: Platform,
): Promise<RootFile | null> {
  let root = known;
  for (let step = 0; step <= MOST_STEPS; step += 1) {
    const path = `/data/root.${root.version + 1}.json`;
    const bytes = await download(path, { limit: LIMITS.indexBytes, signal });
    // No next one, or the network has gone: what there is of the chain may do.
    if (!bytes.ok && bytes.problem.kind === 'offline') return root === known ? null : root;
    if (!bytes.ok || step === MOST_STEPS) return null;
    const signature = await download(`${path}.sig`, { limit: LIMITS.signatureBytes, signal });
    if (!signature.ok) return null;
    const next = await verifyNextRoot(bytes.value, signature.value, root, platform);
    // A root for development never follows a real one, whoever signed it (SG-9).
    if (!next.ok || next.value.dev !== known.dev) return null;
    root = next.value;
  }
  return null;
}

/**
 * Whoever had enough of the old keys may have signed a version so high, or a day so late, that no honest one would follow:
 * once those keys no longer count, neither does what they said. What the app came with does.
 */
async function marksOfTheApp(
  { baked }: Known,
  platform: Platform,
): Promise<{ limits: IndexLimits; floors: ReadonlyMap<string, number> } | null> {
  const { bytes, signature } = baked.index;
  const read = await readIndex(bytes, signature, baked.root, { floor: 0, minTime: 0 }, platform);
  if (!read.ok) return null;
  const { version, issued, regions } = read.value.index;
  const seen = { version, sha256: await platform.sha256(bytes) };
  const minTime = Math.max(baked.builtAt, Date.parse(issued));
  return {
    limits: { floor: version, seen, minTime },
    floors: new Map(regions.map((entry) => [entry.id, entry.version])),
  };
}
