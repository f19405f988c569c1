import { fail, type Result, succeed } from '../core/result.ts';
import type { CompactListing, ShownListing } from '../core/shown-listing.ts';
import { shownListing } from '../core/shown-listing.ts';
import { buildSearchFiles } from '../search/build-index.ts';
import { buildPack } from './build-pack.ts';
import { isChunk } from './chunk-of.ts';
import { applyDelta, type PackRecord, readDelta } from './delta.ts';
import type { Platform } from './format.ts';
import { openPack } from './open-pack.ts';
import { readRecords } from './read-records.ts';
import { readSection } from './read-section.ts';
import { decodeRights } from './rights.ts';
import { decodeTowns } from './towns.ts';

/** The sections of a pack, wherever they lie. */
export interface PackSections {
  /** The names of its sections, in their order. */
  readonly names: readonly string[];
  /** A section inflated, its hash checked. */
  section(name: string): Promise<Result<Uint8Array, unknown>>;
}

/**
 * The later version, made from an earlier one and a delta: records from both, the index made again from them, the rest as
 * it was. Null where the delta cannot be read or is for another version. Nobody vouches for what comes out until
 * `verifyListedPack` has found it to be the signed content.
 */
export async function remakePack(
  before: PackSections,
  deltaFile: Uint8Array,
  platform: Platform,
): Promise<Uint8Array | null> {
  const delta = await readDelta(deltaFile, platform);
  if (!delta.ok) return null;
  const records = await recordsOf(before);
  const applied = records && applyDelta(records, delta.value);
  if (!applied?.ok) return null;
  const towns = await readPart(before, 'town', decodeTowns);
  const rights = await readPart(before, 'rght', decodeRights);
  if (!towns.ok || !rights.ok) return null;
  return buildPack(
    {
      meta: delta.value.meta,
      ...buildSearchFiles(applied.value.map(asShown)),
      towns: towns.value ?? [],
      rights: rights.value,
      listings: applied.value,
    },
    platform,
  );
}

/** What a section says that a pack may be without; null where it is. */
async function readPart<Part>(
  { names, section }: PackSections,
  name: string,
  decode: (bytes: Uint8Array) => Result<Part, unknown>,
): Promise<Result<Part | null, unknown>> {
  if (!names.includes(name)) return succeed(null);
  const raw = await section(name);
  return raw.ok ? decode(raw.value) : raw;
}

/** Those of a pack as a file; null where its table cannot be read. */
export function sectionsOf(pack: Uint8Array, platform: Platform): PackSections | null {
  const opened = openPack(pack);
  if (!opened.ok) return null;
  const infos = new Map(opened.value.sections.map((info) => [info.name, info]));
  return {
    names: [...infos.keys()],
    async section(name) {
      const info = infos.get(name);
      return info ? readSection(pack, info, platform) : fail(name);
    },
  };
}

/** Every record of a pack, in the order of ids; null where one section cannot be read. */
export async function recordsOf({ names, section }: PackSections): Promise<PackRecord[] | null> {
  const records: PackRecord[] = [];
  for (const name of names.filter(isChunk)) {
    const raw = await section(name);
    const chunk = raw.ok ? readRecords(raw.value) : raw;
    if (!chunk.ok) return null;
    // Every record has an id: the pack was refused otherwise.
    for (const record of chunk.value) records.push(record as PackRecord);
  }
  return records;
}

function asShown(record: PackRecord): ShownListing {
  return shownListing(record as CompactListing);
}
