import { SERVICE_WORKER } from '../../page/shell-worker.ts';
import { allowOnly } from '../../page/trusted-types.ts';
import searchWorker from '../../workers/search.worker.ts?worker&url';
import vaultWorker from './vault/vault.worker.ts?worker&url';

// Imported first.

/** What React Aria empties its region of announcements with. */
const NOTHING = '';

allowOnly(new Set([SERVICE_WORKER, searchWorker, vaultWorker]), [NOTHING]);

export function startSearchWorker(): Worker {
  return new Worker(searchWorker, { type: 'module' });
}

export function startVaultWorker(): Worker {
  return new Worker(vaultWorker, { type: 'module' });
}
