import type { Platform } from '../pack/format.ts';
import { remakePack } from '../pack/remake-pack.ts';
import type { DeltaEntry } from '../pack/signed-index.ts';
import { type DownloadOptions, download } from './download.ts';
import type { RegionFiles } from './region-files.ts';

// Needed only online, where something has changed: fetched then, and not kept with the rest of the app.

/** A later version made from the list on this phone and what has changed since; null where that does not come out. */
export async function packByDelta(
  { generation, section }: RegionFiles,
  path: string,
  { sha256, length }: DeltaEntry,
  { signal, onProgress }: Pick<DownloadOptions, 'signal' | 'onProgress'>,
  platform: Platform,
): Promise<Uint8Array | null> {
  const bytes = await download(path, {
    limit: length,
    total: length,
    signal,
    ...(onProgress ? { onProgress } : {}),
  });
  if (!bytes.ok || (await platform.sha256(bytes.value)) !== sha256) return null;
  const names = generation.sections.map(({ name }) => name);
  return remakePack({ names, section }, bytes.value, platform);
}
