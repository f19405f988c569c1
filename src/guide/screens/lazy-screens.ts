import { lazy } from 'react';

// Everybody's phone fetches the later screens, whole and in one file, as soon as the lists are open: when one of them is
// opened, no request tells the host which (NW-6).

const later = () => import('./later-screens.ts');

export const FiltersScreen = lazy(async () => ({ default: (await later()).FiltersScreen }));
export const HideScreen = lazy(async () => ({ default: (await later()).HideScreen }));
export const NotSureScreen = lazy(async () => ({ default: (await later()).NotSureScreen }));
export const SavedScreen = lazy(async () => ({ default: (await later()).SavedScreen }));
export const ServiceScreen = lazy(async () => ({ default: (await later()).ServiceScreen }));
export const SettingsScreen = lazy(async () => ({ default: (await later()).SettingsScreen }));

export async function fetchLaterScreens(): Promise<void> {
  // Without a network it is fetched when it is needed.
  await later().catch(() => undefined);
}
