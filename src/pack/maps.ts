import { isRecord } from '../core/is-record.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { isRegionId } from './is-region-id.ts';
import { isWhole } from './is-whole.ts';
import { readJson } from './read-json.ts';

/** A map as the signed index names it: `world` for every region that has none of its own. */
export interface MapEntry {
  readonly region: string;
  readonly length: number;
  readonly sha256: string;
}

/** The most that a phone takes (SG-11). */
export const MOST_MAP_BYTES = 40 * 1024 * 1024;
// The header alone.
const SMALLEST_MAP = 127;
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * The maps that an index names. The index MUST have been verified: these are its bytes again, so that only who opens a map
 * needs to know how maps are named. An index of before there were any has none. The problem names the field.
 */
export function readMaps(index: Uint8Array): Result<MapEntry[], string> {
  const json = readJson(index);
  if (!json.ok || !isRecord(json.value)) return fail('index');
  const { maps = [] } = json.value;
  if (!Array.isArray(maps)) return fail('maps');
  const read: MapEntry[] = [];
  for (const [number, entry] of maps.entries()) {
    const map = readMap(entry);
    if (!map.ok) return fail(`maps.${number}.${map.problem}`);
    if (read.some(({ region }) => region === map.value.region)) return fail(`maps.${number}.region`);
    read.push(map.value);
  }
  return succeed(read);
}

function readMap(value: unknown): Result<MapEntry, string> {
  if (!isRecord(value)) return fail('is not an object');
  const { region, length, sha256 } = value;
  if (!isRegionId(region)) return fail('region');
  if (typeof sha256 !== 'string' || !SHA256.test(sha256)) return fail('sha256');
  if (!isWhole(length, SMALLEST_MAP, MOST_MAP_BYTES)) return fail('length');
  return succeed({ region, length, sha256 });
}

/** From the folder the index is in: what is fetched can only be what was signed. */
export function mapPath({ sha256 }: Pick<MapEntry, 'sha256'>): string {
  return `maps/${sha256}.pmtiles`;
}

/** The map to show a region on: its own, else the world's. */
export function mapFor(maps: readonly MapEntry[], region: string): MapEntry | null {
  return maps.find((map) => map.region === region) ?? maps.find((map) => map.region === 'world') ?? null;
}
