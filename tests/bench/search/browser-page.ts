import { act, type BrowserJob, type BrowserOrder, start } from './browser-side.ts';
import type { ToWorker } from './browser-worker.ts';

// The page of the bench: the engine in a worker of it, as in the guide, or in the page itself, where the processor can be
// slowed (the browser's slowing never reaches a worker).

interface Measuring {
  measureUserAgentSpecificMemory?(): Promise<{ bytes: number }>;
}

export interface BenchPage {
  startHere(job: BrowserJob): Promise<unknown>;
  actHere(order: BrowserOrder): Promise<unknown>;
  startWorker(job: BrowserJob): Promise<unknown>;
  actInWorker(order: BrowserOrder): Promise<unknown>;
  /** Of the page and its worker, after what can go has gone; null where the browser does not tell. */
  memory(): Promise<number | null>;
}

// SQLite reads its own address for this: else it starts a worker that waits asleep, and the browser, which asks every
// worker for its memory, waits for that one without end.
const WORKER = '/worker.js?opfs-disable';
const PATIENCE_MS = 60_000;

let worker: Worker | null = null;

const page: BenchPage = {
  startHere: start,
  actHere: act,
  startWorker(job) {
    worker = new Worker(WORKER, { type: 'module' });
    return tell({ job });
  },
  actInWorker: (order) => tell(order),
  async memory() {
    const told = (performance as Measuring).measureUserAgentSpecificMemory?.();
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
    return (await Promise.race([told, late]))?.bytes ?? null;
  },
};
Object.assign(globalThis, { bench: page });

function tell(message: ToWorker): Promise<unknown> {
  const running = worker;
  if (!running) throw new Error('bench: there is no worker');
  return new Promise((resolve, reject) => {
    running.onerror = ({ message: why }) => reject(new Error(why || 'the worker ended'));
    running.onmessage = ({ data }) => {
      if ('problem' in data) reject(new Error(data.problem));
      else resolve(data.value);
    };
    running.postMessage(message);
  });
}
