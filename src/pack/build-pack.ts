import { toColumns } from '../core/columns.ts';
import type { RegionRights } from '../core/rights.ts';
import type { Town } from '../search/towns.ts';
import type { PackMeta, Platform, SectionInfo } from './format.ts';
import { ENTRY_BYTES, FORMAT_VERSION, HEADER_BYTES, LIMITS, MAGIC, RECORDS_PER_CHUNK } from './format.ts';
import { encodeRights } from './rights.ts';
import { writeEntry } from './section-entry.ts';
import { sectionNames } from './section-names.ts';
import { encodeTowns } from './towns.ts';
import { writeJson } from './write-json.ts';

export interface PackContents {
  /** The number of records is counted, not asked for. */
  readonly meta: Omit<PackMeta, 'records'>;
  /** Both from `buildSearchFiles` over the same listings. */
  readonly index: Uint8Array;
  readonly cards: Uint8Array;
  /** Empty leaves the section out. */
  readonly towns: readonly Town[];
  /** Of the region's country; nothing leaves the section out. */
  readonly rights?: RegionRights | null;
  readonly listings: readonly { readonly id: string }[];
}

/** Only whoever packs can know that a list is too long; the limits are those of docs/pack-format.md. */
export class PackTooLarge extends Error {
  constructor(what: string) {
    super(`pack: ${what} are more than one pack may have`);
  }
}

/**
 * One region as a file (docs/pack-format.md). The same contents and platform give the same bytes; the order of the
 * listings does not matter. Throws where the limits of a pack are passed: split the region first.
 */
export async function buildPack(contents: PackContents, platform: Platform): Promise<Uint8Array> {
  const records = inOrderOfIds(contents.listings);
  if (records.length > LIMITS.records) throw new PackTooLarge(`${records.length} records`);
  const chunks = inChunks(records);
  const hasTowns = contents.towns.length > 0;
  const rights = contents.rights ? encodeRights(contents.rights) : null;
  if (rights && rights.length > LIMITS.rightsBytes)
    throw new Error(`pack: ${rights.length} bytes of rights are more than one pack may have`);
  const names = sectionNames({ hasTowns, hasRights: rights !== null, chunks: chunks.length });
  const raw = [
    writeMeta(contents.meta, records.length),
    contents.index,
    contents.cards,
    ...(hasTowns ? [encodeTowns(contents.towns)] : []),
    ...(rights ? [rights] : []),
    ...chunks.map((chunk) => writeJson(toColumns(chunk))),
  ];
  const stored: StoredSection[] = [];
  for (const [place, bytes] of raw.entries()) {
    stored.push(await storeSection(names[place] ?? '', bytes, platform));
  }
  return joinSections(stored);
}

interface StoredSection {
  readonly info: Omit<SectionInfo, 'offset'>;
  readonly bytes: Uint8Array;
}

// By code unit, never by a locale: the order is part of the format.
function inOrderOfIds<Listing extends { readonly id: string }>(listings: readonly Listing[]): Listing[] {
  const sorted = listings.toSorted((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  for (const [place, listing] of sorted.entries()) {
    if (sorted[place + 1]?.id === listing.id) throw new Error(`pack: two listings have the id ${listing.id}`);
  }
  return sorted;
}

function inChunks<Record>(records: readonly Record[]): Record[][] {
  const chunks = Math.ceil(records.length / RECORDS_PER_CHUNK);
  return Array.from({ length: chunks }, (_, chunk) =>
    records.slice(chunk * RECORDS_PER_CHUNK, (chunk + 1) * RECORDS_PER_CHUNK),
  );
}

// Field by field, so that the order in which a caller wrote them does not reach the bytes.
function writeMeta(meta: PackContents['meta'], records: number): Uint8Array {
  const { region, version, schema, built_on, licence } = meta;
  return writeJson({ region, version, records, schema, built_on, licence });
}

async function storeSection(name: string, raw: Uint8Array, platform: Platform): Promise<StoredSection> {
  // meta stays readable without inflating: it is what a person with a hex viewer looks for first.
  const deflated = name === 'meta' ? raw : await platform.deflate(raw);
  const isDeflated = deflated.length < raw.length;
  const bytes = isDeflated ? deflated : raw;
  const sha256 = await platform.sha256(bytes);
  return { info: { name, storedLength: bytes.length, rawLength: raw.length, isDeflated, sha256 }, bytes };
}

function joinSections(sections: readonly StoredSection[]): Uint8Array {
  const tableEnd = HEADER_BYTES + ENTRY_BYTES * sections.length;
  const total = sections.reduce((sum, { bytes }) => sum + bytes.length, tableEnd);
  const rawTotal = sections.reduce((sum, { info }) => sum + info.rawLength, 0);
  if (total > LIMITS.packBytes) throw new PackTooLarge(`${total} bytes`);
  if (rawTotal > LIMITS.rawBytes) throw new PackTooLarge(`${rawTotal} bytes inflated`);
  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  for (let place = 0; place < MAGIC.length; place += 1) view.setUint8(place, MAGIC.charCodeAt(place));
  view.setUint16(4, FORMAT_VERSION, true);
  view.setUint32(8, sections.length, true);
  let offset = tableEnd;
  for (const [place, { info, bytes }] of sections.entries()) {
    writeEntry(view, HEADER_BYTES + ENTRY_BYTES * place, { ...info, offset });
    file.set(bytes, offset);
    offset += bytes.length;
  }
  return file;
}
