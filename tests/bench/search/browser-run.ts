import { basename } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../../browsers.ts';
import { BrowserHost } from './browser-host.ts';
import type { BenchPage } from './browser-page.ts';
import type { BrowserJob, BrowserOrder } from './browser-side.ts';
import { ENGINES } from './engines.ts';
import { type Measured, measure, type Work } from './measure.ts';
import type { Built, Directory } from './node-run.ts';
import type { Turn } from './rig.ts';
import type { Order, Station } from './station.ts';

/** In a worker as it is, or in the page itself with the processor slowed. */
type Place = 'worker' | 'page';

const SLOWED = 4;
// Memory is told when the browser next clears up, which may take half a minute; so it clears up at once.
const MEMORY_AT_ONCE = '--enable-blink-features=ForceEagerMeasureMemory';

export interface InBrowser {
  readonly version: string;
  readonly measured: readonly Measured[];
}

export async function measureInBrowser(
  place: Place,
  { directory, built, work }: { directory: Directory; built: readonly Built[]; work: Work },
): Promise<InBrowser> {
  const host = await BrowserHost.open(directory.folder);
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args: [...args, MEMORY_AT_ONCE] });
  try {
    const makers = new Map<string, () => Promise<Station>>();
    for (const { engine, file, problem } of built) {
      // A database answers when it can: the page's thread says nothing of it.
      if (problem !== undefined || (place === 'page' && ENGINES[engine]?.isOnlyInBrowsers)) continue;
      const job = { engine, file: `/file/${basename(file)}`, questions: directory.questions };
      makers.set(engine, () => openInBrowser(browser, host.origin, { job, place }));
    }
    return { version: browser.version(), measured: await measure(makers, work) };
  } finally {
    await browser.close();
    await host.close();
  }
}

/** A browsing context an engine, so that each has a process of its own. */
async function openInBrowser(
  browser: Browser,
  origin: string,
  { job, place }: { job: BrowserJob; place: Place },
): Promise<Station> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForFunction('globalThis.bench');
  const memory = () => page.evaluate(() => (globalThis as unknown as { bench: BenchPage }).bench.memory());
  const devtools = place === 'page' ? await context.newCDPSession(page) : null;
  // Only while it works: a slowed page that has nothing to do keeps a processor busy all the same, and the others slower.
  const slowed = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    await devtools?.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    try {
      return await work();
    } finally {
      await devtools?.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    }
  };
  const ask = (name: Order, turn?: Turn) =>
    page.evaluate(
      ({ isHere, told }) => {
        const { bench } = globalThis as unknown as { bench: BenchPage };
        return isHere ? bench.actHere(told) : bench.actInWorker(told);
      },
      { isHere: place === 'page', told: { order: name, ...(turn && { turn }) } as BrowserOrder },
    );
  await page.evaluate(
    ({ isHere, given }) => {
      const { bench } = globalThis as unknown as { bench: BenchPage };
      return isHere ? bench.startHere(given) : bench.startWorker(given);
    },
    { isHere: place === 'page', given: job },
  );
  const before = await memory();
  const order = (name: Order, turn?: Turn) => slowed(() => ask(name, turn));
  return {
    install: () => order('install') as Promise<number | null>,
    open: () => order('open') as ReturnType<Station['open']>,
    touch: () => order('touch') as Promise<void>,
    answers: (turn) => order('answers', turn) as Promise<string[]>,
    times: (turn) => order('times', turn) as Promise<number[]>,
    memory: async () => {
      const now = await memory();
      return now === null || before === null ? null : now - before;
    },
    close: () => context.close(),
  };
}
