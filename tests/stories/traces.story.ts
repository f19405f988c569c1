import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { onlyInChromium, WHOLE_BROWSER } from '../browsers.ts';
import { tellingWordsIn } from '../fixtures/wordlist.ts';
import {
  appIsReady,
  chooseRegion,
  chooseTile,
  isKeptOnPhone,
  openGuide,
  openService,
  typeInto,
} from './journey.ts';
import { openProfile } from './own-browser.ts';
import { TestSite } from './test-site.ts';
import { wholeTour } from './tour.ts';

const NAME = (JSON.parse(readFileSync('data/deployment.json', 'utf8')) as { neutral_name: string })
  .neutral_name;

test('TR-2 nothing is written where it cannot be erased, though the browser would let it', async ({
  browser,
}) => {
  const site = await TestSite.open();
  const context = await browser.newContext({ baseURL: site.origin });
  const tried: string[] = [];
  await context.exposeBinding('tried', (_source, what: string) => tried.push(what));
  const page = await context.newPage();
  await page.addInitScript(refuseOldStorage);
  await openGuide(page);
  // On each screen: a refused write may break the app, and then only a tap that is not there would be told.
  await wholeTour(page, async (screen) => expect(tried, screen).toEqual([]));
  await isKeptOnPhone(page);
  await page.reload();
  await appIsReady(page);
  expect(tried).toEqual([]);
  expect(await leftBehind(context)).toEqual({ cookies: 0, local: 0, session: 0, files: [] });
  // The traps are set, and what a trap would miss is found afterwards.
  await page.evaluate(() => {
    const { localStorage: local, sessionStorage: session, navigator: browser } = window;
    for (const write of [
      () => local.setItem('a', 'b'),
      () => session.setItem('a', 'b'),
      () => Object.assign(document, { cookie: 'a=b' }),
      () => browser.storage.getDirectory(),
    ]) {
      try {
        write();
      } catch {
        // Refused, as it should be.
      }
    }
    local.past = 'the trap';
  });
  expect(tried).toEqual(['setItem', 'setItem', 'cookie', 'getDirectory']);
  expect(await leftBehind(context)).toEqual({ cookies: 0, local: 1, session: 0, files: [] });
  await context.close();
  await site.close();
});

test('TR-4 X2 what the phone keeps has neutral names', async ({ browser }) => {
  const site = await TestSite.open();
  const context = await browser.newContext({ baseURL: site.origin });
  const page = await context.newPage();
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await page.locator('.list-age .link').click();
  await expect(page.locator('.list-age [role=status]')).not.toBeEmpty();
  await isKeptOnPhone(page);
  expect(await namesInStorage(page)).toEqual({
    databases: { guide: ['generations', 'kept', 'sections', 'settings'] },
    caches: ['files', expect.stringMatching(/^shell-[0-9a-f]{12}$/)],
    workers: [`${site.origin}/sw.js`],
  });
  const addresses = await page.evaluate(cachedAddresses);
  expect(addresses).toEqual(expect.arrayContaining(['/index.html', '/cover/index.html', '/data/index.json']));
  expect(addresses.flatMap(tellingWordsIn)).toEqual([]);
  await context.close();
  await site.close();
});

test('TR-4 X2 the manifest, the cover and every file have neutral names', async () => {
  const manifest = JSON.parse(readFileSync('dist/guide/manifest.webmanifest', 'utf8')) as Record<
    string,
    unknown
  >;
  expect(Object.keys(manifest).sort()).toEqual(
    [
      'background_color',
      'display',
      'icons',
      'id',
      'name',
      'scope',
      'short_name',
      'start_url',
      'theme_color',
    ].sort(),
  );
  expect(manifest).toMatchObject({ name: NAME, short_name: NAME, start_url: '/', scope: '/', id: '/' });
  expect(tellingWordsIn(JSON.stringify(manifest))).toEqual([]);
  const files = readdirSync('dist/guide', { recursive: true, encoding: 'utf8' });
  expect(files.flatMap((name) => tellingWordsIn(name))).toEqual([]);
  const NEUTRAL =
    /^(assets|cover|data)$|^data\/(packs|maps)$|^assets\/[\w-]{8,10}\.(js|css|json|bin)|^(cover\/)?index\.html|^cover\/cover\.css|^sw\.js|^manifest\.webmanifest|^icon[\w-]*\.(svg|png)|^robots\.txt|^data\/(root\.\d+|index)\.json(\.sig)?$|^data\/packs\/[0-9a-f]{64}\.bin$|^data\/maps\/[0-9a-f]{64}\.pmtiles$/;
  expect(files.filter((name) => !NEUTRAL.test(name))).toEqual([]);
  expect(tellingWordsIn(readFileSync('dist/guide/cover/index.html', 'utf8'))).toEqual([]);
  // The list itself can fail: what a service is called does tell.
  expect(tellingWordsIn('Refugio para Víctimas / خط العنف / Kituo cha dharura')).toEqual([
    'victim',
    'refug',
    'víctim',
    'refugio',
    'عنف',
    'dharura',
  ]);
});

