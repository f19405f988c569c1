import { fail, type Result, succeed } from '../../../core/result.ts';
import type { SlowReply, SlowRequest, SlowWork, Waiting } from './slow-work.ts';
import type { VaultKeys } from './vault-keys.ts';
import type { VaultProblem } from './vault-problems.ts';

/** As much of a `Worker` as is needed. */
export interface OneWorker {
  onmessage: ((event: MessageEvent<SlowReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(request: SlowRequest): void;
  terminate(): void;
}

/** A worker for each piece of work: ending it stops the work at once and gives its memory back. */
export function workInWorker(startWorker: () => OneWorker): SlowWork {
  const ask = <Value>(request: SlowRequest, waiting: Waiting = {}) =>
    askWorker(startWorker, request, waiting) as Promise<Result<Value, VaultProblem>>;
  return {
    deriveKeys: (passphrase, salt, parameters, waiting) =>
      ask<VaultKeys>({ kind: 'derive-keys', passphrase, salt, parameters }, waiting),
    sealFile: (plain, passphrase, waiting) =>
      ask<Uint8Array>({ kind: 'seal-file', plain, passphrase }, waiting),
    openFile: (bytes, passphrase, waiting) =>
      ask<Uint8Array | null>({ kind: 'open-file', bytes, passphrase }, waiting),
  };
}

function askWorker(
  startWorker: () => OneWorker,
  request: SlowRequest,
  { signal, onProgress }: Waiting,
): Promise<Result<unknown, VaultProblem>> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(fail({ kind: 'cancelled' }));
    const worker = startWorker();
    const end = (outcome: Result<unknown, VaultProblem>) => {
      worker.terminate();
      signal?.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    const onAbort = () => end(fail({ kind: 'cancelled' }));
    signal?.addEventListener('abort', onAbort);
    worker.onerror = () => end(fail({ kind: 'unexpected' }));
    worker.onmessage = ({ data }) => {
      if (data.kind === 'progress') onProgress?.(data.done);
      else if (data.kind === 'done') end(succeed(data.value));
      else end(fail({ kind: 'unexpected' }));
    };
    worker.postMessage(request);
  });
}
