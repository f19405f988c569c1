import { useSyncExternalStore } from 'react';

// Everybody's phone fetches the later screens, whole and in one file, as soon as the lists are open: when one of them is
// opened, no request tells the host which (NW-6). React's own `lazy` draws nothing at first even when the file is here,
// and whatever looks for the heading of the screen that opens finds none.

type LaterScreens = typeof import('./screens/later-screens.ts');

let screens: LaterScreens | null = null;
const listeners = new Set<() => void>();

/** Rejects where the file cannot be had. */
export async function fetchLaterScreens(): Promise<void> {
  screens ??= await import('./screens/later-screens.ts');
  for (const listener of listeners) listener();
}

/** Null until they are here. */
export function useLaterScreens(): LaterScreens | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => screens,
  );
}
