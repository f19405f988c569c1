import { readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page, type Request, type Route, test } from '@playwright/test';
import { appIsReady, chooseTile } from './journey.ts';

// What the stories about leaving share: the neutral site, which tests never really reach, and every screen in turn.

interface Deployment {
  readonly neutral_name: string;
  readonly languages: readonly string[];
  readonly exit_sites: Readonly<Record<string, readonly string[]>>;
}
export const deployment = JSON.parse(readFileSync('data/deployment.json', 'utf8')) as Deployment;

export const NEUTRAL_SITE = /^https:\/\/[a-z]+\.wikipedia\.org\//;
export const COVER = /\/cover\/$/;

/** Answers for the neutral site, and keeps what it was asked. */
export async function answerNeutralSite(context: BrowserContext): Promise<Request[]> {
  const asked: Request[] = [];
  await context.route(NEUTRAL_SITE, (route) => {
    asked.push(route.request());
    return route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' });
  });
  return asked;
}

/**
 * From here on nothing is answered that the page or any of the context asks for. What it returns breaks those requests
 * off: a context that still holds some has once taken two minutes to close.
 */
export async function answerNothing(target: Page | BrowserContext): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await target.route('**', (route) => void held.push(route));
  return async () => {
    await Promise.allSettled(held.map((route) => route.abort()));
  };
}

export async function hasReachedNeutralSite(page: Page): Promise<void> {
  // By itself it would wait until the whole story's time is up, and say nothing of what it waited for.
  await page.waitForURL(NEUTRAL_SITE, { waitUntil: 'commit', timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();
}

/** The way out that is in sight: in the bar, or in what lies over the page. */
export function leaveControl(page: Page) {
  // The static first screen has one in each language, of which one is in sight until the app takes over.
  return page
    .locator('dialog[open] .exit-sheet, body:not(:has(dialog[open])) .exit-bar')
    .filter({ visible: true });
}

/** A click where the control is on the screen, whatever may lie on top of it. */
export async function clickWhereItIs(page: Page): Promise<void> {
  await expect(leaveControl(page)).toBeVisible();
  const box = await leaveControl(page).boundingBox();
  if (!box) throw new Error('tests: the way out is not on the screen');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

const CALENDAR = /^‹\s+[A-Z][a-z]+ 20\d\d\s+›\s+Mon\s+Tue\s+Wed\s+Thu\s+Fri\s+Sat\s+Sun(\s+\d{1,2})+\s*$/;

export const ONLY_THE_COVER = {
  text: expect.stringMatching(CALENDAR),
  title: deployment.neutral_name,
  others: [],
  attributes: ['lang'],
};

/** Only a calendar is left: no word, name, number or picture of the guide, and nothing of it for a screen reader. */
export async function showsOnlyTheCover(page: Page): Promise<void> {
  await expect(page.locator('body > main[data-cover] > table')).toBeVisible();
  // The cover's own page takes the place of the painted one meanwhile: a question that fell between them is asked once more.
  const left = await page.evaluate(whatIsLeft).catch(async () => {
    await page.waitForLoadState();
    return page.evaluate(whatIsLeft);
  });
  expect(left).toEqual(ONLY_THE_COVER);
}

/** Runs in the page: everything that a person or a screen reader could still find. */
export function whatIsLeft() {
  const parts =
    'header, button, h1, table, thead, tbody, tr, th, td, main[data-cover], script, template#cover';
  return {
    text: document.body.innerText,
    title: document.title,
    others: [...document.body.querySelectorAll(`:not(${parts})`)].map(({ tagName }) => tagName),
    attributes: document.documentElement.getAttributeNames(),
  };
}

type Left = ReturnType<typeof whatIsLeft>;

/**
 * What is left on a page that waits for an address which never answers: while it does, the browser takes no question
 * from a test, so the page itself has to tell. `last` is what it told last.
 */
export async function hearFrom(page: Page): Promise<{ last: Left | null }> {
  const heard: { last: Left | null } = { last: null };
  await page.exposeFunction('tell', (left: Left) => {
    heard.last = left;
  });
  await page.addInitScript(`setInterval(() => document.body && tell((${whatIsLeft})()), 50)`);
  return heard;
}

/** The first list of a country, where there are services with and without a way to reach them. */
export async function openResults(page: Page): Promise<void> {
  await chooseTile(page, 'stay');
  await page.locator('#main .rows .row-button').first().click();
  await page.getByRole('searchbox').waitFor();
  await page.locator('#main .button.wide').click();
  await page.locator('.card').first().waitFor();
}

/** Where the app itself lies, told from the two small scripts before it. */
export async function addressOfTheApp(page: Page): Promise<string> {
  const html = await (await page.request.get('/')).text();
  const [, address] = /<script type="module"[^>]* src="([^"]+)"/.exec(html) ?? [];
  if (!address) throw new Error('tests: the page names no app');
  return address;
}

/** The guide, opened by a tap on a page of somebody else: the same server by another name is another site. */
export async function openFromElsewhere(page: Page): Promise<{ guide: string; elsewhere: string }> {
  const guide = new URL('/', test.info().project.use.baseURL).href;
  const elsewhere = new URL('/robots.txt', guide.replace('localhost', '127.0.0.1')).href;
  await page.goto(elsewhere);
  await goOnTo(page, guide);
  await appIsReady(page);
  return { guide, elsewhere };
}

/** Goes on as a tap on a link does, so that the page before stays in the history. */
export async function goOnTo(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => {
    location.href = href;
  }, address);
  await page.waitForURL(address);
}

