import { openFile, sealFile } from './carry-file.ts';
import type { SlowReply, SlowRequest } from './slow-work.ts';
import { deriveKeys, type VaultKeys } from './vault-keys.ts';

/** As much of a worker as is needed. */
export interface WorkerScope {
  onmessage: ((event: { readonly data: SlowRequest }) => void) | null;
  postMessage(reply: SlowReply): void;
}

/** Answers each request once, with its progress before it. Keys go to the page as handles, never as bytes. */
export function answerSlowWork(scope: WorkerScope): void {
  scope.onmessage = async ({ data }) => {
    try {
      const onProgress = (done: number) => scope.postMessage({ kind: 'progress', done });
      scope.postMessage({ kind: 'done', value: await doSlowWork(data, onProgress) });
    } catch {
      // Nothing of it is logged: it may hold what was typed.
      scope.postMessage({ kind: 'failed' });
    }
  };
}

function doSlowWork(
  request: SlowRequest,
  onProgress: (done: number) => void,
): Promise<VaultKeys | Uint8Array | null> {
  switch (request.kind) {
    case 'derive-keys':
      return deriveKeys(request.passphrase, request.salt, request.parameters, onProgress);
    case 'seal-file':
      return sealFile(request.plain, request.passphrase);
    case 'open-file':
      return openFile(request.bytes, request.passphrase);
  }
}
