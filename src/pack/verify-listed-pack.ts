import { fail, type Result } from '../core/result.ts';
import { contentOf } from './content-of.ts';
import type { PackProblem, Platform } from './format.ts';
import type { RegionEntry } from './signed-index.ts';
import { type VerifiedPack, verifyPack } from './verify-pack.ts';

export type ListedPackProblem =
  | PackProblem
  | {
      readonly kind: 'pack-not-as-listed';
      readonly field: 'length' | 'sha256' | 'region' | 'version' | 'records' | 'schema';
    };

/**
 * Whether these bytes are the whole pack that a verified index names, or one with the same content that a phone has made
 * from a delta: the last check before it may be installed.
 */
export async function verifyListedPack(
  bytes: Uint8Array,
  entry: RegionEntry,
  platform: Platform,
): Promise<Result<VerifiedPack, ListedPackProblem>> {
  const difference = await differenceFrom(entry, bytes, platform);
  if (difference && !entry.content) return fail({ kind: 'pack-not-as-listed', field: difference });
  const verified = await verifyPack(bytes, platform);
  if (difference) {
    const content = verified.ok ? await contentOf(bytes, verified.value.sections, platform) : null;
    if (!content?.ok || content.value !== entry.content)
      return fail({ kind: 'pack-not-as-listed', field: difference });
  }
  if (!verified.ok) return verified;
  const { meta } = verified.value;
  // The hash already ties them together; this catches a publisher who listed one region's pack under another's name.
  if (meta.region !== entry.id) return fail({ kind: 'pack-not-as-listed', field: 'region' });
  for (const field of ['version', 'records', 'schema'] as const) {
    if (meta[field] !== entry[field]) return fail({ kind: 'pack-not-as-listed', field });
  }
  return verified;
}

async function differenceFrom(
  { length, sha256 }: RegionEntry,
  bytes: Uint8Array,
  platform: Platform,
): Promise<'length' | 'sha256' | null> {
  if (bytes.length !== length) return 'length';
  return (await platform.sha256(bytes)) === sha256 ? null : 'sha256';
}
