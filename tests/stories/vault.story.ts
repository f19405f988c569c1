import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { openProfile } from './own-browser.ts';
import type { VaultPage } from './vault-page.ts';

// The caseworkers' vault in a real browser, at its real cost (C3, C11, X11): what lies in the profile, what a second
// profile can read, and what is left when the browser dies.

declare const vaultPage: VaultPage;

const WORDS = 'zqmarker seven quiet kettles';
const OTHER_WORDS = 'zqmarker nine paper boats';
const NOTES = ['zqmarkerone asked for a bed', 'zqmarkertwo قارب الورق'];

let files: ReadonlyMap<string, string>;
let server: Server;
let origin: string;
let apiStatus: number;
const folders: string[] = [];

// The work is slow on purpose, and there is much of it.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vault-page-'));
  folders.push(folder);
  await build({
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      rolldownOptions: { input: 'tests/stories/vault-page.ts', output: { entryFileNames: 'page.js' } },
    },
  });
  files = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => [`/${name}`, readFileSync(join(folder, name), 'utf8')]),
  );
  server = createServer(({ url = '/' }, response) => {
    const script = files.get(url);
    if (url === '/')
      response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><script type="module" src="/page.js"></script>');
    else if (script) response.setHeader('content-type', 'text/javascript').end(script);
    else if (url === '/api/' && apiStatus === 0) response.destroy();
    else response.writeHead(url === '/api/' ? apiStatus : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
test.beforeEach(() => {
  apiStatus = 404;
});
test.afterAll(() => {
  server.close();
  server.closeAllConnections();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function newProfile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vault-profile-'));
  folders.push(folder);
  return folder;
}

async function openDesk(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForFunction(() => 'vaultPage' in window);
  return page;
}

const enter = (page: Page, how: 'create' | 'open', words: string) =>
  page.evaluate(([way, secret]) => vaultPage.enter(way as 'create' | 'open', secret ?? ''), [how, words]);
const contents = (page: Page) => page.evaluate(() => vaultPage.contents());

async function write(page: Page, notes: readonly string[]): Promise<void> {
  for (const note of notes)
    expect(await page.evaluate((text) => vaultPage.put(text, vaultPage.newRecordId()), note)).toBeNull();
}

/** Files of the profile in which any of these words stands, in UTF-8 or UTF-16. */
function filesWith(folder: string, ...words: readonly string[]): string[] {
  const forms = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    try {
      const path = join(folder, name);
      const bytes = statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
      return forms.some((form) => bytes.includes(form));
    } catch {
      // A socket or a lock that went with its browser.
      return false;
    }
  });
}

test('X11 C3 C11 no byte of the profile tells what is in the vault, and only its words open it', async () => {
  const folder = newProfile();
  let context = await openProfile(folder);
  let page = await openDesk(context);
  expect(await page.evaluate(() => vaultPage.state())).toBe('none');
  const made = await enter(page, 'create', WORDS);
  expect(made.problem).toBeNull();
  // The page was free to do other things while keys were made: the work is the worker's.
  expect(made.told).toBeGreaterThan(5);
  expect(made.turns).toBeGreaterThan(5);
  await write(page, NOTES);
  // What the search must be able to find: the same words where nothing seals them.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('control', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('rows');
        request.onsuccess = () => {
          const writing = request.result.transaction('rows', 'readwrite', { durability: 'strict' });
          writing.objectStore('rows').put('zqcontrol قارب', 'zqcontrolkey');
          writing.oncomplete = () => resolve();
        };
      }),
  );
  await context.close();
  expect(filesWith(folder, 'zqcontrol').join()).toContain('IndexedDB');
  expect(filesWith(folder, 'قارب').join()).toContain('IndexedDB');
  expect(filesWith(folder, 'zqmarker', 'قارب الورق')).toEqual([]);

  context = await openProfile(folder);
  page = await openDesk(context);
  expect(await page.evaluate(() => vaultPage.state())).toBe('locked');
  expect((await enter(page, 'open', OTHER_WORDS)).problem).toBe('not-opened');
  expect((await enter(page, 'open', WORDS)).problem).toBeNull();
  expect(await contents(page)).toEqual([...NOTES].sort());

  // Two windows lock together, and nothing is left after erasing.
  const second = await openDesk(context);
  expect((await enter(second, 'open', WORDS)).problem).toBeNull();
  await page.evaluate(() => vaultPage.lock());
  await expect.poll(() => second.evaluate(() => vaultPage.isOpen())).toBe(false);
  expect(await contents(second)).toBe('locked');
  expect((await enter(page, 'open', WORDS)).problem).toBeNull();
  expect(await page.evaluate(() => vaultPage.eraseAll())).toBeNull();
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([
    'control',
  ]);
  await context.close();
});

