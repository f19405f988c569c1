import { fail, type Result, succeed } from '../core/result.ts';
import type { Fetching } from './directory-store.ts';
import { download } from './download.ts';
import { MAPS } from './kept-files.ts';
import type { StoreProblem } from './problems.ts';
import { webSha256 } from './web-sha256.ts';

// Maps lie in a cache of their own, which is dropped first where room is short (settled 12). What is read from it counts only
// after its hash has been compared again. Nobody fetches this file but who opens a map.

/** A map as somebody who is believed names it: a signed index, or the build of the app itself. */
export interface NamedMap {
  /** On this host. */
  readonly path: string;
  readonly length: number;
  readonly sha256: string;
}

interface Reading {
  readonly keeps: () => boolean;
  /** Every map that is named now: the others that are kept give way. */
  readonly named: () => readonly NamedMap[];
  readonly fetching: Fetching;
}

/** Looking into a cache does not make it, opening it does. */
export async function isMapHere(map: NamedMap): Promise<boolean> {
  return (await kept(map)) !== undefined;
}

/** A map, whole: from this device, else from the host in one request that says nothing but its hash. */
export async function readWholeMap(
  map: NamedMap,
  { keeps, named, fetching }: Reading,
): Promise<Result<Uint8Array, StoreProblem>> {
  const response = keeps() ? await kept(map) : undefined;
  const here = response && new Uint8Array(await response.arrayBuffer());
  if (here && (await isAsNamed(here, map))) return succeed(here);
  const { path, length } = map;
  const fetched = await download(path, { ...fetching, limit: length, total: length });
  if (!fetched.ok) return fetched;
  if (!(await isAsNamed(fetched.value, map))) return fail({ kind: 'pack-not-as-listed', field: 'sha256' });
  // Asked only now: she may have chosen meanwhile that nothing is kept.
  if (keeps()) await keep(map, fetched.value, named());
  return fetched;
}

async function isAsNamed(bytes: Uint8Array, { length, sha256 }: NamedMap): Promise<boolean> {
  return bytes.length === length && (await webSha256(bytes)) === sha256;
}

function kept({ path }: NamedMap): Promise<Response | undefined> {
  return caches.match(path, { cacheName: MAPS }).catch(() => undefined);
}

/** Without room for it the map is shown all the same, and fetched again another time. */
async function keep({ path }: NamedMap, bytes: Uint8Array, named: readonly NamedMap[]): Promise<void> {
  try {
    const cache = await caches.open(MAPS);
    for (const request of await cache.keys())
      if (!named.some((one) => one.path === new URL(request.url).pathname)) await cache.delete(request);
    await cache.put(path, new Response(bytes as Uint8Array<ArrayBuffer>));
  } catch {
    // Storage is blocked or full.
  }
}
