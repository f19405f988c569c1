import { readdirSync, readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { appIsReady, isKeptOnPhone, openGuide } from './journey.ts';
import { deployment } from './leaving.ts';
import { TestSite } from './test-site.ts';
import { chooseLanguage, wholeTour } from './tour.ts';
import { fieldsOf, fileMarks, type LinkOut, linksOut, type Use, watchPages } from './watched-page.ts';

// One tour of everything in every language, watched. Each story reads the record. At the end the tour does on purpose
// what must never happen, so that every story also proves that its watcher would have seen it.
test.describe.configure({ mode: 'default' });

interface Screen {
  readonly name: string;
  /** Chosen by the tour, said by the page, and heard in its words. */
  readonly language: string;
  readonly lang: string;
  readonly dir: string;
  readonly words: string;
  readonly fields: number;
  readonly faults: readonly string[];
  readonly files: readonly string[];
  readonly links: readonly LinkOut[];
}

interface Answer {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

let site: TestSite;
let context: BrowserContext;
const screens: Screen[] = [];
const answers: Answer[] = [];
const errors: string[] = [];
let uses: Use[] = [];
let control: readonly Use[] = [];
let controlScreen: Screen;
let seen: TestSite['seen'] = [];

let languages: readonly string[] = [];

test.beforeAll(async ({ browser, browserName }) => {
  site = await TestSite.open();
  context = await browser.newContext({ baseURL: site.origin });
  uses = await watchPages(context);
  context.on('response', async (response) => {
    answers.push({ path: new URL(response.url()).pathname, headers: await response.allHeaders() });
  });
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => errors.push(message));
  await openGuide(page);
  // A tour takes stock Firefox half a minute on two cores.
  languages = browserName === 'firefox' ? ['en', 'ar'] : deployment.languages;
  for (const language of languages) {
    if (language !== 'en') {
      await isKeptOnPhone(page);
      await page.reload();
      await appIsReady(page);
      await chooseLanguage(page, language);
    }
    await wholeTour(
      page,
      async (name) => void screens.push(await lookAt(page, `${language}: ${name}`, language)),
    );
  }
  const tour = [...uses];
  seen = [...site.seen];
  uses.length = 0;
  await misbehave(page);
  controlScreen = await lookAt(page, 'control', 'en');
  control = [...uses];
  uses = tour;
  await context.close();
});

test.afterAll(() => site.close());

const of = (kind: Use['kind'], all: readonly Use[] = uses) =>
  all.filter((use) => use.kind === kind).map(({ what }) => what);

test('NW-2 with every way to connect throwing, the whole tour goes as before and none is tried', () => {
  expect(screens.length).toBeGreaterThan(languages.length * 22);
  expect(of('connection')).toEqual([]);
  expect(errors).toEqual([]);
  expect(of('connection', control)).toEqual(['WebSocket', 'EventSource', 'RTCPeerConnection', 'sendBeacon']);
});

test('NW-2 no answer of the host names another place to ask, to report to or to fetch early', () => {
  const telling =
    /^(link|report-to|reporting-endpoints|nel|speculation-rules|refresh|content-location|alt-svc)$/;
  expect(answers.length).toBeGreaterThan(languages.length * 10);
  const found = answers.flatMap(({ path, headers }) =>
    Object.keys(headers)
      .filter((name) => telling.test(name))
      .map((name) => `${path} ${name}`),
  );
  expect(found).toEqual([]);
  for (const { path, headers } of answers)
    expect(headers['content-security-policy'] ?? '', path).not.toMatch(/report-(uri|to)/);
  // Workers are scripts too, and no page watches them.
  for (const [name, script] of scripts())
    expect(script, name).not.toMatch(/\b(WebSocket|EventSource|RTCPeerConnection|WebTransport|sendBeacon)\b/);
});

test('NW-8 the map is one file, asked for once and whole, whatever is looked at on it and in how many languages', () => {
  expect(seen.length).toBeGreaterThan(20);
  expect(screens.filter(({ name }) => name.includes(': map')).length).toBeGreaterThan(languages.length);
  const ofMaps = seen
    .map(({ url }) => url)
    .filter((url) => /\/maps|\.pmtiles|tile|\/\d+\/\d+\/\d+/.test(url));
  expect(ofMaps).toEqual([expect.stringMatching(/^\/data\/maps\/[0-9a-f]{64}\.pmtiles$/)]);
  expect(seen.filter(({ headers }) => 'range' in headers)).toEqual([]);
  // One script of the page and one of the worker: nobody else's phone has anything of a map.
  const drawing = scripts().filter(([, script]) => /leaflet|maplibre|pmtiles/i.test(script));
  expect(drawing).toHaveLength(2);
});

test('TR-16 no script knows how to ask where the phone is', () => {
  for (const [name, script] of scripts()) expect(script, name).not.toMatch(/geolocation|getCurrentPosition/);
});

test('NW-10 no answer carries a mark that a later request would bring back, and no request brings one', async () => {
  const marks = ['etag', 'last-modified', 'set-cookie'];
  const returned = ['if-none-match', 'if-modified-since', 'if-match', 'if-range', 'cookie', 'authorization'];
  for (const { path, headers } of answers)
    expect(
      Object.keys(headers).filter((name) => marks.includes(name)),
      path,
    ).toEqual([]);
  for (const { url, headers } of seen)
    expect(
      Object.keys(headers).filter((name) => returned.includes(name)),
      url,
    ).toEqual([]);
  // The tour reloads, so what the browser kept was there to be asked about again.
  expect(seen.filter(({ url }) => url.startsWith('/data/')).length).toBeGreaterThan(3);
  expect(seen.filter(({ url }) => url === '/sw.js').length).toBeGreaterThan(0);
});

test('NW-13 the language and direction of the page are those of its words, on every screen in every language', () => {
  for (const language of languages) {
    const own = screens.filter((screen) => screen.language === language);
    expect(own.length, language).toBeGreaterThan(20);
    for (const { name, lang, dir, words } of own)
      expect([lang, dir, words], name).toEqual([
        language,
        language === 'ar' ? 'rtl' : 'ltr',
        commonWords(language).urgent,
      ]);
  }
});

test('TR-12 every field for words refuses to be kept, corrected or filled in, on every screen', () => {
  expect(screens.filter(({ fields }) => fields > 0).length).toBeGreaterThan(20);
  for (const { name, faults } of screens) expect(faults, name).toEqual([]);
  expect(controlScreen.faults).toEqual([
    'autocomplete is null',
    'autocorrect is null',
    'autocapitalize is null',
    'spellcheck is null',
    'has a name',
    'is in a form',
  ]);
});

test('TR-16 TR-17 nothing is asked of her over the whole tour, but to keep what she asked to keep', () => {
  // "Remember these on this phone" is tapped once in each language.
  expect(of('permission')).toEqual(languages.map(() => 'persist'));
  expect(of('permission', control)).toEqual([
    'getCurrentPosition',
    'query',
    'requestPermission',
    'readText',
    'getUserMedia',
  ]);
});

test('TR-17 EX-15 nothing listens for being installed, pushed to or shaken, and no script knows how', () => {
  expect(of('listener')).toEqual([]);
  expect(of('listener', control)).toEqual(['devicemotion', 'beforeinstallprompt']);
  const secret =
    /devicemotion|DeviceMotionEvent|deviceorientation|DeviceOrientationEvent|\bAccelerometer\b|\bGyroscope\b/i;
  const installing = /beforeinstallprompt|appinstalled|getInstalledRelatedApps|setAppBadge/;
  for (const [name, script] of scripts()) {
    expect(script, name).not.toMatch(secret);
    expect(script, name).not.toMatch(installing);
  }
});

test('TR-19 no link is followed by opening a sheet, a way of contact, a big number or anything else', () => {
  expect(of('leaving')).toEqual([]);
  expect(of('leaving', control)).toEqual(['tel:+15550100', 'https://elsewhere.example/']);
  const sheets = screens.flatMap(({ links }) => links.filter(({ isInSheet }) => isInSheet));
  expect(sheets.length).toBeGreaterThanOrEqual(languages.length * 2);
});

test('TR-19 outside the sheet only the urgent numbers can be tapped, with their warning beside them', () => {
  const heard = new Set<string>();
  for (const { name, links } of screens) {
    // On the first sheet in each language the tour says that it knows the warning, so the second is without.
    const isWarned = heard.has(name);
    if (links.some(({ isInSheet }) => isInSheet)) heard.add(name);
    for (const { href, isInSheet, hasWarning, words } of links) {
      if (!isInSheet) expect(href, name).toMatch(/^tel:\+?\d+$/);
      if (!(isInSheet && isWarned)) expect(hasWarning, `${name} ${href}`).toBe(true);
      const digits = (text: string) => text.replace(/\D/g, '');
      // As plain text too, for another phone: with the country's code or as it is dialled there.
      if (/^(tel|sms):/.test(href))
        expect(digits(words), `${name} ${href}`).toContain(digits(href).slice(-6));
    }
  }
});

test('NW-12 every link out bears all that keeps the guide from being told, wherever it stands', () => {
  const out = screens.flatMap(({ name, links }) => links.map((link) => ({ name, ...link })));
  const inSheet = out.filter(({ isInSheet }) => isInSheet);
  expect(inSheet.length).toBeGreaterThanOrEqual(languages.length * 2);
  for (const { name, href, rel, policy, words } of inSheet) {
    expect(rel, `${name} ${href}`).toEqual(['external', 'nofollow', 'noopener', 'noreferrer']);
    expect(policy, `${name} ${href}`).toBe('no-referrer');
    if (href.startsWith('https:')) expect(words, name).toContain(new URL(href).hostname);
  }
});

test('CT-8 the guide gives out no file: no export, no download and nothing that could make one', () => {
  expect(screens.flatMap(({ files }) => files)).toEqual([]);
  expect(controlScreen.files.length).toBe(2);
  expect(of('file')).toEqual([]);
  expect(of('file', control)).toEqual(['createObjectURL']);
  for (const [name, script] of scripts())
    expect(script, name).not.toMatch(/showSaveFilePicker|text\/csv|\.csv\b|\.xlsx\b|saveAs\(|msSaveBlob/);
});

test('CT-9 the guide takes in no file: no import, no file field and no reader of files', () => {
  expect(screens.flatMap(({ files }) => files)).toEqual([]);
  for (const [name, script] of scripts())
    expect(script, name).not.toMatch(/showOpenFilePicker|\bFileReader\b|webkitGetAsEntry|launchQueue/);
  const manifest = JSON.parse(readFileSync('dist/guide/manifest.webmanifest', 'utf8')) as object;
  expect(Object.keys(manifest)).not.toContain('file_handlers');
  expect(Object.keys(manifest)).not.toContain('share_target');
});

async function lookAt(page: Page, name: string, language: string): Promise<Screen> {
  const said = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    words: document.querySelectorAll('.tabs .tab')[2]?.textContent ?? '',
  }));
  return {
    name,
    language,
    ...said,
    ...(await fieldsOf(page)),
    files: await fileMarks(page),
    links: await linksOut(page),
  };
}

