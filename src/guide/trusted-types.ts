import { SERVICE_WORKER } from '../page/shell-worker.ts';
import { allowOnly } from '../page/trusted-types.ts';
import searchWorker from '../workers/search.worker.ts?worker&url';

// Imported first.

/** What Leaflet asks the browser with as it is loaded. It writes nothing else: its own buttons and bubbles are not used. */
const MAP_MARKUP = '<svg/>';

allowOnly(new Set([SERVICE_WORKER, searchWorker]), MAP_MARKUP);

export function startSearchWorker(): Worker {
  return new Worker(searchWorker, { type: 'module' });
}
