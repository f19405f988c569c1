// The signed files as they arrived, in one Cache Storage cache written and read only here and in drop-packs.ts (settled
// 12). They outlive a database that the browser has emptied, and are verified again whenever they are read.

import { readJson } from '../pack/read-json.ts';
import type { RootFile } from '../pack/signed-index.ts';

export const CACHE_NAME = 'files';
/** The second cache (map-file.ts). */
export const MAPS = 'maps';
const DATA = '/data/';
const INDEX = 'index.json';
const SIGNATURE = 'index.json.sig';
/** The root by which that index counts. */
const ROOT = 'root.json';
/** When the host was last asked for a newer index: asked at most once a day (NW-9). */
const ASKED = 'asked';

export interface KeptIndex {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

export interface KeptFiles {
  keep(path: string, content: Uint8Array | string): Promise<void>;
  file(path: string): Promise<Uint8Array | null>;
}

/** Where a person wants nothing kept on the phone. */
export const keptNowhere: KeptFiles = {
  keep: async () => undefined,
  file: async () => null,
};

/** Keeping is a help, not a condition: where the cache refuses, the list still works from the database or memory. */
export const keptInCache: KeptFiles = {
  async keep(path, content) {
    try {
      const cache = await caches.open(CACHE_NAME);
      await cache.put(DATA + path, new Response(content as Uint8Array<ArrayBuffer> | string));
    } catch {
      // Storage is blocked or full.
    }
  },
  async file(path) {
    try {
      const cache = await caches.open(CACHE_NAME);
      const response = await cache.match(DATA + path);
      return response ? new Uint8Array(await response.arrayBuffer()) : null;
    } catch {
      return null;
    }
  },
};

/** Whether there were any. */
export function dropMaps(): Promise<boolean> {
  return caches.delete(MAPS).catch(() => false);
}

/** With the root by which it counts: without it the index would be nothing. */
export async function keepIndex(
  files: KeptFiles,
  { bytes, signature }: KeptIndex,
  root: RootFile,
): Promise<void> {
  await files.keep(ROOT, JSON.stringify(root));
  await files.keep(INDEX, bytes);
  await files.keep(SIGNATURE, signature);
}

export async function keptRoot(files: KeptFiles): Promise<RootFile | null> {
  return (await keptJson(files, ROOT)) as RootFile | null;
}

export async function keptIndex(files: KeptFiles): Promise<KeptIndex | null> {
  const [bytes, signature] = [await files.file(INDEX), await files.file(SIGNATURE)];
  return bytes && signature ? { bytes, signature } : null;
}

export async function keepAskedAt(files: KeptFiles, at: number): Promise<void> {
  await files.keep(ASKED, String(at));
}

export async function keptAskedAt(files: KeptFiles): Promise<number | null> {
  return (await keptJson(files, ASKED)) as number | null;
}

/** What this app wrote itself; null where it is not there or is damaged. */
async function keptJson(files: KeptFiles, path: string): Promise<unknown> {
  const bytes = await files.file(path);
  const json = bytes && readJson(bytes);
  return json?.ok ? json.value : null;
}
