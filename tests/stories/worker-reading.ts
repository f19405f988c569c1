import { EMPTY_QUERY } from '../../src/search/query.ts';

/** What a phone reads of one region's list: through the index, and the whole listings themselves. */
export interface Reading {
  readonly found: readonly string[];
  readonly listings: readonly string[];
}

/** A page, in whatever way it is driven. */
interface Asked {
  evaluate<Value, Given>(run: (given: Given) => Value | Promise<Value>, given: Given): Promise<Value>;
}

export interface ReadingOptions {
  readonly region: string;
  /** Until it is over, read again and again, with at most this long between two readings. */
  readonly everyMs?: number;
}

/**
 * Opens the lists that lie on the phone in a worker of its own, as the next start of the page would, and reads all of a
 * region. Resolves to a function that ends the reading and gives every different thing that was read.
 */
export async function startReading(
  page: Asked,
  worker: { url(): string },
  { region, everyMs = 0 }: ReadingOptions,
): Promise<() => Promise<Reading[]>> {
  const question = { script: worker.url(), region, everyMs, query: EMPTY_QUERY };
  await page.evaluate(async ({ script, region, everyMs, query }) => {
    interface Named {
      readonly id: string;
      readonly name: string;
      readonly description: string;
    }
    const reader = new Worker(script, { type: 'module' });
    let last = 0;
    const ask = <Value>(request: object): Promise<Value> =>
      new Promise((resolve, reject) => {
        const id = ++last;
        const listen = ({ data }: MessageEvent) => {
          if (data.id !== id || 'progress' in data) return;
          reader.removeEventListener('message', listen);
          if (data.ok) resolve(data.value);
          else reject(new Error(`the reader could not read: ${JSON.stringify(data.problem)}`));
        };
        reader.addEventListener('message', listen);
        reader.postMessage({ ...request, id });
      });
    const read = async (): Promise<string> => {
      const moment = { instant: Date.now(), limit: 20_000 };
      const scope = { region, national: [] };
      const { all } = await ask<{ all: { hits: readonly Named[] } }>({
        kind: 'search',
        scope,
        query,
        moment,
      });
      const ids = all.hits.map(({ id }) => id);
      const listings = await ask<readonly Named[]>({ kind: 'listings', ids });
      return JSON.stringify({
        found: all.hits.map(({ name }) => name).sort(),
        listings: listings.map(({ name, description }) => `${name}: ${description}`).sort(),
      });
    };
    await ask({ kind: 'start', now: Date.now(), keeps: true });
    const different = new Set([await read()]);
    let isOver = everyMs === 0;
    const reading = (async () => {
      while (!isOver) {
        await new Promise((resolve) => setTimeout(resolve, everyMs));
        different.add(await read());
      }
    })();
    Object.assign(globalThis, {
      endReading: async () => {
        isOver = true;
        await reading;
        if (everyMs > 0) different.add(await read());
        reader.terminate();
        return [...different];
      },
    });
    reading.catch(() => undefined);
  }, question);
  return async () => {
    const read = await page.evaluate(
      () => (globalThis as unknown as { endReading: () => Promise<string[]> }).endReading(),
      undefined,
    );
    return read.map((text) => JSON.parse(text) as Reading);
  };
}

export async function readRegion(page: Asked, worker: { url(): string }, region: string): Promise<Reading> {
  const [reading] = await (await startReading(page, worker, { region }))();
  if (!reading) throw new Error('tests: nothing was read');
  return reading;
}
