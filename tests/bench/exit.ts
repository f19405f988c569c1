import { type BrowserContext, type CDPSession, chromium, expect, type Page } from '@playwright/test';
import { findChromium } from '../browsers.ts';
import { appIsReady, chooseRegion, chooseTile } from '../stories/journey.ts';
import { COVER, clickWhereItIs } from '../stories/leaving.ts';
import { type Figures, figuresOf } from './figures.ts';
import { openLongList } from './long-list.ts';

// How long the screen shows the guide after she has left (EX-4). What is measured, and why like this: README.md.

const RUNS = 20;
const SERVICES = 5000;
const ROWS = 500;
/** Cards that lie together, and go together while they are far from the screen. */
const GROUP = 10;
const SLOW_PHONE = 6;
const AT_MOST_MS = 100;
/** A short time to read anything: what a screen still does when it has just opened is not what is measured. */
const SETTLED_MS = 2000;

/** What the page tells of one leaving, in milliseconds from the event itself. */
interface Told {
  /** The document was blank: the exit's own handler is done. */
  readonly blank: number;
  /** The frame with the cover in it was handed on to be drawn. */
  readonly painted: number;
  /** The frame after that began: what the specification asks for. */
  readonly secondFrame: number;
  /** The browser's own record of the event, until the picture was on the screen; to 8 ms. */
  readonly shown: number | null;
  readonly elementsBefore: number;
  readonly cardsAfter: number;
}

export interface ExitFigures {
  readonly situation: string;
  readonly cards: number;
  readonly elements: number;
  readonly blank: Figures;
  readonly painted: Figures;
  readonly secondFrame: Figures;
  readonly shown: Figures;
  readonly isWithin: boolean;
}

interface Situation {
  readonly name: string;
  readonly event: 'click' | 'keyup';
  /** Also counts the cards that are in the page at the end. */
  readonly arrive: (page: Page) => Promise<void>;
  readonly leave: (page: Page) => Promise<void>;
}

const SITUATIONS: readonly Situation[] = [
  { name: 'a tap, 500 rows of the list', event: 'click', arrive: showRows, leave: clickWhereItIs },
  { name: 'Shift three times, 500 rows of the list', event: 'keyup', arrive: showRows, leave: pressShift },
  {
    name: 'a tap in the contact sheet, over 500 rows',
    event: 'click',
    arrive: async (page) => {
      await showRows(page);
      await page.locator('.card-actions .button').last().click();
      await page.getByRole('dialog').waitFor();
    },
    leave: clickWhereItIs,
  },
  {
    name: 'a tap in the contact sheet of a service',
    event: 'click',
    arrive: async (page) => {
      await page
        .locator('.card', { has: page.locator('.card-actions .button') })
        .first()
        .locator('.card-name')
        .click();
      await page.locator('.sticky-actions .button').click();
      await page.getByRole('dialog').waitFor();
    },
    leave: clickWhereItIs,
  },
];

