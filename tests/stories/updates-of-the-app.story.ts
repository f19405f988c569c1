import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { appIsReady, chooseTile, isKeptOnPhone, loseNetwork, openGuide } from './journey.ts';
import { expect, test } from './own-site.ts';
import type { TestSite } from './test-site.ts';

// A new version of the app that is broken strands nobody (ST-10).

const html = readFileSync('dist/guide/index.html', 'utf8');
const worker = readFileSync('dist/guide/sw.js', 'utf8');
const main = html.match(/<script type="module"[^>]* src="(\/assets\/[^"]+)"/)?.[1] ?? '';
const NEW_MAIN = '/assets/new00000.js';

interface Version {
  /** What the app's first script is; as before where nothing is said. */
  readonly script?: string;
  /** A file that the new version should have, and the host does not. */
  readonly missing?: string;
}

/** From now on the host has another version of the app. */
async function release(site: TestSite, page: Page, { script, missing }: Version): Promise<void> {
  const name = (await shells(page))[0] ?? '';
  expect(name).toMatch(/^shell-[0-9a-f]{12}$/);
  const version = name.slice('shell-'.length);
  expect(worker).toContain(version);
  expect(worker).toContain(main);
  const newMain = script === undefined ? main : NEW_MAIN;
  if (script !== undefined) site.put(NEW_MAIN, script);
  const newHtml = html.replace(main, newMain).replace('<body', '<body data-new');
  expect(newHtml).toContain('data-new');
  site.put('/', newHtml);
  site.put('/index.html', newHtml);
  const other = worker.replaceAll(version, 'f'.repeat(12)).replace(main, missing ?? newMain);
  site.answer('/sw.js', (_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
    });
    response.end(other);
  });
}

/** The names of the caches that hold a version of the app. */
function shells(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('shell-')));
}

/** The browser finds the new version, and its pages are closed: the next one is opened with it. */
async function closeAfterUpdate(context: BrowserContext, page: Page): Promise<Page> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    await new Promise<void>((resolve) => {
      const look = () => (registration.waiting ? resolve() : void setTimeout(look, 20));
      look();
    });
  });
  const next = await context.newPage();
  await page.close();
  // Only once the page has really gone does the new version take its place; whoever looks is a page of the guide as well.
  await expect(async () => {
    await next.goto('about:blank');
    await next.waitForTimeout(200);
    await next.goto('/robots.txt');
    const isWaiting = await next.evaluate(async () =>
      Boolean((await navigator.serviceWorker.getRegistration('/'))?.waiting),
    );
    expect(isWaiting).toBe(false);
  }).toPass();
  return next;
}

/** The guide as it is kept after two visits. */
async function keepGuide(page: Page): Promise<void> {
  await openGuide(page);
  await isKeptOnPhone(page);
  await page.reload();
  await appIsReady(page);
}

// The page as it comes has a line for the place as well, in every language; only the app has `main`.
const isStarted = (page: Page) =>
  page
    .locator('#main .place-line')
    .waitFor({ timeout: 10_000 })
    .then(
      () => true,
      () => false,
    );

test('ST-10 a new version that does not start is opened twice, then the one before is there again, offline too', async ({
  page,
  context,
  site,
}) => {
  await keepGuide(page);
  await release(site, page, { script: 'throw new Error("broken");' });
  const later = await closeAfterUpdate(context, page);
  for (const visit of [1, 2]) {
    await later.goto('/');
    expect(await isStarted(later), `visit ${visit}`).toBe(false);
    // The numbers and the way out need no app.
    await expect(later.locator('.exit-bar:visible')).toBeVisible();
    await expect(later.locator('#app h1:visible')).toHaveCount(1);
  }
  await later.goto('/');
  expect(await isStarted(later)).toBe(true);
  await loseNetwork(context, site);
  await later.reload();
  expect(await isStarted(later)).toBe(true);
  await chooseTile(later, 'stay');
  await expect(later.locator('#main h1')).toBeVisible();
});

test('ST-10 a new version that starts takes the place of the one before, which then is gone from the phone', async ({
  page,
  context,
  site,
}) => {
  await keepGuide(page);
  await release(site, page, {});
  const later = await closeAfterUpdate(context, page);
  await later.goto('/');
  expect(await isStarted(later)).toBe(true);
  await expect(later.locator('body[data-new]')).toHaveCount(1);
  await expect.poll(() => shells(later)).toEqual([`shell-${'f'.repeat(12)}`]);
  await loseNetwork(context, site);
  await later.reload();
  expect(await isStarted(later)).toBe(true);
});

test('ST-10 a new version of which a file is missing is never taken', async ({ page, context, site }) => {
  await keepGuide(page);
  await release(site, page, { missing: '/assets/gone0000.js' });
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    // It is tried, and given up.
    await new Promise<void>((resolve) => {
      const look = () => (registration.installing ? void setTimeout(look, 20) : resolve());
      look();
    });
  });
  await page.reload();
  expect(await isStarted(page)).toBe(true);
  await loseNetwork(context, site);
  await page.reload();
  expect(await isStarted(page)).toBe(true);
});
