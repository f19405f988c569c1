import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { onceUnless, onlyInChromium } from '../browsers.ts';
import { type Edition, edition } from '../fixtures/edition.ts';
import { chooseTile, isKeptOnPhone, lookForNewer, loseNetwork, openGuide, tab } from './journey.ts';
import { openProfile } from './own-browser.ts';
import { expect, test } from './own-site.ts';
import type { TestSite } from './test-site.ts';

// A phone that is full, whose clock is wrong, or that has lost a part of what was kept: she sees yesterday's whole list or
// today's, and never that there are no services.

const REGION = { id: 'sample', name: 'Testland' };
const NOT_SAVED = 'This phone did not let us save the list.';
const HALF_A_HUNDRED_KB = 50_000;

async function toldOfNewer(page: Page): Promise<string> {
  const status = await lookForNewer(page);
  await expect(status).toHaveText(/\S/);
  await expect(status).not.toHaveText(/…$/);
  return status.innerText();
}

/** A phone with this list of Testland; ends on the first screen. */
async function phoneWith(page: Page, site: TestSite, list: Edition): Promise<void> {
  const { entries } = await site.publish([{ ...REGION, listings: list.listings }]);
  await openGuide(page, site.origin);
  await toldOfNewer(page);
  await takeTestland(page);
  await isKeptOnPhone(page);
  // The last that an arriving list does; a page that is left before it leaves without it.
  const isKept = (path: string) => caches.match(path).then((file) => file !== undefined);
  await expect.poll(() => page.evaluate(isKept, `/data/${entries[0]?.path}`)).toBe(true);
}

async function takeTestland(page: Page): Promise<void> {
  await tab(page, 0);
  await page.locator('#main .place-line button').click();
  await page.locator('#main .row-button', { hasText: 'Testland' }).click();
  await page.locator('#main .button.wide').click();
}

/** Which edition she sees, whole: its number in the names, and as many services as it has. */
async function editionShown(page: Page): Promise<{ number: number; services: number }> {
  await tab(page, 0);
  const first = page.locator('.card-name').first();
  if (!(await first.isVisible())) await chooseTile(page, 'live');
  await first.waitFor();
  const names = await page.locator('.card-name').allInnerTexts();
  const numbers = new Set(names.map((name) => Number(/^Edition (\d+),/.exec(name)?.[1])));
  expect(numbers.size, 'one list, not a mixture').toBe(1);
  const title = await page.locator('#main h1').innerText();
  return { number: [...numbers][0] ?? 0, services: Number(/\d+/.exec(title)?.[0]) };
}

const sizeOf = ({ listings }: Edition) => listings.length;

/** The phone gives the guide so many bytes, and no more (Chromium 156 takes 0 for no limit). */
async function giveOnly(context: BrowserContext, site: TestSite, bytes: number): Promise<void> {
  // What a page was told ends with it: this one stays, beside hers.
  const keeper = await context.newPage();
  await keeper.goto(`${site.origin}/robots.txt`);
  const session = await context.newCDPSession(keeper);
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: bytes });
}

/** How much the guide has written so far. */
async function written(context: BrowserContext, page: Page, site: TestSite): Promise<number> {
  const session = await context.newCDPSession(page);
  return (await session.send('Storage.getUsageAndQuota', { origin: site.origin })).usage;
}