export async function benchExit(): Promise<{ services: number; exits: ExitFigures[] }> {
  const { site, services } = await openLongList(SERVICES);
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args: [...args] });
  const exits: ExitFigures[] = [];
  try {
    for (const situation of SITUATIONS) {
      // No worker: it would answer with the cover at once, and the page would be gone before it could tell.
      const context = await browser.newContext({
        baseURL: site.origin,
        viewport: { width: 360, height: 640 },
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        serviceWorkers: 'block',
      });
      exits.push(await measure(context, situation));
      await context.close();
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return { services, exits };
}

async function measure(context: BrowserContext, situation: Situation): Promise<ExitFigures> {
  let told: Told | null = null;
  await context.exposeFunction('tellExit', (one: Told) => {
    told = one;
  });
  // tsx keeps the names of functions by a helper of its own, which the page does not have.
  await context.addInitScript('globalThis.__name ??= (named) => named');
  await context.addInitScript(watchExit, situation.event);
  // Asked for and never answered: the page that was left lives on, and can tell.
  await context.route(COVER, () => undefined);
  const runs: Told[] = [];
  let cards = 0;
  for (let run = 1; run <= RUNS; run++) {
    process.stderr.write(`\r${situation.name}: ${run} of ${RUNS} `);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await page.goto('/');
    await appIsReady(page);
    await chooseTile(page, 'talk');
    // From then on the list is on the phone, and as the only one it is her place.
    if (run === 1) await chooseRegion(page, 'Sample City');
    else await page.locator('.card').first().waitFor();
    await situation.arrive(page);
    cards = await page.locator('.card').count();
    await page.waitForTimeout(SETTLED_MS);
    await throttle(devtools, SLOW_PHONE);
    told = null;
    await page.evaluate('watchForExit()');
    await situation.leave(page);
    await expect.poll(() => told, { timeout: 20_000 }).not.toBeNull();
    if (told) runs.push(told);
    await page.close();
  }
  process.stderr.write('\n');
  const left = runs.reduce((sum, one) => sum + one.cardsAfter, 0);
  if (left > 0) throw new Error(`bench: ${situation.name}: cards were still in the page after leaving`);
  const of = (figure: (one: Told) => number | null) =>
    figuresOf(runs.map(figure).filter((one): one is number => one !== null));
  const secondFrame = of((one) => one.secondFrame);
  return {
    situation: situation.name,
    cards,
    elements: runs[0]?.elementsBefore ?? 0,
    blank: of((one) => one.blank),
    painted: of((one) => one.painted),
    secondFrame,
    shown: of((one) => one.shown),
    isWithin: secondFrame.worst <= AT_MOST_MS,
  };
}

async function showRows(page: Page): Promise<void> {
  const more = page.locator('#main .button-quiet.wide').last();
  // Each press adds groups; groups far from the screen hold no cards.
  const groups = page.locator('.cards');
  for (let shown = await groups.count(); shown * GROUP < ROWS; shown = await groups.count()) {
    await more.click();
    await expect.poll(() => groups.count(), { intervals: [20] }).toBeGreaterThan(shown);
  }
}

async function pressShift(page: Page): Promise<void> {
  for (let press = 1; press <= 3; press++) await page.keyboard.press('Shift');
}

async function throttle(devtools: CDPSession, rate: number): Promise<void> {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Runs in the page before any script of it. Starts to watch only when asked, so that no tap before the last counts. */
function watchExit(event: 'click' | 'keyup'): void {
  const page = window as unknown as { watchForExit(): void; tellExit(told: object): void };
  page.watchForExit = () => {
    const elementsBefore = document.querySelectorAll('*').length;
    let shown: number | null = null;
    const records = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === event) shown = entry.duration;
    });
    records.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    const isBlank = () => document.querySelector('main[data-cover]') !== null;
    addEventListener(
      event,
      (cause) => {
        const since = (now: number) => now - cause.timeStamp;
        let blank = Number.NaN;
        let painted = Number.NaN;
        // The exit stops the event, so nothing after it can listen: this is told when its handler is done.
        new MutationObserver(() => {
          blank = since(performance.now());
        }).observe(document.body, { childList: true });
        requestAnimationFrame(() => {
          if (!isBlank()) return;
          // Style, layout and paint follow the callbacks of a frame; a task after them finds that frame handed on.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            painted = since(performance.now());
          };
          port2.postMessage(null);
          requestAnimationFrame(() => {
            const secondFrame = since(performance.now());
            // The browser tells of an event some time after its picture is on the screen.
            setTimeout(() => {
              records.takeRecords().forEach((entry) => {
                if (entry.name === event) shown = entry.duration;
              });
              const cardsAfter = document.querySelectorAll('.card').length;
              page.tellExit({ blank, painted, secondFrame, shown, elementsBefore, cardsAfter });
            }, 300);
          });
        });
      },
      true,
    );
  };
}
