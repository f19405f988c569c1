import { fail, type Result } from '../core/result.ts';
import { type MapEntry, mapFor, mapPath, readMaps } from '../pack/maps.ts';
import type { DirectoryStore, Fetching } from './directory-store.ts';
import type { StoreProblem } from './problems.ts';
import { isMapHere, type NamedMap, readWholeMap } from './whole-map-file.ts';

// The maps that the signed index names. Nobody fetches this file but who opens a map.

const DATA = '/data/';

/** The map to show a region on, and whether it is on this phone; null where there is none. */
export async function offerMap(store: DirectoryStore, region: string) {
  const map = mapOf(store, region);
  if (!map) return null;
  const isHere = store.keeps && (await isMapHere(map));
  return { length: map.length, sha256: map.sha256, isHere };
}

/** A region's map, whole: from this phone, else from the host. */
export async function readMap(
  store: DirectoryStore,
  region: string,
  fetching: Fetching,
): Promise<Result<Uint8Array, StoreProblem>> {
  const map = mapOf(store, region);
  if (!map) return fail({ kind: 'no-such-region' });
  return readWholeMap(map, {
    keeps: () => store.keeps,
    named: () => entriesOf(store).map(named),
    fetching,
  });
}

function mapOf(store: DirectoryStore, region: string): NamedMap | null {
  const entry = mapFor(entriesOf(store), region);
  return entry && named(entry);
}

function entriesOf(store: DirectoryStore): readonly MapEntry[] {
  const maps = readMaps(store.signedIndex);
  return maps.ok ? maps.value : [];
}

function named(entry: MapEntry): NamedMap {
  const { length, sha256 } = entry;
  return { path: DATA + mapPath(entry), length, sha256 };
}