test('TR-4 X2 the history of the browser keeps one address and one neutral title', {
  ...onlyInChromium('the story reads the files of its profile', WHOLE_BROWSER),
}, async () => {
  const site = await TestSite.open();
  const folder = mkdtempSync(join(tmpdir(), 'traces-'));
  const context = await openProfile(folder);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(site.origin);
  await appIsReady(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await typeInto(page.getByRole('searchbox'), 'nowhere to sleep');
  const name = (await page.locator('.card-name').first().textContent()) ?? '';
  await openService(page, name);
  await isKeptOnPhone(page);
  await page.reload();
  await appIsReady(page);
  // What the story must find if it were there: a title and an address of another page on the same host.
  const control = await context.newPage();
  site.put('/control', '<!doctype html><title>Shelter list</title>');
  await control.goto(`${site.origin}/control?need=stay`);
  const other = site.origin.replace('localhost', '127.0.0.1');
  await control.goto(`${other}/robots.txt`);
  await control.evaluate(() => window.localStorage.setItem('a', 'b'));
  await context.close();
  const { host, origin } = new URL(site.origin);
  await site.close();
  const kept = historyOf(join(folder, 'Default'), host);
  const isControl = (entry: string) => entry.startsWith('/control');
  expect(kept.filter(isControl)).toContain('/control?need=stayShelter list');
  // SQLite writes the title right behind the address, then a byte that may be a letter; before a page has loaded, its
  // host stands in for the title; an index holds the address alone.
  const neutral = new RegExp(`^/((${NAME}|${host})[\\x20-\\x7e]?)?$`);
  const ours = kept.filter((entry) => !isControl(entry));
  expect(ours).toContain(`/${NAME}`);
  expect(ours.filter((entry) => !neutral.test(entry))).toEqual([]);
  expect(filesNaming(join(folder, 'Default', 'Local Storage'), other)).not.toEqual([]);
  expect(filesNaming(join(folder, 'Default', 'Local Storage'), origin)).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

function refuseOldStorage(): void {
  const page = globalThis as unknown as { tried: (what: string) => void };
  const refuse = (what: string) => {
    page.tried(what);
    throw new Error(`${what} is refused`);
  };
  Storage.prototype.setItem = () => refuse('setItem');
  Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => refuse('cookie') });
  // The browser's own files (OPFS).
  if (navigator.storage) StorageManager.prototype.getDirectory = () => refuse('getDirectory');
}

/** What a page without the traps finds. */
async function leftBehind(context: BrowserContext) {
  const page = await context.newPage();
  await page.goto('/robots.txt');
  const found = await page.evaluate(async () => {
    const files: string[] = [];
    const folder = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
    for await (const name of folder.keys()) files.push(name);
    return { local: window.localStorage.length, session: window.sessionStorage.length, files };
  });
  await page.close();
  return { cookies: (await context.cookies()).length, ...found };
}

function namesInStorage(page: Page) {
  return page.evaluate(async () => {
    const databases: Record<string, string[]> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      databases[name] = await new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          resolve([...request.result.objectStoreNames].sort());
          request.result.close();
        };
        request.onerror = () => reject(request.error);
      });
    }
    const workers = await navigator.serviceWorker.getRegistrations();
    return {
      databases,
      caches: (await caches.keys()).sort(),
      workers: workers.map(({ active }) => active?.scriptURL),
    };
  });
}

async function cachedAddresses(): Promise<string[]> {
  const addresses: string[] = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) addresses.push(new URL(url).pathname);
  return addresses;
}

/** What follows our host wherever Chromium's history files name it. */
function historyOf(profile: string, host: string): string[] {
  const address = new RegExp(`http://${host}([\\x20-\\x7e]*)`, 'g');
  return readdirSync(profile)
    .filter((name) => name.startsWith('History'))
    .flatMap((name) => [...readFileSync(join(profile, name)).toString('latin1').matchAll(address)])
    .map(([, rest = '']) => rest);
}

function filesNaming(folder: string, marker: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    try {
      return readFileSync(join(folder, name)).includes(marker);
    } catch {
      return false;
    }
  });
}
