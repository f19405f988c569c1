import { useEffect } from 'react';
import { useDirectory, useGuide } from '../../context.tsx';
import { ANYWHERE } from '../../session.ts';

/** After a fresh start the place is that of the only list on this phone (settled 24); with none or several, nothing is guessed. */
export function useDefaultPlace(): void {
  const { session } = useGuide();
  const { directory } = useDirectory();
  useEffect(() => {
    if (!directory || session.get().place) return;
    const here = directory.regions.filter(({ kind, installed }) => kind !== 'world' && installed);
    const [only] = here;
    if (only && here.length === 1)
      session.set({ place: { ...ANYWHERE, region: only.id, country: only.country } });
  }, [directory, session]);
}
