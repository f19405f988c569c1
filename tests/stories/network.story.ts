import { readdirSync, readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { tellingWordsIn } from '../fixtures/wordlist.ts';
import { appIsReady, isKeptOnPhone, lookForNewer, loseNetwork, openGuide } from './journey.ts';
import { faultsOf } from './request-rules.ts';
import { type SeenRequest, TestSite } from './test-site.ts';
import { chooseLanguage, wholeTour } from './tour.ts';

// One tour of everything, four times over, is recorded once; each story then reads the record. At its end the tour does
// on purpose what must never happen, so that every story also proves that its recorder would have seen it.
test.describe.configure({ mode: 'default' });

interface Noted {
  readonly kind: 'violation' | 'connection';
  readonly detail: string;
  readonly url?: string;
}
interface Marks {
  readonly screen: string;
  /** What stands on it that connects by itself. */
  readonly found: readonly string[];
  readonly surface: Surface;
}
interface Surface {
  readonly title: string;
  readonly address: string;
  readonly state: unknown;
  /** All that stands in the head, and where the page says what it is. */
  readonly head: string;
}
interface Recording {
  /** What the browser asked for, or tried to. */
  readonly asked: string[];
  readonly seen: readonly SeenRequest[];
  readonly noted: Noted[];
  readonly marks: Marks[];
}

const NAME = (JSON.parse(readFileSync('data/deployment.json', 'utf8')) as { neutral_name: string })
  .neutral_name;

let site: TestSite;
let tour: Recording;
let control: Recording;
let tours = 0;

/** A tour takes stock Firefox half a minute on two cores. */
function laterLanguages(browserName: string): readonly string[] {
  return browserName === 'firefox' ? ['ar'] : ['es', 'ar', 'sw'];
}

test.beforeAll(async ({ browser, browserName }) => {
  site = await TestSite.open();
  const context = await browser.newContext({ baseURL: site.origin });
  const recording = await record(context);
  const page = await context.newPage();
  const look = async (screen: string) => {
    recording.marks.push({ screen, found: await connectingMarks(page), surface: await surfaceOf(page) });
  };
  // First run: no service worker yet, so everything comes from the host.
  const letWorkerIn = site.hold('/sw.js');
  await openGuide(page);
  await wholeTour(page, look);
  letWorkerIn();
  await isKeptOnPhone(page);
  const later = laterLanguages(browserName);
  tours = 1 + later.length;
  for (const language of later) {
    await page.reload();
    await appIsReady(page);
    await chooseLanguage(page, language);
    await wholeTour(page, look);
  }
  await troubles(page, look);
  await dayLater(page, look);
  tour = {
    ...recording,
    seen: [...site.seen],
    asked: [...recording.asked],
    noted: [...recording.noted],
    marks: [...recording.marks],
  };
  recording.asked.length = recording.noted.length = recording.marks.length = site.seen.length = 0;
  await misbehave(page);
  await look('control');
  control = { ...recording, seen: [...site.seen] };
  await context.close();
});

test.afterAll(() => site.close());

test('NW-1 X1 nothing is ever asked of any other host, whatever she opens', () => {
  expect(tour.asked.length).toBeGreaterThan(tours * 10);
  expect(foreign(tour.asked)).toEqual([]);
  expect(foreign(control.asked)).toEqual([
    'https://elsewhere.example/picture.png',
    'https://elsewhere.example/words.json',
  ]);
});

test('NW-2 no screen holds anything that connects behind her back', () => {
  expect(tour.marks.length).toBeGreaterThan(tours * 22);
  expect(tour.marks.flatMap(({ screen, found }) => found.map((mark) => `${screen}: ${mark}`))).toEqual([]);
  expect(tour.noted.filter(({ kind }) => kind === 'connection')).toEqual([]);
  expect(control.marks[0]?.found).toEqual(['link preconnect', 'a ping', 'iframe']);
  expect(control.noted.filter(({ kind }) => kind === 'connection').map(({ detail }) => detail)).toEqual([
    'sendBeacon',
    'WebSocket',
  ]);
});

test('NW-4 no rule of the page is ever broken, not even by the page itself', () => {
  const broken = ({ kind }: Noted) => kind === 'violation';
  expect(tour.noted.filter(broken)).toEqual([]);
  expect(control.noted.filter(broken).length).toBeGreaterThan(0);
});

test('NW-5 every request is for one of the few known files and carries nothing else', () => {
  expect(tour.seen.length).toBeGreaterThan(tours * 10);
  expect(tour.seen.flatMap(faultsOf)).toEqual([]);
  expect(control.seen.flatMap(faultsOf)).toEqual([
    'GET /data/index.json?need=stay: not a known path',
    'GET /data/index.json?need=stay: header x-person',
    'GET /elsewhere: not a known path',
    'POST /clear: not a GET',
    'POST /clear: has a body',
    'POST /clear: header content-type',
  ]);
});

test('TR-4 X2 no title, address or name tells what the guide is for, on any screen in any language', () => {
  for (const { screen, surface } of tour.marks) {
    const { head, ...rest } = surface;
    expect(rest, screen).toEqual({ title: NAME, address: `${site.origin}/`, state: null });
    expect(tellingWordsIn(head), screen).toEqual([]);
  }
  expect(control.marks[0]?.surface).toMatchObject({ title: 'Shelter', address: `${site.origin}/#stay` });
});

async function record(context: BrowserContext): Promise<Recording> {
  const recording: Recording = { asked: [], seen: [], noted: [], marks: [] };
  context.on('request', (request) => recording.asked.push(request.url()));
  context.on('console', (message) => {
    const text = message.text();
    if (/Content Security Policy|Trusted ?(Types?|HTML|Script)/i.test(text))
      recording.noted.push({ kind: 'violation', detail: text });
  });
  await context.exposeBinding('noted', (_source, noted: Noted) => {
    recording.noted.push(noted);
    // An attempt counts, though the page's rules stopped it.
    if (noted.url) recording.asked.push(noted.url);
  });
  await context.addInitScript(watchPage);
  return recording;
}

/** Runs in the page before any of its own script. */
function watchPage(): void {
  const page = globalThis as unknown as { noted: (noted: Noted) => void } & Record<string, unknown>;
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    page.noted({ kind: 'violation', detail: violatedDirective, url: blockedURI }),
  );
  for (const name of ['WebSocket', 'EventSource', 'RTCPeerConnection', 'WebTransport', 'PushManager']) {
    page[name] = function refused() {
      page.noted({ kind: 'connection', detail: name });
      throw new Error(name);
    };
  }
  navigator.sendBeacon = () => {
    page.noted({ kind: 'connection', detail: 'sendBeacon' });
    return false;
  };
}

