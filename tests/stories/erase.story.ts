import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { onceUnless, TOLD_ONCE } from '../browsers.ts';
import { appIsReady, chooseRegion, chooseTile, isKeptOnPhone, loseNetwork, openGuide } from './journey.ts';
import { erase, keptHere, NOTHING, openErase } from './kept-here.ts';
import { answerNeutralSite, COVER, hasReachedNeutralSite, showsOnlyTheCover, whatIsLeft } from './leaving.ts';
import { expect, test } from './own-site.ts';

// Everything goes from the phone, whatever the host, the database or another window does.

test.beforeEach(async ({ context }) => {
  await answerNeutralSite(context);
});

async function useGuide(page: Page): Promise<void> {
  await openGuide(page);
  await isKeptOnPhone(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
}

/** The cover is enough: what it would be fetched by is being deleted at the same time. */
async function hasLeft(page: Page): Promise<void> {
  await expect(page.locator('body > main[data-cover], h1:text("Weather")').first()).toBeVisible();
  await expect(page.locator('#main')).toHaveCount(0);
}

async function isErased(context: BrowserContext): Promise<void> {
  await expect.poll(() => keptHere(context)).toEqual(NOTHING);
}

test('TR-6 TR-7 erasing is two taps away, asks once, ends where leaving ends, and the guide opens as on the first day', async ({
  page,
  context,
}) => {
  await useGuide(page);
  await page.locator('.card-name').first().click();
  await erase(page);
  await hasReachedNeutralSite(page);
  await isErased(context);
  await openGuide(page);
  await expect(page.locator('#main .first-notice')).toBeVisible();
});

test('TR-7 the page is blank before anything is erased, then other windows leave, then the host, then script', async ({
  page,
  context,
}) => {
  const steps: string[] = [];
  await context.exposeFunction('tell', (step: string) => steps.push(step));
  await page.addInitScript(() => {
    const { tell } = window as unknown as { tell(step: string): void };
    const noteBefore = <Key extends string>(target: Record<Key, unknown>, name: Key, step: string) => {
      const usual = target[name] as (...words: unknown[]) => unknown;
      target[name] = function (this: unknown, ...words: unknown[]) {
        const isBlank =
          document.querySelector('body > main[data-cover] table') && !document.querySelector('#main');
        tell(`${isBlank ? 'blank' : 'shown'}: ${step}${step === 'fetch' ? ` ${words[0]}` : ''}`);
        return usual.apply(this, words);
      };
    };
    noteBefore(BroadcastChannel.prototype as never, 'postMessage', 'other windows');
    noteBefore(window as never, 'fetch', 'fetch');
    noteBefore(ServiceWorkerRegistration.prototype as never, 'unregister', 'worker');
    noteBefore(CacheStorage.prototype as never, 'delete', 'cache');
    noteBefore(IDBFactory.prototype as never, 'deleteDatabase', 'database');
  });
  await useGuide(page);
  await openErase(page);
  steps.length = 0;
  await page.locator('#main section.notice .button').click();
  await hasReachedNeutralSite(page);
  expect(steps.slice(0, 2)).toEqual(['blank: other windows', 'blank: fetch /clear']);
  // The host's answer has emptied the rest by then, where the browser heeds it.
  expect(steps.slice(2)).toContain('blank: database');
  expect(steps.filter((step) => step.startsWith('shown'))).toEqual([]);
});

test('TR-7 the cover is there in the same task in which she says yes', async ({ page }) => {
  await useGuide(page);
  await openErase(page);
  const left = await page.evaluate(
    `document.querySelector('#main section.notice .button').click(); (${whatIsLeft})()`,
  );
  expect(left).toMatchObject({ others: [], attributes: ['lang'] });
});

test('TR-7 the honest words about what stays are there before she says yes, and more of them without a signal', async ({
  page,
  context,
  site,
}) => {
  await useGuide(page);
  await openErase(page);
  const notice = page.locator('#main section.notice');
  await expect(notice).toContainText("The browser's history and the call list stay.");
  await expect(notice).not.toContainText('There is no signal now.');
  await notice.locator('.button-quiet').click();
  await loseNetwork(context, site);
  await page.locator('#main > .row-button').nth(1).click();
  await expect(notice).toContainText('There is no signal now. An expert may still find parts of the lists.');
});

test('TR-8 offline everything goes all the same, and the cover stays', async ({ page, context, site }) => {
  await useGuide(page);
  const regainNetwork = await loseNetwork(context, site);
  await erase(page);
  await expect(page).toHaveURL(COVER);
  await showsOnlyTheCover(page);
  await regainNetwork();
  await isErased(context);
});

for (const [what, answer] of [
  ['500', (response: import('node:http').ServerResponse) => void response.writeHead(500).end()],
  ['404', (response: import('node:http').ServerResponse) => void response.writeHead(404).end()],
  ['nothing at all', () => undefined],
] as const) {
  test(
    `TR-6 TR-8 with a host that answers ${what}, everything goes and the screen is blank at once`,
    onceUnless(what === 'nothing at all'),
    async ({ page, context, site }) => {
      await useGuide(page);
      site.answer('/clear', (_request, response) => answer(response));
      const began = Date.now();
      await erase(page);
      await expect(page.locator('body > main[data-cover], h1:text("Weather")').first()).toBeVisible();
      await isErased(context);
      // Settled 34: ten times the figure.
      expect(Date.now() - began).toBeLessThan(30_000);
    },
  );
}

test('TR-8 with the server gone, everything goes and the cover stays', { tag: TOLD_ONCE }, async ({
  page,
  context,
  site,
}) => {
  await useGuide(page);
  const { origin } = site;
  await context.route('**/clear', (route) => route.abort('connectionrefused'));
  await erase(page);
  await expect.poll(() => page.url()).toBe(`${origin}/cover/`);
  await showsOnlyTheCover(page);
  await isErased(context);
});

test('TR-8 EX-12 another window of the guide leaves too, and does not keep the database from going', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await useGuide(other);
  await openGuide(page);
  await erase(page);
  await hasReachedNeutralSite(page);
  await hasLeft(other);
  await isErased(context);
});

