import { chromium, expect, type Page } from '@playwright/test';
import { findChromium } from '../browsers.ts';
import { appIsReady, chooseRegion, chooseTile } from '../stories/journey.ts';
import { type Figures, figuresOf } from './figures.ts';
import { openLongList } from './long-list.ts';

// Whether a long list follows a thumb and a keyboard on a cheap phone. What is measured, and why like this: README.md.

const RUNS = 7;
const SERVICES = 20_000;
const SLOW_PHONE = 6;
const AT_MOST_MS = 100;
const WORDS = 'advice refuge';
const BETWEEN_KEYS_MS = 180;
const SCROLLS = 40;
const BETWEEN_SCROLLS_MS = 50;
const SCROLL_BY = 400;
const MORE = 5;
const SETTLED_MS = 1000;

export interface FrameFigures {
  readonly doing: string;
  /** The longest time between two frames of each run, in milliseconds. */
  readonly longest: Figures;
  /** Frames of all runs that came later than allowed, of how many. */
  readonly late: number;
  readonly frames: number;
  readonly isWithin: boolean;
}

interface Doing {
  readonly name: string;
  readonly act: (page: Page) => Promise<void>;
}

const DOINGS: readonly Doing[] = [
  { name: 'typing', act: type },
  { name: 'scrolling', act: scroll },
];

export async function benchFrames(): Promise<{ services: number; doings: FrameFigures[] }> {
  const { site, services } = await openLongList(SERVICES);
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args: [...args] });
  const gaps = new Map<string, number[][]>();
  try {
    const context = await browser.newContext({
      baseURL: site.origin,
      viewport: { width: 360, height: 640 },
      locale: 'en-GB',
    });
    await context.addInitScript('globalThis.__name ??= (named) => named');
    for (let run = 1; run <= RUNS; run++) {
      process.stderr.write(`\r${run} of ${RUNS} `);
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await page.goto('/');
      await appIsReady(page);
      await chooseTile(page, 'talk');
      // From then on the list is on the phone, and as the only one it is her place.
      if (run === 1) await chooseRegion(page, 'Sample City');
      else await page.locator('.card').first().waitFor();
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PHONE });
      for (const { name, act } of DOINGS) {
        await page.evaluate(watchFrames);
        await act(page);
        await page.waitForTimeout(SETTLED_MS);
        const seen = await page.evaluate(() => (window as unknown as { endFrames(): number[] }).endFrames());
        gaps.set(name, [...(gaps.get(name) ?? []), seen]);
        // The whole list again, and more of it than rests near the screen.
        if (name === 'typing') await showMore(page);
      }
      await page.close();
    }
    process.stderr.write('\n');
  } finally {
    await browser.close();
    await site.close();
  }
  return { services, doings: [...gaps].map(([doing, runs]) => figuresFor(doing, runs)) };
}

function figuresFor(doing: string, runs: readonly (readonly number[])[]): FrameFigures {
  const all = runs.flat();
  const longest = figuresOf(runs.map((run) => Math.max(...run)));
  return {
    doing,
    longest,
    late: all.filter((gap) => gap > AT_MOST_MS).length,
    frames: all.length,
    isWithin: longest.worst <= AT_MOST_MS,
  };
}

async function type(page: Page): Promise<void> {
  const field = page.getByRole('searchbox');
  await field.focus();
  await page.keyboard.type(WORDS, { delay: BETWEEN_KEYS_MS });
  await expect(field).toHaveValue(WORDS);
}

async function showMore(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill('');
  await page.waitForTimeout(SETTLED_MS);
  for (let press = 0; press < MORE; press++) {
    await page.locator('#main .button-quiet.wide').last().click();
    await page.waitForTimeout(SETTLED_MS);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(180, 320);
  await page.waitForTimeout(SETTLED_MS);
}

async function scroll(page: Page): Promise<void> {
  for (let turn = 0; turn < SCROLLS; turn++) {
    await page.mouse.wheel(0, turn < SCROLLS / 2 ? SCROLL_BY : -SCROLL_BY);
    await page.waitForTimeout(BETWEEN_SCROLLS_MS);
  }
}

/** Runs in the page. */
function watchFrames(): void {
  const page = window as unknown as { endFrames(): number[] };
  const gaps: number[] = [];
  let [before, isWatching] = [performance.now(), true];
  const look = (now: number) => {
    gaps.push(now - before);
    before = now;
    if (isWatching) requestAnimationFrame(look);
  };
  // The first only says where the clock stands.
  requestAnimationFrame((now) => {
    before = now;
    requestAnimationFrame(look);
  });
  page.endFrames = () => {
    isWatching = false;
    return gaps;
  };
}
