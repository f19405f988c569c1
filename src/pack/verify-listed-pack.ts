import { fail, type Result } from '../core/result.ts';
import type { PackProblem, Platform } from './format.ts';
import type { RegionEntry } from './signed-index.ts';
import { type VerifiedPack, verifyPack } from './verify-pack.ts';

export type ListedPackProblem =
  | PackProblem
  | {
      readonly kind: 'pack-not-as-listed';
      readonly field: 'length' | 'sha256' | 'region' | 'version' | 'records' | 'schema';
    };

/** Whether these bytes are the whole pack that a verified index names: the last check before it may be installed. */
export async function verifyListedPack(
  bytes: Uint8Array,
  entry: RegionEntry,
  platform: Platform,
): Promise<Result<VerifiedPack, ListedPackProblem>> {
  if (bytes.length !== entry.length) return fail({ kind: 'pack-not-as-listed', field: 'length' });
  if ((await platform.sha256(bytes)) !== entry.sha256)
    return fail({ kind: 'pack-not-as-listed', field: 'sha256' });
  const verified = await verifyPack(bytes, platform);
  if (!verified.ok) return verified;
  const { meta } = verified.value;
  // The hash already ties them together; this catches a publisher who listed one region's pack under another's name.
  if (meta.region !== entry.id) return fail({ kind: 'pack-not-as-listed', field: 'region' });
  for (const field of ['version', 'records', 'schema'] as const) {
    if (meta[field] !== entry[field]) return fail({ kind: 'pack-not-as-listed', field });
  }
  return verified;
}
