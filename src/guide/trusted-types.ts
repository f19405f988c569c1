import { SERVICE_WORKER } from '../page/shell-worker.ts';
import { allowOnly, MAP_MARKUP } from '../page/trusted-types.ts';
import searchWorker from '../workers/search.worker.ts?worker&url';

// Imported first.

allowOnly(new Set([SERVICE_WORKER, searchWorker]), [MAP_MARKUP]);

export function startSearchWorker(): Worker {
  return new Worker(searchWorker, { type: 'module' });
}
