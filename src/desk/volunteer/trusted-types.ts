import { SERVICE_WORKER } from '../../page/shell-worker.ts';
import { allowOnly, MAP_MARKUP } from '../../page/trusted-types.ts';

/** What React Aria empties its region of announcements with. */
const NOTHING = '';

// Imported first.
allowOnly(new Set([SERVICE_WORKER]), [NOTHING, MAP_MARKUP]);
