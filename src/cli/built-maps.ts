import { existsSync, readFileSync, statSync } from 'node:fs';
import { fail, type Result, succeed } from '../core/result.ts';
import { type MapEntry, MOST_MAP_BYTES } from '../pack/maps.ts';
import { homePath } from './home.ts';
import { sha256 } from './node-platform.ts';
import type { InputProblem } from './regions.ts';

export interface BuiltMap {
  readonly entry: MapEntry;
  readonly bytes: Uint8Array;
}

const MAGIC = 'PMTiles\u0003';

/** The maps that `waypost basemap` left for these regions; a region without one is shown on the world's. */
export function builtMaps(regions: readonly string[]): Result<BuiltMap[], InputProblem[]> {
  const maps: BuiltMap[] = [];
  for (const region of regions) {
    const path = homePath('maps', `${region}.pmtiles`);
    if (!existsSync(path)) continue;
    const { size } = statSync(path);
    if (size > MOST_MAP_BYTES)
      return fail([
        {
          file: path,
          field: '(file)',
          reason: `has ${size} bytes, a phone takes ${MOST_MAP_BYTES}: make it from a smaller extract`,
        },
      ]);
    const bytes = new Uint8Array(readFileSync(path));
    if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
      return fail([
        {
          file: path,
          field: '(file)',
          reason: 'is no PMTiles file of version 3: make it anew with "waypost basemap"',
        },
      ]);
    const hash = sha256(bytes);
    maps.push({ entry: { region, length: bytes.length, sha256: hash }, bytes });
  }
  return succeed(maps);
}
