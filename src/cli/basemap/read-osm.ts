import { closeSync, createReadStream, openSync, readFileSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { FeatureCollection, GeoJsonProperties } from 'geojson';
import { OSMTransform } from 'osm-pbf-parser-node';
import osm2geojson from 'osm2geojson-lite';
import { fail, type Result, succeed } from '../../core/result.ts';

// JavaScript holds no longer text than this; the binary form has no such end.
const MOST_TEXT_BYTES = 500_000_000;
const READING = { completeFeature: true, renderTagged: true, excludeWay: false };

interface Element {
  readonly type?: string;
  readonly refs?: readonly number[];
}

/**
 * Reads an extract of OpenStreetMap: XML (.osm, or .osm.gz) or the binary form (.osm.pbf), told apart by what is in it. The
 * reason of a failure says what to do next.
 */
export async function readOsm(path: string): Promise<Result<FeatureCollection, string>> {
  try {
    const start = firstBytes(path);
    if (start.length === 0) return fail('is empty: fetch the extract again');
    const source = isBinary(start) ? { elements: await readElements(path) } : readText(path, start);
    if (source === null) return fail('is no extract of OpenStreetMap: give a file .osm, .osm.gz or .osm.pbf');
    const read = osm2geojson(source, READING);
    if (typeof source === 'string') for (const { properties } of read.features) decodeEntities(properties);
    return read.features.length > 0
      ? succeed(read)
      : fail('holds nothing with a name or a kind: check that the extract is not empty or cut off');
  } catch (error) {
    return fail(`cannot be read (${reasonOf(error)}): check that it is whole, or fetch it again`);
  }
}

function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(64);
    return start.subarray(0, readSync(file, start, 0, start.length, 0));
  } finally {
    closeSync(file);
  }
}

/** The first block of the binary form says its own name after four bytes of length. */
function isBinary(start: Buffer): boolean {
  return start.includes('OSMHeader');
}

function readText(path: string, start: Buffer): string | null {
  const isPacked = start[0] === 0x1f && start[1] === 0x8b;
  const bytes = isPacked
    ? gunzipSync(readFileSync(path), { maxOutputLength: MOST_TEXT_BYTES })
    : readFileSync(path);
  if (bytes.length > MOST_TEXT_BYTES) throw new Error('more than 500 MB of text: take the .osm.pbf instead');
  const text = bytes.toString('utf8');
  return /<osm[\s>]/.test(text.slice(0, 2000)) && /<\/osm>\s*$/.test(text.slice(-200)) ? text : null;
}

/** As one array: a city and its surroundings fit, a continent does not. */
async function readElements(path: string): Promise<Element[]> {
  const parser = new OSMTransform({ withTags: true, withInfo: false });
  const elements: Element[] = [];
  for await (const block of createReadStream(path).pipe(parser)) {
    for (const one of block as Element[]) {
      if (one.type === 'way') elements.push({ ...one, nodes: one.refs } as Element);
      else if (one.type === 'node' || one.type === 'relation') elements.push(one);
    }
  }
  return elements;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The library leaves those of XML as they are. Others than XML's own five and numbers are none of ours. */
function decodeEntities(properties: GeoJsonProperties): void {
  for (const [key, value] of Object.entries(properties ?? {}))
    if (properties && typeof value === 'string' && value.includes('&'))
      properties[key] = value.replace(
        /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|quot|apos|amp));/gi,
        decodeEntity,
      );
}

function decodeEntity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 120) : 'unknown reason';
}
