import { fail, type Result } from '../core/result.ts';
import type { SearchRequest } from '../search/messages.ts';
import type { DirectoryStore, Fetching } from '../store/directory-store.ts';
import type { StoreRequest } from '../store/messages.ts';
import type { StoreProblem } from '../store/problems.ts';
import { type Engine, loadLaterTools } from './engine.ts';

type Request = (StoreRequest | SearchRequest) & { readonly id: number };
type Incoming = Request | { readonly kind: 'cancel'; readonly id: number };

/** The worker's only catcher: every request gets one reply, `{ id, ok, … }`, whatever happens. */
export function answerRequests(
  scope: DedicatedWorkerGlobalScope,
  store: DirectoryStore,
  engine: Engine,
): void {
  const running = new Map<number, AbortController>();
  // Storage is touched by one request at a time; questions to the engine wait for the start alone. A browser may hand over
  // an early tap before it: a list taken then would be kept nowhere (WebKitGTK 2.50, on a busy machine).
  let setStarted: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    setStarted = resolve;
  });
  let writing: Promise<unknown> = Promise.resolve();

  // WebKit runs a worker's first file a second time when a file that comes later imports from it (WebKitGTK 2.50): the
  // store that knows the lists goes on answering, not an empty one.
  scope.onmessage ??= ({ data }: MessageEvent<Incoming>) => {
    if (data.kind === 'cancel') running.get(data.id)?.abort();
    else void reply(data);
  };

  async function reply(request: Request): Promise<void> {
    const controller = new AbortController();
    running.set(request.id, controller);
    const fetching: Fetching = {
      signal: controller.signal,
      onProgress: (progress) => scope.postMessage({ id: request.id, progress }),
    };
    let outcome: Result<unknown, StoreProblem | { kind: 'unexpected' }>;
    try {
      outcome = await answer(request, fetching);
    } catch (error) {
      // The text goes to this page's own console for whoever develops it; it never holds what was asked.
      console.error(error);
      outcome = fail({ kind: 'unexpected' });
    }
    running.delete(request.id);
    scope.postMessage({ id: request.id, ...outcome });
  }

  async function answer(request: Request, fetching: Fetching): Promise<Result<unknown, StoreProblem>> {
    if (request.kind === 'start') {
      const starting = store.start(request.now, request.keeps);
      starting.then(setStarted, setStarted);
      void starting.then(loadLaterTools).then(() => engine.warmUp());
      return starting;
    }
    await started;
    switch (request.kind) {
      case 'search':
        return engine.search(request);
      case 'first-screen':
        return engine.firstScreen();
      case 'listings':
        return engine.listings(request.ids);
      case 'ids':
        return engine.ids();
      case 'hits':
        return engine.hits(request);
      case 'towns':
        return engine.towns(request);
      case 'rights':
        return engine.rights(request);
      case 'map':
        // Whoever opens a map fetches this file, and nobody else; where it cannot be had there is none.
        return (await import('./map-tools.ts')).answerOnMap(request.wish, { store, engine }, fetching);
      default:
        return inTurn(() => write(request, fetching));
    }
  }

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = writing.then(work, work);
    writing = turn.catch(() => undefined);
    return turn;
  }

  async function write(
    request: Exclude<StoreRequest, { kind: 'start' }>,
    fetching: Fetching,
  ): Promise<Result<unknown, StoreProblem>> {
    switch (request.kind) {
      case 'install':
        return store.install(request.region, request.now, fetching);
      case 'update':
        return store.update(request.now, fetching);
      case 'remember':
        return store.remember(request.settings, request.now);
      case 'keep':
        return store.keep();
      case 'let-go':
        return store.letGo();
      case 'kept-list':
        return store.keptList(request.action);
    }
  }
}
