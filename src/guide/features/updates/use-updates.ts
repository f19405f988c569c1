import { useEffect, useRef } from 'react';
import { useDirectory, useGuide } from '../../context.tsx';

const QUIET_MS = 20_000;

/**
 * Looks for newer lists once a visit, in the background, when the newest list here did not come today. A failure is
 * not an error: yesterday's list stays, with its age.
 */
export function useUpdates(): void {
  const { client } = useGuide();
  const { directory } = useDirectory();
  const hasLooked = useRef(false);
  useEffect(() => {
    if (!directory || hasLooked.current) return;
    const today = new Date().toISOString().slice(0, 10);
    const newest = directory.regions
      .map(({ installed }) => installed?.savedOn ?? '')
      .sort()
      .at(-1);
    if (newest === today) return;
    const timer = setTimeout(() => {
      hasLooked.current = true;
      if (navigator.onLine && document.visibilityState === 'visible') void client.update();
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [directory, client]);
}
