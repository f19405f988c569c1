import { useEffect, useSyncExternalStore } from 'react';
import type { DirectoryClient, DirectoryState } from './directory-client.ts';

const QUIET_MS = 20_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** So that the hour at which a phone asks does not follow from the hour at which it is opened. */
const PHASE_MS = Math.random() * 2 * HOUR_MS;

/**
 * Looks for newer lists while the page is open and seen, at most once in 24 hours, and never where the deployment leaves
 * it to the person (NW-9). A failure is not an error: yesterday's list stays, with its age.
 */
export function useUpdates(client: DirectoryClient): void {
  const { directory } = useSyncExternalStore(client.subscribe, client.get);
  const isOpen = directory !== null;
  useEffect(() => {
    if (!isOpen || document.documentElement.dataset.updates === 'manual') return;
    // An answer may be long in coming: it is not asked again in the meantime.
    let asked = 0;
    const look = () => {
      const isSeen = navigator.onLine && document.visibilityState === 'visible';
      const last = Math.max(asked, lastAsked(client.get()));
      if (!isSeen || Date.now() < last + DAY_MS + PHASE_MS) return;
      asked = Date.now();
      void client.update();
    };
    const first = setTimeout(look, QUIET_MS);
    const later = setInterval(look, HOUR_MS);
    return () => {
      clearTimeout(first);
      clearInterval(later);
    };
  }, [isOpen, client]);
}

/** A phone that has never asked has the lists of the day on which they came. */
function lastAsked({ directory }: DirectoryState): number {
  const days = directory?.regions.map(({ installed }) => installed?.savedOn ?? '') ?? [];
  const newest = days.sort().at(-1);
  return directory?.askedAt ?? (newest ? Date.parse(newest) : 0);
}
