import { useEffect } from 'react';
import type { RegionState } from '../../../store/messages.ts';
import { useDirectory, useGuide } from '../../context.tsx';

interface Connection {
  readonly saveData?: boolean;
}

export interface RegionDownload {
  /** How much of the list is here; `null` where it is not on its way. */
  readonly percent: number | null;
  /** The phone is set to save data, and nothing has been asked for yet. */
  readonly mustAsk: boolean;
  readonly get: () => void;
  readonly cancel: () => void;
}

/** Once while the page is open: what did not come, or was stopped, is asked for again only by her (SG-11). */
const asked = new Set<string>();

/**
 * A region's list on its way to this phone: how far it is, and a way to stop it. Choosing the region was the consent;
 * on a phone set to save data it waits for a tap.
 */
export function useRegionDownload(region: RegionState): RegionDownload {
  const { client } = useGuide();
  const { downloads, problem } = useDirectory();
  const progress = downloads[region.id];
  const savesData = (navigator as { connection?: Connection }).connection?.saveData === true;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only choosing another region may start a download by itself
  useEffect(() => {
    if (savesData || asked.has(region.id)) return;
    asked.add(region.id);
    if (!client.get().downloads[region.id]) void client.install(region.id);
  }, [region.id]);

  return {
    percent: progress ? Math.min(100, Math.round((progress.received / progress.total) * 100)) : null,
    mustAsk: savesData && !progress && !problem,
    get: () => void client.install(region.id),
    cancel: () => client.cancel(region.id),
  };
}
