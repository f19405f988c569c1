import { CACHE_NAME } from './kept-files.ts';
import type { RegionFiles } from './region-files.ts';

/** Drops the files of packs that no region uses any more, nor may have to go back to (ST-2). */
export async function dropPacksExcept(regions: ReadonlyMap<string, RegionFiles>): Promise<void> {
  const used = [...regions.values()].flatMap(({ generation: { listedAs, before } }) => [
    listedAs.path,
    before?.path,
  ]);
  try {
    const cache = await caches.open(CACHE_NAME);
    for (const { url } of await cache.keys()) {
      const path = new URL(url).pathname.replace('/data/', '');
      if (path.startsWith('packs/') && !used.includes(path)) await cache.delete(url);
    }
  } catch {
    // Nothing to drop where nothing could be kept.
  }
}
