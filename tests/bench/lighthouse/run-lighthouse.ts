import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import type { Judged } from 'lighthouse';
import { findChromium } from '../../browsers.ts';
import { TestSite } from '../../stories/test-site.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { installApart } from '../install-apart.ts';

// Lighthouse on its mobile preset: a slow line and a phone's processor, both worked out and not waited for.

const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'speed-index'];

export interface Judgement {
  readonly version: string;
  /** Of 100. */
  readonly scores: Readonly<Record<(typeof CATEGORIES)[number], Figures>>;
  /** Milliseconds. */
  readonly times: Readonly<Record<string, Figures>>;
  /** Whatever was not perfect of accessibility and best practices in any run, by its title. */
  readonly faults: readonly string[];
}

export async function benchLighthouse(): Promise<Judgement> {
  installApart(fileURLToPath(new URL('.', import.meta.url)));
  const { default: lighthouse } = await import('lighthouse');
  const site = await TestSite.open();
  const port = await freePort();
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`],
  });
  try {
    const runs: Judged['lhr'][] = [];
    for (let run = 1; run <= RUNS; run++) {
      process.stderr.write(`\r${run} of ${RUNS} `);
      const judged = await lighthouse(`${site.origin}/`, {
        port,
        output: 'json',
        logLevel: 'error',
        onlyCategories: CATEGORIES,
      });
      if (!judged || judged.lhr.runtimeError)
        throw new Error(`bench: Lighthouse gave up: ${judged?.lhr.runtimeError?.message}`);
      runs.push(judged.lhr);
    }
    process.stderr.write('\n');
    const score = (name: string) =>
      figuresOf(runs.map(({ categories }) => (categories[name]?.score ?? Number.NaN) * 100));
    const faults = runs.flatMap(({ categories, audits }) =>
      CATEGORIES.slice(1).flatMap((name) =>
        (categories[name]?.auditRefs ?? [])
          .filter(({ weight }) => weight > 0)
          .map(({ id }) => audits[id])
          .flatMap((audit) => (audit && (audit.score ?? 1) < 1 ? audit.title : [])),
      ),
    );
    return {
      version: runs[0]?.lighthouseVersion ?? '',
      scores: {
        performance: score('performance'),
        accessibility: score('accessibility'),
        'best-practices': score('best-practices'),
      },
      times: Object.fromEntries(
        TIMES.map((name) => [
          name,
          figuresOf(runs.map(({ audits }) => audits[name]?.numericValue ?? Number.NaN)),
        ]),
      ),
      faults: [...new Set(faults)],
    };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Lighthouse talks to the browser through a port of its own. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
