import { expect, test } from 'vitest';
import type { DirectoryStore } from '../store/directory-store.ts';
import { answerRequests } from './answer-requests.ts';
import type { Engine } from './engine.ts';

/** The page's end of a worker, and the store as it notes what it is asked. */
function aWorker() {
  const done: string[] = [];
  const replies: { id: number; ok: boolean }[] = [];
  const scope = { onmessage: null, postMessage: (reply: { id: number; ok: boolean }) => replies.push(reply) };
  const noted = (name: string) => async () => {
    done.push(name);
    return { ok: true, value: null };
  };
  const store = { start: noted('start'), update: noted('update'), letGo: noted('let-go') };
  const engine = { search: noted('search'), warmUp: async () => undefined };
  answerRequests(
    scope as unknown as Parameters<typeof answerRequests>[0],
    store as unknown as DirectoryStore,
    engine as unknown as Engine,
  );
  const ask = (data: object) => (scope.onmessage as unknown as (event: object) => void)({ data });
  return { ask, done, replies };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

test('ST-5 what is asked before the lists were opened waits until they are, so that it is kept', async () => {
  const { ask, done, replies } = aWorker();
  ask({ id: 1, kind: 'update', now: 0 });
  ask({ id: 2, kind: 'search' });
  await soon();
  expect(done).toEqual([]);
  ask({ id: 3, kind: 'start', now: 0, keeps: true });
  await soon();
  expect(done).toEqual(['start', 'search', 'update']);
  expect(replies.map(({ id, ok }) => [id, ok])).toEqual([
    [3, true],
    [2, true],
    [1, true],
  ]);
});
