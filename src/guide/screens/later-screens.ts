// Screens that nobody needs before the first list, in one file of their own (use-later-screens.ts).
export { FiltersScreen } from './filters-screen.tsx';
export { HideScreen } from './hide-screen.tsx';
export { MapDoor } from './map-door.tsx';
export { NotSureScreen } from './not-sure-screen.tsx';
export { RightsScreen } from './rights-screen.tsx';
export { SavedScreen } from './saved-screen.tsx';
export { ServiceScreen } from './service-screen.tsx';
export { SettingsScreen } from './settings-screen.tsx';
