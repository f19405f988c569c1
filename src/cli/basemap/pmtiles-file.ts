import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';
import type { Box } from './box.ts';

// PMTiles version 3 (its specification is public), written here because no package does. What a reader must find is in
// pmtiles-file.test.ts, where the library that the guide reads with opens what this wrote.

export interface MapTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** As the format of the tiles has it, not compressed. */
  readonly bytes: Uint8Array;
}

export interface MapInfo {
  readonly box: Box;
  readonly zooms: readonly [least: number, most: number];
  readonly metadata: Readonly<Record<string, unknown>>;
}

interface Entry {
  readonly tileId: number;
  readonly offset: number;
  readonly length: number;
  runLength: number;
}

const HEADER_BYTES = 127;
// The header and the root directory lie in the first 16 KiB; what is more goes into leaves.
const MOST_ROOT_BYTES = 16_384 - HEADER_BYTES;
const LEAF_ENTRIES = 4096;
const GZIP = 2;
const VECTOR_TILES = 1;

/** One file with all tiles, each content once, in the order of their ids: the same tiles give the same bytes. */
export function pmtilesFile(tiles: readonly MapTile[], info: MapInfo): Uint8Array {
  const { entries, contents } = placeTiles(tiles);
  const { root, leaves } = directories(entries);
  const metadata = compress(new TextEncoder().encode(JSON.stringify(info.metadata)));
  const data = Buffer.concat(contents);
  const parts = [root, metadata, leaves, data];
  const header = headerOf(parts, info, {
    tiles: tiles.length,
    entries: entries.length,
    contents: contents.length,
  });
  return new Uint8Array(Buffer.concat([header, ...parts]));
}

function placeTiles(tiles: readonly MapTile[]): { entries: Entry[]; contents: Uint8Array[] } {
  const ordered = tiles
    .map(({ z, x, y, bytes }) => ({ tileId: zxyToTileId(z, x, y), bytes }))
    .sort((one, other) => one.tileId - other.tileId);
  const entries: Entry[] = [];
  const contents: Uint8Array[] = [];
  const known = new Map<string, { readonly offset: number; readonly length: number }>();
  let end = 0;
  for (const { tileId, bytes } of ordered) {
    const hash = createHash('sha256').update(bytes).digest('hex');
    let place = known.get(hash);
    if (!place) {
      const content = compress(bytes);
      place = { offset: end, length: content.length };
      known.set(hash, place);
      contents.push(content);
      end += content.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === place.offset && last.tileId + last.runLength === tileId) last.runLength += 1;
    else entries.push({ tileId, ...place, runLength: 1 });
  }
  return { entries, contents };
}

function directories(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const root = directory(entries);
  if (root.length <= MOST_ROOT_BYTES) return { root, leaves: new Uint8Array() };
  const leaves: Uint8Array[] = [];
  const toLeaves: Entry[] = [];
  let offset = 0;
  for (let start = 0; start < entries.length; start += LEAF_ENTRIES) {
    const part = entries.slice(start, start + LEAF_ENTRIES);
    const leaf = directory(part);
    // A run of nothing says that this is a leaf.
    toLeaves.push({ tileId: part[0]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 });
    leaves.push(leaf);
    offset += leaf.length;
  }
  return { root: directory(toLeaves), leaves: new Uint8Array(Buffer.concat(leaves)) };
}

/** Four columns of varints, so that near values compress well. */
function directory(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  writeVarint(bytes, entries.length);
  entries.forEach(({ tileId }, index) => {
    writeVarint(bytes, tileId - (entries[index - 1]?.tileId ?? 0));
  });
  for (const { runLength } of entries) writeVarint(bytes, runLength);
  for (const { length } of entries) writeVarint(bytes, length);
  entries.forEach(({ offset }, index) => {
    const before = entries[index - 1];
    // 0 means right after the one before.
    writeVarint(bytes, before && offset === before.offset + before.length ? 0 : offset + 1);
  });
  return compress(Uint8Array.from(bytes));
}

function writeVarint(bytes: number[], value: number): void {
  let rest = value;
  // Not by shifts: ids of deep zooms are above 32 bits.
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}

function compress(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: 9 });
  // The tenth byte names the system it was made on; 255 is "unknown", so that every system writes the same.
  packed[9] = 255;
  return packed;
}

interface Counts {
  readonly tiles: number;
  readonly entries: number;
  readonly contents: number;
}

function headerOf(parts: readonly Uint8Array[], { box, zooms }: MapInfo, counts: Counts): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  header.set(new TextEncoder().encode('PMTiles'));
  header[7] = 3;
  let offset = HEADER_BYTES;
  parts.forEach((part, index) => {
    view.setBigUint64(8 + index * 16, BigInt(offset), true);
    view.setBigUint64(16 + index * 16, BigInt(part.length), true);
    offset += part.length;
  });
  view.setBigUint64(72, BigInt(counts.tiles), true);
  view.setBigUint64(80, BigInt(counts.entries), true);
  view.setBigUint64(88, BigInt(counts.contents), true);
  const [least, most] = zooms;
  // In the order of the ids; how directories and tiles are compressed; what the tiles are.
  header.set([1, GZIP, GZIP, VECTOR_TILES, least, most], 96);
  const [west, south, east, north] = box;
  const numbers = [west, south, east, north];
  numbers.forEach((degrees, index) => {
    view.setInt32(102 + index * 4, Math.round(degrees * 1e7), true);
  });
  header[118] = least;
  view.setInt32(119, Math.round(((west + east) / 2) * 1e7), true);
  view.setInt32(123, Math.round(((south + north) / 2) * 1e7), true);
  return header;
}
