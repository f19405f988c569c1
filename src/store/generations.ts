import { fail, type Result, succeed } from '../core/result.ts';
import type { SectionInfo } from '../pack/format.ts';
import type { Database, Generation, StoredSection } from './database.ts';
import type { StoreProblem } from './problems.ts';

/** A pack whose bytes have been verified, ready to be kept. */
export interface VerifiedGeneration extends Generation {
  readonly bytes: Uint8Array;
}

/**
 * Puts a region's new list in the place of the old one in a single transaction: a reader sees the old list or the new
 * one, never a mixture and never nothing, whenever the phone dies (ST-1).
 */
export async function installGeneration(
  database: Database,
  { bytes, ...generation }: VerifiedGeneration,
): Promise<Result<null, StoreProblem>> {
  const rows = generation.sections.map(
    (section): StoredSection => ({
      sha256: generation.sha256,
      name: section.name,
      bytes: sectionBytes(bytes, section),
    }),
  );
  try {
    await database.transaction('rw', database.generations, database.sections, async () => {
      const before = await database.generations.get(generation.region);
      await database.sections.bulkPut(rows);
      await database.generations.put(generation);
      if (before && before.sha256 !== generation.sha256) {
        await database.sections.where('sha256').equals(before.sha256).delete();
      }
    });
    return succeed(null);
  } catch (error) {
    return fail({ kind: isQuotaError(error) ? 'storage-full' : 'not-saved' });
  }
}

/**
 * Whether every section that the signed pack names is there with its length (ST-4). Chromium empties a damaged database
 * without an error (measured, Chromium 156), so a missing row must never be read as "no services".
 */
export async function isGenerationWhole(database: Database, generation: Generation): Promise<boolean> {
  const lengths = new Map<string, number>();
  await database.sections
    .where('sha256')
    .equals(generation.sha256)
    .each((section) => lengths.set(section.name, section.bytes.length));
  return generation.sections.every((section) => lengths.get(section.name) === section.storedLength);
}

export function sectionBytes(pack: Uint8Array, section: SectionInfo): Uint8Array {
  return pack.slice(section.offset, section.offset + section.storedLength);
}

/** Dexie reports a full disk as AbortError with the real reason inside (Dexie issue 776, still so in 4.4.7). */
function isQuotaError(error: unknown): boolean {
  const {
    name = '',
    message = '',
    inner,
  } = (error ?? {}) as { name?: string; message?: string; inner?: unknown };
  return (
    name === 'QuotaExceededError' ||
    message.startsWith('QuotaExceededError') ||
    (inner !== undefined && isQuotaError(inner))
  );
}
