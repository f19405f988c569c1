import { type Browser, type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { findChromium } from '../../browsers.ts';
import { appIsReady, chooseRegion, chooseTile, isKeptOnPhone } from '../../stories/journey.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { openLongList } from '../long-list.ts';
import { behindLine, SLOW_LINE } from './slow-line.ts';
import { type Step, type Walked, walkInPage } from './walk-in-page.ts';

// The first second: from the address to the first paint, to an answer for the first tap, to the first list. What is measured,
// and why like this: ../README.md.

const RUNS = 7;
const SLOW_PHONE = 4;
const SERVICES = 10_000;
const VIEWPORT = { width: 360, height: 640 };
const LONGEST_MS = 120_000;

const TILE: Step = { name: 'tile', css: '[data-tile=talk]', isTapped: true };
const CARD: Step = { name: 'list', css: '#main .card', isTapped: false };
/** A phone that has never been here: a tile, then every country's lines, which come with the app. */
const NEVER_HERE: readonly Step[] = [
  TILE,
  { name: 'answer', css: '#main .row-button', text: 'All countries', isTapped: true },
  CARD,
];
/** A phone with a list: the tile leads to it. */
const HERE_BEFORE: readonly Step[] = [
  TILE,
  { name: 'answer', css: '#main .results-title', isTapped: false },
  CARD,
];

type Network = 'fast' | 'slow' | 'none';

interface Situation {
  readonly name: string;
  readonly isWarm: boolean;
  readonly network: Network;
}

const SITUATIONS: readonly Situation[] = [
  { name: 'first visit', isWarm: false, network: 'fast' },
  { name: 'first visit, slow line', isWarm: false, network: 'slow' },
  { name: 'again', isWarm: true, network: 'fast' },
  { name: 'again, slow line', isWarm: true, network: 'slow' },
  { name: 'again, no network', isWarm: true, network: 'none' },
];

export interface StartFigures {
  readonly situation: string;
  readonly firstPaint: Figures;
  /** The screen after the first tile that was tapped. */
  readonly answer: Figures;
  readonly list: Figures;
  /** All time in scripts of the page, until the list. */
  readonly scripts: Figures;
  /** Script that the page fetched until then, as it came over the line. */
  readonly scriptBytes: number;
}

export async function benchStart(): Promise<{ services: number; starts: StartFigures[] }> {
  const { site, services } = await openLongList(SERVICES);
  const slow = await behindLine(site.origin, SLOW_LINE);
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args: [...args] });
  const starts: StartFigures[] = [];
  try {
    for (const situation of SITUATIONS) {
      const origin = situation.network === 'slow' ? slow.origin : site.origin;
      starts.push(await measure(browser, origin, situation));
    }
  } finally {
    await browser.close();
    await slow.close();
    await site.close();
  }
  return { services, starts };
}

async function measure(browser: Browser, origin: string, situation: Situation): Promise<StartFigures> {
  const runs: Run[] = [];
  // A phone that was here before stays the same phone; one that never was is a new one each time.
  let context: BrowserContext | null = null;
  for (let run = 1; run <= RUNS; run++) {
    process.stderr.write(`\r${situation.name}: ${run} of ${RUNS}     `);
    context ??= await phone(browser, origin, situation);
    runs.push(await startOnce(context, situation.isWarm ? HERE_BEFORE : NEVER_HERE));
    if (situation.isWarm) continue;
    await context.close();
    context = null;
  }
  await context?.close();
  process.stderr.write('\n');
  const of = (figure: (one: Run) => number | undefined) =>
    figuresOf(runs.map((one) => figure(one) ?? Number.NaN));
  return {
    situation: situation.name,
    firstPaint: of(({ walked }) => walked.firstPaint),
    answer: of(({ walked }) => walked.seen.answer),
    list: of(({ walked }) => walked.seen.list),
    scripts: of(({ scriptMs }) => scriptMs),
    scriptBytes: Math.max(...runs.map(({ scriptBytes }) => scriptBytes)),
  };
}

async function phone(browser: Browser, baseURL: string, { isWarm, network }: Situation) {
  const context = await browser.newContext({ baseURL, viewport: VIEWPORT, locale: 'en-GB' });
  if (!isWarm) return context;
  const page = await context.newPage();
  page.setDefaultTimeout(LONGEST_MS);
  await page.goto('/');
  await appIsReady(page);
  await chooseTile(page, 'talk');
  await chooseRegion(page, 'Sample City');
  await isKeptOnPhone(page);
  await page.close();
  await context.setOffline(network === 'none');
  return context;
}

interface Run {
  readonly walked: Walked;
  readonly scriptMs: number;
  readonly scriptBytes: number;
}

async function startOnce(context: BrowserContext, steps: readonly Step[]): Promise<Run> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PHONE });
  await page.addInitScript('globalThis.__name ??= (named) => named');
  await page.addInitScript(walkInPage, steps);
  await page.goto('/', { waitUntil: 'commit' });
  const walkedHere = () => page.evaluate(() => (window as unknown as { walked: Walked | null }).walked);
  await expect.poll(walkedHere, { timeout: LONGEST_MS }).not.toBeNull();
  const walked = (await walkedHere()) as Walked;
  const { metrics } = await devtools.send('Performance.getMetrics');
  const scriptMs = (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000;
  const scriptBytes = await bytesOfScripts(page);
  await page.close();
  return { walked, scriptMs, scriptBytes };
}

function bytesOfScripts(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((one) => one as PerformanceResourceTiming)
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
}
