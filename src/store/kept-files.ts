// The signed files as they arrived, in one Cache Storage cache written and read only here (settled 12). They outlive a
// database that the browser has emptied, and are verified again whenever they are read.

const CACHE_NAME = 'files';
const DATA = '/data/';
const INDEX = 'index.json';
const SIGNATURE = 'index.json.sig';

export interface KeptIndex {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** Keeping is a help, not a condition: where the cache refuses, the list still works from the database or memory. */
export async function keepFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const cache = await caches.open(CACHE_NAME);
    await cache.put(DATA + path, new Response(bytes as Uint8Array<ArrayBuffer>));
  } catch {
    // Storage is blocked or full.
  }
}

export async function keepIndex({ bytes, signature }: KeptIndex): Promise<void> {
  await keepFile(INDEX, bytes);
  await keepFile(SIGNATURE, signature);
}

export async function keptIndex(): Promise<KeptIndex | null> {
  const [bytes, signature] = [await keptFile(INDEX), await keptFile(SIGNATURE)];
  return bytes && signature ? { bytes, signature } : null;
}

export async function keptFile(path: string): Promise<Uint8Array | null> {
  try {
    const cache = await caches.open(CACHE_NAME);
    const response = await cache.match(DATA + path);
    return response ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

/** Drops packs that no installed region uses any more. */
export async function dropFilesExcept(paths: ReadonlySet<string>): Promise<void> {
  try {
    const cache = await caches.open(CACHE_NAME);
    for (const { url } of await cache.keys()) {
      const path = new URL(url).pathname.slice(DATA.length);
      if (path.startsWith('packs/') && !paths.has(path)) await cache.delete(url);
    }
  } catch {
    // Nothing to drop where nothing could be kept.
  }
}