function commonWords(language: string): { readonly urgent: string } {
  return JSON.parse(readFileSync(`locales/${language}/common.json`, 'utf8')) as { urgent: string };
}

/** Every script that the site serves, by its name. */
function scripts(): [string, string][] {
  return readdirSync('dist/guide', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(`dist/guide/${name}`, 'utf8')]);
}

/** All that the guide must never do, once, for the watchers. */
async function misbehave(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tries: (() => unknown)[] = [
      () => new WebSocket('ws://localhost/'),
      () => new EventSource('/'),
      () => new RTCPeerConnection(),
      () => navigator.sendBeacon('/elsewhere'),
      () => navigator.geolocation.getCurrentPosition(() => undefined),
      () => navigator.permissions.query({ name: 'geolocation' }),
      () => Notification.requestPermission(),
      () => navigator.clipboard.readText(),
      () => navigator.mediaDevices.getUserMedia({ video: true }),
      () => addEventListener('devicemotion', () => undefined),
      () => addEventListener('beforeinstallprompt', () => undefined),
      () => URL.createObjectURL(new Blob(['a,b'])),
      () => open('https://elsewhere.example/'),
    ];
    const link = Object.assign(document.createElement('a'), { href: 'tel:+15550100' });
    document.body.append(link);
    addEventListener('click', (event) => event.preventDefault());
    link.click();
    for (const one of tries) {
      try {
        one();
      } catch {
        // Refused, as it should be.
      }
    }
    const form = document.createElement('form');
    form.append(Object.assign(document.createElement('input'), { name: 'q' }));
    const save = Object.assign(document.createElement('a'), { download: 'list.csv' });
    document.body.append(form, save, Object.assign(document.createElement('input'), { type: 'file' }));
  });
}
