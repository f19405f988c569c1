import { LEAVE_CHANNEL } from '../../ui/exit/leave-channel.ts';
import { Caseload } from './caseload/caseload.ts';
import { lockByItself, pageClock } from './vault/auto-lock.ts';
import { hasServer } from './vault/has-server.ts';
import { lockChannel } from './vault/lock-channel.ts';
import { Vault } from './vault/vault.ts';
import { type OneWorker, workInWorker } from './vault/work-in-worker.ts';

/** The caseload of this browser, with the browser's own clock, channel and worker. */
export function startCaseload(startWorker: () => OneWorker): Caseload {
  const channel = lockChannel();
  const vault = new Vault({
    work: workInWorker(startWorker),
    channel,
    isOfCaseworkers: import.meta.env.MODE === 'casework',
    // Without a network nothing is asked for, and the build alone decides.
    hasServer: async () => navigator.onLine && (await hasServer((path, options) => fetch(path, options))),
  });
  const caseload = new Caseload({
    vault,
    now: () => Date.now(),
    watch: (open, rules) =>
      lockByItself({ vault: open, clock: pageClock, channel, page: document, view: window }, rules),
  });
  lockOnLeaving(caseload);
  return caseload;
}

/**
 * Leaving hides this page at once and unloads it a moment later, or never where there is neither network nor service
 * worker: the vault does not wait for that. What leaves tells other pages, and so whoever else listens in its own.
 */
function lockOnLeaving(caseload: Caseload): void {
  if (typeof BroadcastChannel === 'undefined') return;
  new BroadcastChannel(LEAVE_CHANNEL).addEventListener('message', () => caseload.lock());
}
