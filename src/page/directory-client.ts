import { fail, type Result } from '../core/result.ts';
import type { SearchReplies, SearchRequest } from '../search/messages.ts';
import type {
  Directory,
  KeptListAction,
  Progress,
  StoreProblem,
  StoreReplies,
  StoreRequest,
} from '../store/messages.ts';

/** A problem as the worker reports it; `problemMessage` gives it words. `unexpected` is a mistake of ours. */
export type Problem = StoreProblem | { readonly kind: 'unexpected' };

type Request = StoreRequest | SearchRequest;
type Replies = StoreReplies & SearchReplies;
type Reply = { id: number } & (Result<unknown, Problem> | { progress: Progress });

interface Waiting {
  readonly settle: (reply: Result<never, Problem>) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

export interface AskOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface DirectoryState {
  readonly directory: Directory | null;
  /** Regions on their way here, and how far. */
  readonly downloads: Readonly<Record<string, Progress>>;
  readonly problem: Problem | null;
  /** The first screen's national lines as the verified list has them; null until it is open. */
  readonly firstScreen: SearchReplies['first-screen'] | null;
}

/** Questions and answers between the page and the worker, and what the page knows of the lists on this phone. */
export class DirectoryClient {
  readonly #startWorker: () => Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<() => void>();
  #worker: Worker | null = null;
  #isStopped = false;
  #lastId = 0;
  #state: DirectoryState = { directory: null, downloads: {}, problem: null, firstScreen: null };
  readonly #cancels = new Map<string, AbortController>();
  #setReady: () => void = () => undefined;
  /** Fulfilled once the lists are open, or could not be opened. */
  readonly ready = new Promise<void>((resolve) => {
    this.#setReady = resolve;
  });

  constructor(startWorker: () => Worker) {
    this.#startWorker = startWorker;
  }

  get = (): DirectoryState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  ask<Kind extends Request['kind']>(
    request: Extract<Request, { kind: Kind }>,
    { signal, onProgress }: AskOptions = {},
  ): Promise<Result<Replies[Kind], Problem>> {
    // After erasing nothing may start again that could write (TR-9).
    if (this.#isStopped) return Promise.resolve(fail({ kind: 'cancelled' }));
    this.#worker ??= this.#listen(this.#startWorker());
    const id = ++this.#lastId;
    signal?.addEventListener('abort', () => this.#worker?.postMessage({ kind: 'cancel', id }), {
      once: true,
    });
    return new Promise((resolve) => {
      this.#waiting.set(id, { settle: resolve as Waiting['settle'], onProgress });
      this.#worker?.postMessage({ ...request, id });
    });
  }

  /**
   * Opens the lists on this phone, or in memory alone; `onOpen` hears of them before anyone else, once whoever shows them is
   * `ready` too.
   */
  async start(
    keeps: boolean,
    onOpen: (directory: Directory) => void,
    ready?: Promise<unknown>,
  ): Promise<void> {
    const [outcome] = await Promise.all([this.ask({ kind: 'start', now: Date.now(), keeps }), ready]);
    if (outcome.ok) onOpen(outcome.value);
    // Of what is to be forgotten nothing is shown any more (TR-10).
    if (!outcome.ok || !outcome.value.isOverdue) this.#take(outcome);
    this.#setReady();
    void this.#readFirstScreen();
  }

  /** Fetches a region's list; `cancel` stops it, and what was there stays. */
  async install(region: string): Promise<Result<Directory, Problem>> {
    const controller = new AbortController();
    this.#cancels.set(region, controller);
    const show = (progress: Progress) =>
      this.#set({ downloads: { ...this.#state.downloads, [region]: progress } });
    show({ received: 0, total: 1 });
    const outcome = await this.ask(
      { kind: 'install', region, now: Date.now() },
      { signal: controller.signal, onProgress: show },
    );
    this.#cancels.delete(region);
    const { [region]: _done, ...downloads } = this.#state.downloads;
    this.#set({ downloads });
    this.#take(outcome);
    return outcome;
  }

  cancel(region: string): void {
    this.#cancels.get(region)?.abort();
  }

  async update(): Promise<Result<readonly string[], Problem>> {
    const outcome = await this.ask({ kind: 'update', now: Date.now() });
    if (!outcome.ok) return outcome;
    this.#set({ directory: outcome.value.directory });
    await this.#readFirstScreen();
    return { ok: true, value: outcome.value.updated };
  }

  /** Keeps the lists on this phone from now on, or lets go of whatever is kept here. */
  async keep(isKept: boolean): Promise<Result<Directory, Problem>> {
    const outcome = await this.ask({ kind: isKept ? 'keep' : 'let-go' });
    this.#take(outcome);
    return outcome;
  }

  /** The saved list that is kept on purpose; only this store of it ever leaves memory. */
  async keptList(action: KeptListAction): Promise<Result<readonly string[], Problem>> {
    const outcome = await this.ask({ kind: 'kept-list', action });
    const { directory } = this.#state;
    if (outcome.ok && directory && (action.do === 'set-up' || action.do === 'delete'))
      this.#set({ directory: { ...directory, hasKeptList: action.do === 'set-up' } });
    return outcome;
  }

  async #readFirstScreen(): Promise<void> {
    const outcome = await this.ask({ kind: 'first-screen' });
    if (outcome.ok) this.#set({ firstScreen: outcome.value });
  }

  stop(): void {
    this.#isStopped = true;
    this.#worker?.terminate();
    this.#worker = null;
  }

  report(problem: Problem): void {
    this.#set({ problem });
  }

  dismissProblem(): void {
    this.#set({ problem: null });
  }

  #take(outcome: Result<Directory, Problem>): void {
    if (outcome.ok) this.#set({ directory: outcome.value, problem: null });
    else if (outcome.problem.kind !== 'cancelled') this.#set({ problem: outcome.problem });
  }

  #set(change: Partial<DirectoryState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #listen(worker: Worker): Worker {
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      const waiting = this.#waiting.get(data.id);
      if (!waiting) return;
      if ('progress' in data) return waiting.onProgress?.(data.progress);
      this.#waiting.delete(data.id);
      waiting.settle(data as Result<never, Problem>);
    };
    worker.onerror = () => {
      for (const { settle } of this.#waiting.values()) settle(fail({ kind: 'unexpected' }));
      this.#waiting.clear();
    };
    return worker;
  }
}