/** Goes back, then forward again, through the whole history of the tab; says where each step ends. */
export async function walkHistory(page: Page): Promise<string[]> {
  if (!isChromium(page)) return walkByScript(page);
  const { entries } = await historyOf(page);
  const steps = entries.map((_entry, index) => index);
  const places: string[] = [];
  for (const step of [...steps.toReversed(), ...steps]) {
    await goToEntry(page, step);
    await expect(page.locator('body')).toBeVisible();
    places.push(page.url());
  }
  return placesOf(places);
}

/** Where a new tab begins is an entry in Chromium and none in Firefox. */
function placesOf(places: readonly string[]): string[] {
  return [...new Set(places)].filter((place) => place !== 'about:blank').sort();
}

function isChromium(page: Page): boolean {
  return page.context().browser()?.browserType().name() === 'chromium';
}

/** Firefox tells no list of entries, and `page.url()` goes stale there after a step (H-6): the pages are asked. */
async function walkByScript(page: Page): Promise<string[]> {
  const steps = (await page.evaluate(() => history.length)) - 1;
  const places = [await whereItIs(page)];
  for (const by of [-1, 1] as const)
    for (let step = 0; step < steps; step++) {
      await stepByScript(page, by);
      places.push(await whereItIs(page));
    }
  return placesOf(places);
}

async function whereItIs(page: Page): Promise<string> {
  return page.evaluate(() => location.href);
}

/** Each page is marked before it is left, so that arriving shows, also in one that comes back from memory. */
async function stepByScript(page: Page, by: -1 | 1): Promise<void> {
  const mark = Math.random();
  await page.evaluate(
    ([name, delta]) => {
      Object.assign(window, { lastMark: name });
      // After this answer is on its way: the page that gives it is about to go.
      setTimeout(() => history.go(delta), 50);
    },
    [mark, by] as const,
  );
  const hasArrived = () =>
    page
      .evaluate((name) => {
        const { lastMark } = window as unknown as { lastMark?: number };
        return lastMark !== name && document.readyState === 'complete';
      }, mark)
      .catch(() => false);
  await expect.poll(hasArrived, { message: `no step by ${by} in the history` }).toBe(true);
}

/** Asked anew each time, and again: a page that goes or comes back from memory takes its session with it. */
async function historyOf(page: Page) {
  const history = async () => {
    const devtools = await page.context().newCDPSession(page);
    return devtools.send('Page.getNavigationHistory');
  };
  let answer: Awaited<ReturnType<typeof history>> | undefined;
  await expect(async () => {
    answer = await history();
  }).toPass({ timeout: 20_000 });
  if (!answer) throw new Error('tests: the tab tells no history');
  return answer;
}

async function goToEntry(page: Page, index: number): Promise<void> {
  const { entries } = await historyOf(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.navigateToHistoryEntry', { entryId: entries[index]?.id ?? 0 });
  await expect.poll(() => historyOf(page).then(({ currentIndex }) => currentIndex)).toBe(index);
}

/** One step back. A page that comes back from memory never tells that it has loaded, so that is not waited for. */
export async function goBack(page: Page): Promise<void> {
  if (!isChromium(page)) return stepByScript(page, -1);
  const { currentIndex } = await historyOf(page);
  await goToEntry(page, currentIndex - 1);
}
