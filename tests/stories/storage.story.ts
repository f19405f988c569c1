import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type BrowserContext, expect, type Page, test, type Worker } from '@playwright/test';
import { onlyInChromium } from '../browsers.ts';
import { type Edition, edition } from '../fixtures/edition.ts';
import { appIsReady, chooseTile, isKeptOnPhone, lookForNewer, tab } from './journey.ts';
import { answerNeutralSite, clickWhereItIs, hasReachedNeutralSite } from './leaving.ts';
import { openProfile } from './own-browser.ts';
import { TestSite } from './test-site.ts';
import { type Reading, readRegion, startReading } from './worker-reading.ts';

const REGION = 'sample';
const CRASHES = 20;
const EXITS = 10;
// A download that takes a little while, so that some crashes come before the list is whole.
const PIECES = 10;
const PIECE_MS = 12;

let site: TestSite;
let folder: string;
test.beforeEach(async () => {
  site = await TestSite.open();
  folder = mkdtempSync(join(tmpdir(), 'storage-'));
});
test.afterEach(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('ST-1 a phone that dies while a list is replaced has the old list or the new one, whole', {
  ...onlyInChromium('only it can be told to crash'),
}, async () => {
  // A browser is started again after each crash: two cores that others share took more than two minutes.
  let shown = edition(1);
  let context = await openProfile(folder);
  let phone = await openPhone(context);
  await site.publish([{ id: REGION, listings: shown.listings }]);
  await getRegion(phone.page);
  // How long it takes here when nothing happens, from the moment the new list's bytes are on their way.
  const second = edition(2);
  const startSecond = await offer(phone.page, second);
  const began = Date.now();
  startSecond();
  await phone.page.waitForFunction(() => document.body.innerText.includes('1 list is new.'));
  const usual = Date.now() - began;
  shown = second;

  const ends: string[] = [];
  for (let crash = 0; crash < CRASHES; crash++) {
    const next = edition(shown.number + 1);
    const start = await offer(phone.page, next);
    const die = await readyToDie(context);
    start();
    // At random, but spread over the whole of it.
    await new Promise((resolve) => setTimeout(resolve, ((crash + Math.random()) / CRASHES) * usual * 1.3));
    await die();
    context = await openProfile(folder);
    phone = await openPhone(context);
    const reading = await readRegion(phone.page, phone.worker, REGION);
    const whole = [shown, next].find((one) => isWhole(reading, one));
    expect(whole, `after crash ${crash}: ${reading.found.length} found, ${reading.found[0]}`).toBeDefined();
    ends.push(whole === next ? 'new' : 'old');
    shown = whole ?? shown;
  }
  await context.close();
  // Both happened, or the crashes came too early or too late to prove anything.
  expect(new Set(ends)).toEqual(new Set(['old', 'new']));
});

test('ST-1 a second window reads the old list or the new one while the first replaces it, never a mixture', {
  ...onlyInChromium('Playwright shows no worker of Firefox, and the worker is asked'),
}, async ({ browser }) => {
  const context = await browser.newContext();
  const first = await openPhone(context);
  const [old, next] = [edition(30), edition(31)];
  await site.publish([{ id: REGION, listings: old.listings }]);
  await getRegion(first.page);
  const second = await openPhone(context, await context.newPage());
  const endReading = await startReading(second.page, second.worker, { region: REGION, everyMs: 5 });
  const start = await offer(first.page, next);
  start();
  await first.page.waitForFunction(() => document.body.innerText.includes('1 list is new.'));
  const readings = await endReading();
  // Each answer is of one list alone. The new one may come between finding services and opening them: those that were
  // found are then opened as they are now.
  const allowed = [
    { found: old.found, listings: old.whole },
    {
      found: old.found,
      listings: next.whole.filter((text) => !text.includes(`service ${old.whole.length}:`)),
    },
    { found: next.found, listings: next.whole },
  ];
  for (const reading of readings) expect(allowed).toContainEqual(reading);
  expect(readings.length).toBeGreaterThan(1);
  // And the window that was open before goes on: its own list is not taken from under it.
  await second.page.locator('#main .place-line').waitFor();
  await chooseTile(second.page, 'live');
  await second.page.locator('.card-name').first().click();
  await expect(second.page.locator('.service-section').first()).toBeVisible();
  await context.close();
});

test("EX-18 leaving at any moment of a list's arrival leaves the old list or the new one, whole", {
  ...onlyInChromium('its reader is a worker that only Chromium shows to a test'),
}, async () => {
  let shown = edition(50);
  const context = await openProfile(folder);
  await answerNeutralSite(context);
  let phone = await openPhone(context);
  await site.publish([{ id: REGION, listings: shown.listings }]);
  await getRegion(phone.page);
  const ends = new Set<string>();
  let longest = PIECES * PIECE_MS * 3;
  for (let moment = 0; moment < EXITS; moment++) {
    const next = edition(shown.number + 1);
    const start = await offer(phone.page, next);
    start();
    await new Promise((resolve) => setTimeout(resolve, longest * Math.random()));
    await clickWhereItIs(phone.page);
    await hasReachedNeutralSite(phone.page);
    phone = await openPhone(context, phone.page);
    const reading = await readRegion(phone.page, phone.worker, REGION);
    const whole = [shown, next].find((one) => isWhole(reading, one));
    expect(whole, `left at moment ${moment}: ${reading.found.length} found`).toBeDefined();
    ends.add(whole === next ? 'new' : 'old');
    // About the moment where the one end turns into the other, wherever this machine has it: sooner after a whole list.
    longest *= whole === next ? 0.5 : 1.5;
    shown = whole ?? shown;
  }
  await context.close();
  // Both happened, or she left too early or too late to prove anything.
  expect(ends).toEqual(new Set(['old', 'new']));
});

test('ST-4 a phone whose storage is damaged shows the same list again, without a network', {
  ...onlyInChromium('the story breaks the files of its profile'),
}, async () => {
  const list = edition(40);
  const context = await openProfile(folder);
  const phone = await openPhone(context);
  await site.publish([{ id: REGION, listings: list.listings }]);
  await getRegion(phone.page);
  await isKeptOnPhone(phone.page);
  const world = await readRegion(phone.page, phone.worker, 'world');
  const screen = await resultsOf(phone.page);
  await context.close();

  for (const [damage, spoil] of Object.entries(DAMAGES)) {
    const copy = `${folder}-${spoil.name}`;
    cpSync(folder, copy, { recursive: true });
    const spoilt = filesOfDatabase(copy).filter(spoil);
    expect(spoilt.length, damage).toBeGreaterThan(0);
    const later = await openProfile(copy);
    await later.setOffline(true);
    const { page, worker } = await openPhone(later);
    expect(await resultsOf(page), damage).toEqual(screen);
    const reading = await readRegion(page, worker, REGION);
    expect(isWhole(reading, list), `${damage}: ${reading.found.length} found`).toBe(true);
    expect(await readRegion(page, worker, 'world'), damage).toEqual(world);
    await later.close();
    rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Ways in which storage breaks on real phones. Each says whether it has changed the file. */
const DAMAGES: Readonly<Record<string, (path: string) => boolean>> = {
  'the manifest cut off': function cutManifest(path) {
    return isNamed(path, /^MANIFEST/) && rewrite(path, (bytes) => bytes.subarray(0, 10));
  },
  'every byte overwritten': function overwritten(path) {
    return rewrite(path, (bytes) => bytes.fill(0xaa));
  },
  'the pointer to the manifest gone': function noPointer(path) {
    if (!isNamed(path, /^CURRENT$/)) return false;
    rmSync(path);
    return true;
  },
  'bits changed here and there': function flippedBits(path) {
    return isNamed(path, /\.(ldb|log)$/) && rewrite(path, flipBits);
  },
  'bits changed in what was too long for the database': function flippedBlobs(path) {
    return path.includes('.blob') && rewrite(path, flipBits);
  },
  'what was too long for the database gone': function noBlobs(path) {
    if (!path.includes('.blob')) return false;
    rmSync(path);
    return true;
  },
};

function flipBits(bytes: Buffer): Buffer {
  for (let at = 50; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

function isNamed(path: string, pattern: RegExp): boolean {
  return pattern.test(basename(path));
}

function rewrite(path: string, change: (bytes: Buffer) => Buffer): boolean {
  writeFileSync(path, change(readFileSync(path)));
  return true;
}

/** Chromium keeps a database in files of its own, and long values beside it. */
function filesOfDatabase(profile: string): string[] {
  const storage = join(profile, 'Default', 'IndexedDB');
  return readdirSync(storage, { recursive: true, encoding: 'utf8' })
    .map((name) => join(storage, name))
    .filter((path) => statSync(path).isFile());
}

/** What she sees: how many services, and the first of them. */
async function resultsOf(page: Page): Promise<{ title: string; cards: string[] }> {
  await tab(page, 0);
  await chooseTile(page, 'live');
  await page.locator('.card').first().waitFor();
  return {
    title: await page.locator('#main h1').innerText(),
    cards: await page.locator('.card-name').allInnerTexts(),
  };
}

interface Phone {
  readonly page: Page;
  readonly worker: Worker;
}

async function openPhone(context: BrowserContext, window?: Page): Promise<Phone> {
  const page = window ?? context.pages()[0] ?? (await context.newPage());
  const [worker] = await Promise.all([page.waitForEvent('worker'), page.goto(site.origin)]);
  await appIsReady(page);
  return { page, worker };
}

/** The host has a new edition, and the page asks for its bytes: they come, in pieces, once the function is called. */
async function offer(page: Page, next: Edition): Promise<() => void> {
  const { files, entries } = await site.publish([{ id: REGION, listings: next.listings }]);
  const path = `/data/${entries[0]?.path}`;
  const bytes = files.get(path) ?? new Uint8Array();
  let start: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    site.answer(path, (_request, response) => {
      start = () => void sendInPieces(response, bytes);
      resolve();
    });
  });
  await lookForNewer(page);
  await asked;
  return start;
}

async function sendInPieces(response: ServerResponse, bytes: Uint8Array): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
  const size = Math.ceil(bytes.length / PIECES);
  for (let at = 0; at < bytes.length; at += size) {
    response.write(bytes.subarray(at, at + size));
    await new Promise((resolve) => setTimeout(resolve, PIECE_MS));
  }
  response.end();
}

/** She takes the host's newest index, then the made-up region that it names. */
async function getRegion(page: Page): Promise<void> {
  await expect(await lookForNewer(page)).toHaveText('Your lists are up to date.');
  await tab(page, 0);
  await page.locator('#main .place-line button').click();
  await page.locator('#main .row-button', { hasText: 'Testland' }).click();
  await page.getByRole('searchbox').waitFor();
}

/** The browser's main process ends at once, as when a phone's battery is taken out. */
async function readyToDie(context: BrowserContext): Promise<() => Promise<void>> {
  const session = await context.browser()?.newBrowserCDPSession();
  return async () => {
    const closed = new Promise((resolve) => context.once('close', resolve));
    session?.send('Browser.crash').catch(() => undefined);
    await closed;
  };
}

function isWhole({ found, listings }: Reading, { found: names, whole }: Edition): boolean {
  return JSON.stringify([found, listings]) === JSON.stringify([names, whole]);
}
