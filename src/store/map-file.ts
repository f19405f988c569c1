import { fail, type Result, succeed } from '../core/result.ts';
import type { Platform } from '../pack/format.ts';
import { type MapEntry, mapFor, mapPath, readMaps } from '../pack/maps.ts';
import type { DirectoryStore, Fetching } from './directory-store.ts';
import { download } from './download.ts';
import { MAPS } from './kept-files.ts';
import type { StoreProblem } from './problems.ts';

// Maps lie in a cache of their own, which is dropped first where room is short (settled 12). What is read from it counts only
// after its hash has been compared again. Nobody fetches this file but who opens a map.

const DATA = '/data/';

/** The map to show a region on, and whether it is on this phone; null where there is none. */
export async function offerMap(store: DirectoryStore, region: string) {
  const entry = entryFor(store, region);
  if (!entry) return null;
  const isHere = store.keeps && (await kept(entry)) !== undefined;
  return { length: entry.length, sha256: entry.sha256, isHere };
}

/** A region's map, whole: from this phone, else from the host in one request that says nothing but its hash. */
export async function readMap(
  store: DirectoryStore,
  region: string,
  fetching: Fetching,
  platform: Platform,
): Promise<Result<Uint8Array, StoreProblem>> {
  const entry = entryFor(store, region);
  if (!entry) return fail({ kind: 'no-such-region' });
  const response = store.keeps ? await kept(entry) : undefined;
  const here = response && new Uint8Array(await response.arrayBuffer());
  if (here && (await isAsListed(here, entry, platform))) return succeed(here);
  const { length } = entry;
  const fetched = await download(DATA + mapPath(entry), { ...fetching, limit: length, total: length });
  if (!fetched.ok) return fetched;
  if (!(await isAsListed(fetched.value, entry, platform)))
    return fail({ kind: 'pack-not-as-listed', field: 'sha256' });
  // Asked only now: she may have chosen meanwhile that nothing is kept.
  if (store.keeps) await keep(entry, fetched.value, readMaps(store.signedIndex));
  return fetched;
}

function entryFor(store: DirectoryStore, region: string): MapEntry | null {
  const maps = readMaps(store.signedIndex);
  return maps.ok ? mapFor(maps.value, region) : null;
}

async function isAsListed(
  bytes: Uint8Array,
  { length, sha256 }: MapEntry,
  platform: Platform,
): Promise<boolean> {
  return bytes.length === length && (await platform.sha256(bytes)) === sha256;
}

/** Looking into a cache does not make it, opening it does. */
function kept(entry: MapEntry): Promise<Response | undefined> {
  return caches.match(DATA + mapPath(entry), { cacheName: MAPS }).catch(() => undefined);
}

/** Without room for it the map is shown all the same, and fetched again another time. */
async function keep(entry: MapEntry, bytes: Uint8Array, listed: Result<MapEntry[], string>): Promise<void> {
  try {
    const cache = await caches.open(MAPS);
    const named = listed.ok ? listed.value.map((one) => DATA + mapPath(one)) : [];
    for (const request of await cache.keys())
      if (!named.includes(new URL(request.url).pathname)) await cache.delete(request);
    await cache.put(DATA + mapPath(entry), new Response(bytes as Uint8Array<ArrayBuffer>));
  } catch {
    // Storage is blocked or full.
  }
}