test('TR-8 a window that holds the database and never lets go does not keep her from leaving', async ({
  page,
  context,
}) => {
  await useGuide(page);
  const stubborn = await context.newPage();
  await stubborn.goto('/robots.txt');
  await stubborn.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('guide');
        request.onsuccess = () => {
          Object.assign(window, { held: request.result });
          resolve();
        };
      }),
  );
  await erase(page);
  await hasReachedNeutralSite(page);
  // The browser deletes it as soon as that window is gone.
  await stubborn.close();
  await isErased(context);
});

test('TR-8 in the middle of a download everything goes, and the download with it', async ({
  page,
  context,
  site,
}) => {
  await openGuide(page);
  await isKeptOnPhone(page);
  const { regions } = JSON.parse(readFileSync('dist/guide/data/index.json', 'utf8')) as {
    regions: { id: string; path: string }[];
  };
  const release = site.hold(`/data/${regions.find(({ id }) => id === 'ke')?.path}`);
  await chooseTile(page, 'stay');
  await page.locator('#main .row-button', { hasText: 'Kenya' }).first().click();
  await page.locator('progress').waitFor();
  await erase(page);
  await hasReachedNeutralSite(page);
  release();
  await isErased(context);
});

test('TR-8 with a database that cannot be opened, everything else goes', async ({ page, context }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'UnknownError');
    };
  });
  await openGuide(page);
  await isKeptOnPhone(page);
  await erase(page);
  await hasReachedNeutralSite(page);
  await isErased(context);
});

test('TR-8 with a database of an older shape that is being changed, everything goes', {
  tag: TOLD_ONCE,
}, async ({ page, context }) => {
  await page.goto('/robots.txt');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        // The first shape that the guide ever had, as Dexie numbers it.
        const request = indexedDB.open('guide', 10);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('generations', { keyPath: 'region' });
          request.result
            .createObjectStore('sections', { keyPath: ['sha256', 'name'] })
            .createIndex('sha256', 'sha256');
          request.result.createObjectStore('settings', { keyPath: 'key' });
        };
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
  );
  await page.goto('/');
  await appIsReady(page);
  await erase(page);
  await hasReachedNeutralSite(page);
  await isErased(context);
});

test('TR-9 a shell that is still on its way here is not kept after all', async ({ page, context, site }) => {
  const sw = readFileSync('dist/guide/sw.js', 'utf8');
  const [last = ''] = [...sw.matchAll(/\/assets\/[\w-]+\.json/g)].map(([path]) => path).slice(-1);
  const release = site.hold(last);
  // Where the host answers as it should, the browser itself ends that worker: here only the worker's own word counts.
  site.answer('/clear', (_request, response) => void response.writeHead(500).end());
  await page.goto('/');
  await appIsReady(page);
  await expect.poll(() => site.seen.some(({ url }) => url === last)).toBe(true);
  await erase(page);
  await expect(page.locator('body > main[data-cover], h1:text("Weather")').first()).toBeVisible();
  release();
  await page.waitForTimeout(3000);
  await isErased(context);
});

test('TR-9 nothing comes back in ten seconds, in this window or another', { tag: TOLD_ONCE }, async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await openGuide(other);
  await useGuide(page);
  await erase(page);
  await hasLeft(other);
  await page.waitForTimeout(10_000);
  expect(await keptHere(context)).toEqual(NOTHING);
});
