import { fail, type Result, succeed } from '../core/result.ts';
import { isChunk } from '../pack/chunk-of.ts';
import type { Platform, SectionInfo } from '../pack/format.ts';
import { readRecords } from '../pack/read-records.ts';
import { readSection } from '../pack/read-section.ts';
import type { Database, Generation } from './database.ts';
import { sectionBytes } from './generations.ts';
import type { StoreProblem } from './problems.ts';

/** One region's list as it lies on this phone, or in memory where the phone keeps nothing. */
export interface RegionFiles {
  readonly generation: Generation;
  /** The pack as it arrived, where it is only in memory. */
  readonly pack?: Uint8Array | undefined;
  /** A section's content, its hash checked again at every reading (SG-13). */
  section(name: string): Promise<Result<Uint8Array, StoreProblem>>;
  /** A section as it is stored, unchecked; null where it is lost. */
  stored(info: SectionInfo): Promise<Uint8Array | null>;
}

export function filesInDatabase(database: Database, generation: Generation, platform: Platform): RegionFiles {
  return regionFiles(generation, platform, async (info) => {
    // A row that the browser cannot read is as good as lost.
    const row = await database.sections.get([generation.sha256, info.name]).catch(() => undefined);
    return row?.bytes ?? null;
  });
}

export function filesInMemory(pack: Uint8Array, generation: Generation, platform: Platform): RegionFiles {
  return { ...regionFiles(generation, platform, async (info) => sectionBytes(pack, info)), pack };
}

/** The same list, read into memory from wherever it lies; what was lost there is lost here too. */
export async function intoMemory(files: RegionFiles, platform: Platform): Promise<RegionFiles> {
  const { generation } = files;
  const stored = new Map<string, Uint8Array | null>();
  for (const info of generation.sections) stored.set(info.name, await files.stored(info));
  return regionFiles(generation, platform, async ({ name }) => stored.get(name) ?? null);
}

function regionFiles(
  generation: Generation,
  platform: Platform,
  stored: (info: SectionInfo) => Promise<Uint8Array | null>,
): RegionFiles {
  return {
    generation,
    stored,
    async section(name) {
      const info = generation.sections.find((one) => one.name === name);
      const bytes = info ? await stored(info) : null;
      if (!info || !bytes) return fail({ kind: 'pack-damaged', detail: `${name} is missing` });
      return readSection(bytes, { ...info, offset: 0 }, platform);
    },
  };
}

interface ListingRecord {
  readonly id: string;
}

/** The records with these ids, in the order asked; one that is not in this region is left out. */
export async function readListings(
  files: RegionFiles,
  ids: readonly string[],
): Promise<Result<unknown[], StoreProblem>> {
  const chunks = new Map<string, readonly ListingRecord[]>();
  const found: unknown[] = [];
  for (const id of ids) {
    const record = await findRecord(files, id, chunks);
    if (!record.ok) return record;
    if (record.value) found.push(record.value);
  }
  return succeed(found);
}

/** Every record of a region; for the small list of national lines. */
export async function readAllListings(files: RegionFiles): Promise<Result<unknown[], StoreProblem>> {
  const all: unknown[] = [];
  for (const name of chunkNames(files)) {
    const chunk = await readChunk(files, name, new Map());
    if (!chunk.ok) return chunk;
    all.push(...chunk.value);
  }
  return succeed(all);
}

function chunkNames(files: RegionFiles): string[] {
  return files.generation.sections.map(({ name }) => name).filter(isChunk);
}

/**
 * Records lie in the order of their ids, in chunks, so a chunk is found by halving: a phone never inflates a whole
 * region to show one service. Chunks already read are in `chunks`.
 */
async function findRecord(
  files: RegionFiles,
  id: string,
  chunks: Map<string, readonly ListingRecord[]>,
): Promise<Result<ListingRecord | undefined, StoreProblem>> {
  const names = chunkNames(files);
  let low = 0;
  let high = names.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const chunk = await readChunk(files, names[middle] ?? '', chunks);
    if (!chunk.ok) return chunk;
    if (id < (chunk.value[0]?.id ?? '')) high = middle - 1;
    else if (id > (chunk.value.at(-1)?.id ?? '')) low = middle + 1;
    else return succeed(chunk.value.find((record) => record.id === id));
  }
  return succeed(undefined);
}

async function readChunk(
  files: RegionFiles,
  name: string,
  chunks: Map<string, readonly ListingRecord[]>,
): Promise<Result<readonly ListingRecord[], StoreProblem>> {
  const known = chunks.get(name);
  if (known) return succeed(known);
  const raw = await files.section(name);
  if (!raw.ok) return raw;
  const records = readRecords(raw.value);
  if (!records.ok) return records;
  // Every record has an id, in order: the pack was refused otherwise.
  const chunk = records.value as readonly ListingRecord[];
  chunks.set(name, chunk);
  return succeed(chunk);
}
