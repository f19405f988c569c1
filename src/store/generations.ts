import { fail, type Result, succeed } from '../core/result.ts';
import type { Platform, SectionInfo } from '../pack/format.ts';
import type { Database, Generation, StoredSection } from './database.ts';
import type { StoreProblem } from './problems.ts';

/**
 * Puts a region's new list in the place of the old one in a single transaction: a reader sees the old list or the new
 * one, never a mixture and never nothing, whenever the phone dies (ST-1).
 */
export async function installGeneration(
  database: Database,
  generation: Generation,
  rows: readonly StoredSection[],
): Promise<Result<null, StoreProblem>> {
  try {
    await database.transaction('rw', database.generations, database.sections, async () => {
      const before = await database.generations.get(generation.region);
      await database.sections.bulkPut([...rows]);
      await database.generations.put(generation);
      if (before && before.sha256 !== generation.sha256) {
        await database.sections.where('sha256').equals(before.sha256).delete();
      }
    });
    return succeed(null);
  } catch (error) {
    return fail(storageProblem(error));
  }
}

/**
 * Whether every section that the signed pack names is there with its length and its hash (ST-4, SG-13). Chromium empties
 * a damaged database without an error (measured, Chromium 156), so a missing row must never be read as "no services".
 */
export async function isGenerationWhole(
  database: Database,
  generation: Generation,
  platform: Platform,
): Promise<boolean> {
  const rows = await database.sections.where('sha256').equals(generation.sha256).toArray();
  const stored = new Map(rows.map(({ name, bytes }) => [name, bytes]));
  for (const { name, storedLength, sha256 } of generation.sections) {
    const bytes = stored.get(name);
    if (bytes?.length !== storedLength || (await platform.sha256(bytes)) !== sha256) return false;
  }
  return true;
}

export function sectionBytes(pack: Uint8Array, section: SectionInfo): Uint8Array {
  return pack.slice(section.offset, section.offset + section.storedLength);
}

/** Why something could not be written. */
export function storageProblem(error: unknown): StoreProblem {
  return { kind: isQuotaError(error) ? 'storage-full' : 'not-saved' };
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
