import { CACHE_NAME } from './kept-files.ts';

/** Drops packs that no installed region uses any more. */
export async function dropPacksExcept(paths: ReadonlySet<string>): Promise<void> {
  try {
    const cache = await caches.open(CACHE_NAME);
    for (const { url } of await cache.keys()) {
      const path = new URL(url).pathname.replace('/data/', '');
      if (path.startsWith('packs/') && !paths.has(path)) await cache.delete(url);
    }
  } catch {
    // Nothing to drop where nothing could be kept.
  }
}