test('C11 a file carries everything to another profile and back', async () => {
  const [home, away] = [await openProfile(newProfile()), await openProfile(newProfile())];
  const [here, there] = [await openDesk(home), await openDesk(away)];
  await enter(here, 'create', WORDS);
  await write(here, NOTES);
  const bytes = await here.evaluate((words) => vaultPage.exportFile(words), OTHER_WORDS);
  for (const text of ['zqmarker', 'قارب']) expect(Buffer.from(bytes).includes(Buffer.from(text))).toBe(false);

  await enter(there, 'create', OTHER_WORDS);
  const take = (page: Page, file: number[], words: string) =>
    page.evaluate(([all, secret]) => vaultPage.importFile(all as number[], secret as string), [file, words]);
  expect(await take(there, bytes, WORDS)).toBe('file-not-opened');
  expect(await contents(there)).toEqual([]);
  expect(await take(there, bytes, OTHER_WORDS)).toEqual({ added: 2, updated: 0, kept: 0 });
  await write(there, ['zqmarkerthree']);
  const back = await there.evaluate((words) => vaultPage.exportFile(words), WORDS);
  expect(await take(here, back, WORDS)).toEqual({ added: 1, updated: 0, kept: 2 });
  expect(await contents(here)).toEqual([...NOTES, 'zqmarkerthree'].sort());
  await Promise.all([home.close(), away.close()]);
});

test('C11 a browser that dies while the passphrase is changed opens with the old words or the new', async () => {
  const folder = newProfile();
  let words = WORDS;
  let next = OTHER_WORDS;
  let context = await openProfile(folder);
  let page = await openDesk(context);
  await enter(page, 'create', words);
  await write(page, NOTES);
  const seen = new Set<string>();
  // While keys are made, about when the rows are written, and long after.
  for (const share of [0.1, 0.95, 1, 1.03, 1.06, 3]) {
    const began = Date.now();
    expect((await enter(page, 'open', words)).problem).toBeNull();
    const toDerive = Date.now() - began;
    const changing = page.evaluate(
      ([from, to]) => vaultPage.changePassphrase(from ?? '', to ?? ''),
      [words, next],
    );
    changing.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, share * 2 * toDerive));
    const closed = new Promise((resolve) => context.once('close', resolve));
    const session = await context.newCDPSession(page);
    session.send('Browser.crash').catch(() => undefined);
    await closed;

    context = await openProfile(folder);
    page = await openDesk(context);
    const withOld = (await enter(page, 'open', words)).problem === null;
    seen.add(withOld ? 'old' : 'new');
    if (!withOld) {
      expect((await enter(page, 'open', next)).problem).toBeNull();
      [words, next] = [next, words];
    }
    expect(await contents(page)).toEqual([...NOTES].sort());
  }
  // Both were met, or the deaths came too early or too late to prove anything.
  expect([...seen].sort()).toEqual(['new', 'old']);
  await context.close();
});

test('C11 it locks by itself: when nobody works, when hidden if that is chosen, and on leaving', async () => {
  const context = await openProfile(newProfile());
  const page = await openDesk(context);
  const isOpen = () => page.evaluate(() => vaultPage.isOpen());
  const watched = async (how: 'create' | 'open', locksWhenHidden: boolean) => {
    expect((await enter(page, how, WORDS)).problem).toBeNull();
    await page.evaluate((chosen) => vaultPage.lockByItself(chosen), locksWhenHidden);
  };
  // Headless browsers never hide a tab (H-5): the event is sent by hand.
  const hide = () =>
    page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      Reflect.deleteProperty(document, 'visibilityState');
    });
  await watched('create', false);
  await hide();
  expect(await isOpen()).toBe(true);
  // A device that slept for three minutes: the first key is late.
  await page.keyboard.press('a');
  expect(await isOpen()).toBe(true);
  await page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 180_000;
  });
  await page.keyboard.press('a');
  expect(await isOpen()).toBe(false);
  await watched('open', true);
  await hide();
  expect(await isOpen()).toBe(false);
  await watched('open', false);
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  expect(await isOpen()).toBe(false);
  expect(await contents(page)).toBe('locked');
  await context.close();
});

test('settled 35: no vault is made where a server answers', async () => {
  const context = await openProfile(newProfile());
  const page = await openDesk(context);
  for (const status of [200, 401, 500]) {
    apiStatus = status;
    expect((await enter(page, 'create', WORDS)).problem).toBe('has-server');
  }
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  // Nobody answers, as without a network: the build decides.
  apiStatus = 0;
  expect((await enter(page, 'create', WORDS)).problem).toBeNull();
  await context.close();
});