for (const [what, room] of [
  ['no room at all', () => 1],
  ['room for 50 kB', () => HALF_A_HUNDRED_KB],
  ['a byte less than it holds', (used: number) => used - 1],
  ['a byte less than a new list needs', (used: number, needs: number) => used + needs - 1],
] as const)
  test(`ST-3 a phone with ${what} shows the new list from memory, says that it is not saved, and has the old one whole at the next start`, {
    ...onlyInChromium('only it can be told how much there is'),
  }, async ({ site }) => {
    const folder = mkdtempSync(join(tmpdir(), 'full-'));
    const [old, next] = [edition(10), edition(11)];
    const before = await openProfile(folder);
    const first = before.pages()[0] ?? (await before.newPage());
    await phoneWith(first, site, old);
    const used = await written(before, first, site);
    await before.close();

    // Started again: a browser goes on for a while with the room that it has once asked for.
    const context = await openProfile(folder);
    const page = context.pages()[0] ?? (await context.newPage());
    const { entries } = await site.publish([{ ...REGION, listings: next.listings }]);
    await giveOnly(context, site, room(used, entries[0]?.length ?? 0));
    await openGuide(page, site.origin);
    expect(await editionShown(page), 'before the update').toEqual({ number: 10, services: sizeOf(old) });
    expect(await toldOfNewer(page)).toBe('1 list is new.');
    await expect(page.getByText(NOT_SAVED), 'she is told').toBeVisible();
    expect(await editionShown(page), 'from memory').toEqual({ number: 11, services: sizeOf(next) });
    await loseNetwork(context, site);
    await page.reload();
    expect(await editionShown(page), 'at the next start').toEqual({ number: 10, services: sizeOf(old) });
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

test('ST-3 a phone that has no room from the first visit on works from memory, and says so', {
  ...onlyInChromium('only it can be told how much there is'),
}, async ({ page, context, site }) => {
  await page.goto('/robots.txt');
  await giveOnly(context, site, 1);
  const list = edition(12);
  await site.publish([{ ...REGION, listings: list.listings }]);
  await openGuide(page);
  await expect(page.getByText(NOT_SAVED)).toBeVisible();
  await toldOfNewer(page);
  await takeTestland(page);
  expect(await editionShown(page)).toEqual({ number: 12, services: sizeOf(list) });
});

const CLOCKS = [
  '1970-01-01T00:00:30Z',
  '2038-01-20T00:00:00Z',
  '2099-12-31T12:00:00Z',
  '2026-11-28T12:00:00Z',
];

test('SG-10 no clock hides a list: 1970, 2038, 2099, and back again', async ({ page, context, site }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  const list = edition(13);
  await phoneWith(page, site, list);
  for (const clock of CLOCKS) {
    await page.clock.setFixedTime(new Date(clock));
    await page.reload();
    expect(await editionShown(page), clock).toEqual({ number: 13, services: sizeOf(list) });
    await page.locator('.card-name').first().click();
    await expect(page.locator('.service-section').first(), clock).toBeVisible();
  }
  // A clock that is wrong does not keep a newer list from coming, nor let an older index in.
  const next = edition(14);
  await site.publish([{ ...REGION, listings: next.listings }]);
  expect(await toldOfNewer(page)).toBe('1 list is new.');
  await page.clock.setFixedTime(new Date('1970-01-01T00:00:30Z'));
  await loseNetwork(context, site);
  await page.reload();
  expect(await editionShown(page)).toEqual({ number: 14, services: sizeOf(next) });
  expect(faults).toEqual([]);
});

test('ST-7 a database that a newer app has made is left alone: the list is there from memory', async ({
  page,
  context,
  site,
}) => {
  const list = edition(15);
  await phoneWith(page, site, list);
  await page.goto('/robots.txt');
  await page.evaluate(async () => {
    const opening = indexedDB.open('guide', 1000);
    await new Promise((resolve, reject) => Object.assign(opening, { onsuccess: resolve, onerror: reject }));
    opening.result.close();
  });
  await loseNetwork(context, site);
  await openGuide(page);
  expect(await editionShown(page)).toEqual({ number: 15, services: sizeOf(list) });
  const version = await page.evaluate(async () => (await indexedDB.databases())[0]?.version);
  expect(version).toBe(1000);
});

/** What a browser may clear away by itself. Each runs in a page on which nothing of the guide does. */
const LOSSES: Readonly<Record<string, () => Promise<unknown>>> = {
  'the database': () =>
    new Promise((resolve) => Object.assign(indexedDB.deleteDatabase('guide'), { onsuccess: resolve })),
  'the files': () => caches.delete('files'),
  'the app': async () => {
    for (const name of await caches.keys()) if (name.startsWith('shell-')) await caches.delete(name);
  },
  'the service worker': async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister();
  },
};

for (const [what, lose] of Object.entries(LOSSES))
  test(
    `ST-8 a phone that has lost ${what} is whole again after one start with a network`,
    onceUnless(what === 'the database' || what === 'the service worker'),
    async ({ page, context, site }) => {
      const list = edition(16);
      await phoneWith(page, site, list);
      await page.goto('/robots.txt');
      await page.evaluate(lose);
      await openGuide(page);
      expect(await editionShown(page)).toEqual({ number: 16, services: sizeOf(list) });
      await isKeptOnPhone(page);
      await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(2);
      await loseNetwork(context, site);
      await page.reload();
      expect(await editionShown(page)).toEqual({ number: 16, services: sizeOf(list) });
    },
  );

for (const what of ['the database', 'the files'] as const)
  test(
    `ST-8 a phone that has lost ${what} shows the same list without a network`,
    onceUnless(what === 'the files'),
    async ({ page, context, site }) => {
      const list = edition(17);
      await phoneWith(page, site, list);
      await page.goto('/robots.txt');
      await page.evaluate(LOSSES[what] ?? (async () => undefined));
      await loseNetwork(context, site);
      await openGuide(page);
      expect(await editionShown(page)).toEqual({ number: 17, services: sizeOf(list) });
    },
  );
