import { describe, expect, it } from 'vitest';
import { answerSlowWork, type WorkerScope } from './answer-slow-work.ts';
import type { SlowReply, SlowRequest } from './slow-work.ts';
import { deriveKeys } from './vault-keys.ts';
import { type OneWorker, workInWorker } from './work-in-worker.ts';

const CHEAP = { N: 2 ** 14, r: 8, p: 1 };
const SALT = new Uint8Array(16).fill(7);

/** The page's side and the worker's, joined by the browser's own copying of messages. */
function workers(answers = true) {
  const started: { ended: boolean; replies: SlowReply[] }[] = [];
  const start = (): OneWorker => {
    const log = { ended: false, replies: [] as SlowReply[] };
    started.push(log);
    const scope: WorkerScope = {
      onmessage: null,
      postMessage: (reply) => {
        const copy = structuredClone(reply);
        log.replies.push(copy);
        if (!log.ended) worker.onmessage?.(new MessageEvent('message', { data: copy }));
      },
    };
    const worker: OneWorker = {
      onmessage: null,
      onerror: null,
      postMessage: (request) => {
        const copy: SlowRequest = structuredClone(request);
        if (answers) setTimeout(() => scope.onmessage?.({ data: copy }));
      },
      terminate: () => {
        log.ended = true;
      },
    };
    answerSlowWork(scope);
    return worker;
  };
  return { start, started };
}

describe('slow work in a worker (C11)', () => {
  it('C11 makes the keys that would be made here, tells how far it is, and ends', async () => {
    const { start, started } = workers();
    const told: number[] = [];
    const outcome = await workInWorker(start).deriveKeys('some long words', SALT, CHEAP, {
      onProgress: (done) => told.push(done),
    });
    if (!outcome.ok) throw new Error('tests: no keys');
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual([...told].sort((one, other) => one - other));
    expect(told.at(-1)).toBe(1);
    expect(started.map(({ ended }) => ended)).toEqual([true]);
    const here = await deriveKeys('some long words', SALT, CHEAP);
    const iv = new Uint8Array(12);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, outcome.value.sealing, SALT);
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, here.sealing, sealed);
    expect(new Uint8Array(opened)).toEqual(SALT);
  });

  it('C11 gives handles of keys, which no script can take out', async () => {
    const { start, started } = workers();
    await workInWorker(start).deriveKeys('some long words', SALT, CHEAP);
    const done = started[0]?.replies.at(-1);
    if (done?.kind !== 'done' || !done.value || !('sealing' in done.value)) throw new Error('tests: no keys');
    for (const key of [done.value.sealing, done.value.naming]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
  });

  it('C11 is cancelled at once: its worker ends', async () => {
    const { start, started } = workers(false);
    const stopping = new AbortController();
    const outcome = workInWorker(start).deriveKeys('words', SALT, CHEAP, { signal: stopping.signal });
    expect(started[0]?.ended).toBe(false);
    stopping.abort();
    expect(await outcome).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(started[0]?.ended).toBe(true);
    const late = await workInWorker(start).openFile(SALT, 'words', { signal: stopping.signal });
    expect(late).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(started).toHaveLength(1);
  });

  it('C11 that fails says so, and nothing of what was typed', async () => {
    const { start, started } = workers();
    const outcome = await workInWorker(start).deriveKeys('some long words', SALT, { N: 3, r: 8, p: 1 });
    expect(outcome).toEqual({ ok: false, problem: { kind: 'unexpected' } });
    expect(JSON.stringify(started)).not.toContain('some long words');
  });

  it('C11 whose worker cannot start says so', async () => {
    const worker: OneWorker = {
      onmessage: null,
      onerror: null,
      postMessage: () => worker.onerror?.(new Event('error') as ErrorEvent),
      terminate: () => {},
    };
    const outcome = await workInWorker(() => worker).sealFile(SALT, 'words');
    expect(outcome).toEqual({ ok: false, problem: { kind: 'unexpected' } });
  });
});
