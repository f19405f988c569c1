// Screens that nobody needs before the first list, in one file of their own (use-later-screens.ts).
import { fetchScanner } from '../features/receive/fetch-scanner.ts';

export { CardsScreen } from './cards-screen.tsx';
export { FiltersScreen } from './filters-screen.tsx';
export { HideScreen } from './hide-screen.tsx';
export { MapDoor } from './map-door.tsx';
export { NotSureScreen } from './not-sure-screen.tsx';
export { ReceiveScreen } from './receive-screen.tsx';
export { ReceivedScreen } from './received-screen.tsx';
export { RightsScreen } from './rights-screen.tsx';
export { SavedScreen } from './saved-screen.tsx';
export { ServiceScreen } from './service-screen.tsx';
export { SettingsScreen } from './settings-screen.tsx';

// Without a network it is fetched when it is needed.
fetchScanner().catch(() => undefined);