function surfaceOf(page: Page): Promise<Surface> {
  return page.evaluate(() => ({
    title: document.title,
    address: location.href,
    state: history.state as unknown,
    head: `${document.head.innerHTML}\n${document.querySelector('.bar-title')?.textContent}`,
  }));
}

function connectingMarks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const hint = /preconnect|dns-prefetch|prefetch|prerender|preload/;
    for (const { rel } of document.querySelectorAll('link')) if (hint.test(rel)) found.push(`link ${rel}`);
    for (const { name } of document.querySelectorAll('meta'))
      if (/dns-prefetch|refresh/i.test(name)) found.push(`meta ${name}`);
    if (document.querySelector('a[ping], area[ping]')) found.push('a ping');
    if (document.querySelector('iframe, frame, object, embed, portal')) found.push('iframe');
    if (document.querySelector('script[type=speculationrules]')) found.push('speculation rules');
    return found;
  });
}

/** What goes wrong on a phone: a download that fails, one that is stopped, no network at all. */
async function troubles(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await page.locator('#main .place-line button').click();
  const rows = page.locator('#main .rows').last().locator('.row-button');
  site.answer('/data/index.json', (_request, response) => response.writeHead(500).end());
  for (const path of packPaths()) site.answer(path, (_request, response) => response.writeHead(404).end());
  await rows.nth(0).click();
  await page.locator('.notices .link').waitFor();
  await look('a list that could not be fetched');
  await page.locator('.notices .link').click();
  for (const path of packPaths()) site.hold(path);
  await page.locator('.awaited-field .button').click();
  await page.locator('progress').waitFor();
  await look('a list on its way');
  await page.locator('.awaited-field .button-quiet').click();
  await expect(page.locator('progress')).toHaveCount(0);
  site.restore();
  const regainNetwork = await loseNetwork(page.context(), site);
  await page.reload();
  await appIsReady(page);
  await page.locator('.notices .notice').first().waitFor();
  await look('offline');
  await expect(await lookForNewer(page)).not.toBeEmpty();
  await look('offline, looked for newer lists');
  await regainNetwork();
}

function packPaths(): string[] {
  return readdirSync('dist/guide/data/packs').map((name) => `/data/packs/${name}`);
}

/** Opened again the next day and left alone for a minute: the quiet look for newer lists happens, and nothing else. */
async function dayLater(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await page.clock.install({ time: Date.now() + 28 * 3_600_000 });
  await page.reload();
  await appIsReady(page);
  // Her place shows as soon as the lists are open.
  await expect(page.locator('#main .place-line')).toContainText('Kenya');
  const before = site.seen.length;
  await page.clock.runFor(65_000);
  await expect.poll(() => site.seen.slice(before).map(({ url }) => url)).toContain('/data/index.json.sig');
  await look('a minute left alone');
}

/** All that the guide must never do, once, for the recorders. */
async function misbehave(page: Page): Promise<void> {
  await page.evaluate(async () => {
    document.title = 'Shelter';
    location.hash = 'stay';
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'preconnect', href: 'https://elsewhere.example' }),
    );
    document.body.append(Object.assign(document.createElement('a'), { ping: '/elsewhere' }));
    document.body.append(
      Object.assign(document.createElement('img'), { src: 'https://elsewhere.example/picture.png' }),
    );
    await fetch('https://elsewhere.example/words.json').catch(() => null);
    await fetch('/data/index.json?need=stay', { headers: { 'X-Person': '1' } });
    await fetch('/elsewhere');
    await fetch('/clear', { method: 'POST', body: 'me' });
    const frame = document.createElement('iframe');
    frame.src = '/elsewhere';
    document.body.append(frame);
    navigator.sendBeacon('/elsewhere');
    try {
      new WebSocket('ws://localhost/');
    } catch {
      // Refused, as it should be.
    }
  });
}

function foreign(urls: readonly string[]): string[] {
  const outside = urls.filter((url) => /^(https?|wss?):/.test(url) && !url.startsWith(`${site.origin}/`));
  return [...new Set(outside)].sort();
}
