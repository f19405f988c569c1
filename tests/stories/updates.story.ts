import type { Page } from '@playwright/test';
import { TOLD_ONCE } from '../browsers.ts';
import { isKeptOnPhone, openGuide } from './journey.ts';
import { expect, test } from './own-site.ts';

// When a phone asks for newer lists (NW-9).

const HOUR = 3_600_000;

async function letHoursPass(page: Page, hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour++) {
    await page.clock.fastForward(HOUR);
    // What the timers started has to reach the host.
    await page.waitForTimeout(30);
  }
  // What the last of them started, too, before it is counted.
  await page.waitForTimeout(500);
}

const INDEX = '/data/index.json';

/** Runs in the page: when the phone says that it asked last. */
async function lastAsked(): Promise<number> {
  return Number(await (await caches.match('/data/asked'))?.text());
}

test('NW-9 a page left open for five days asks once in each of them, and never in the background', async ({
  page,
  site,
}) => {
  const asked = () => site.seen.filter(({ url }) => url === INDEX).length;
  await page.clock.install();
  await openGuide(page);
  await isKeptOnPhone(page);
  const perDay: number[] = [];
  for (let day = 0; day < 5; day++) {
    const before = asked();
    await letHoursPass(page, 24);
    perDay.push(asked() - before);
  }
  expect(Math.max(...perDay)).toBeLessThanOrEqual(1);
  expect(asked()).toBeGreaterThanOrEqual(3);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const before = asked();
  await letHoursPass(page, 60);
  expect(asked()).toBe(before);
});

test('NW-9 opening the guide again and again on one day asks once', { tag: TOLD_ONCE }, async ({
  page,
  site,
}) => {
  const asked = () => site.seen.filter(({ url }) => url === INDEX).length;
  await page.clock.install();
  await openGuide(page);
  await isKeptOnPhone(page);
  // The lists came today: by the next day's third hour it has been asked once.
  await letHoursPass(page, 27);
  const before = asked();
  expect(before).toBeGreaterThanOrEqual(1);
  const last = await page.evaluate(lastAsked);
  for (let visit = 0; visit < 4; visit++) {
    await page.reload();
    await page.locator('#main h1').waitFor();
    await letHoursPass(page, 1);
    const at = await page.evaluate(lastAsked);
    // Either not at all since then, or a day later.
    expect(at === last || at - last >= 24 * HOUR).toBe(true);
  }
  expect(asked() - before).toBeLessThanOrEqual(1);
});

test('NW-9 where the deployment leaves it to her, only her tap asks', { tag: TOLD_ONCE }, async ({
  page,
  site,
}) => {
  const asked = () => site.seen.filter(({ url }) => url === INDEX).length;
  await page.clock.install();
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.dataset.updates = 'manual';
    });
  });
  await openGuide(page);
  await letHoursPass(page, 60);
  expect(asked()).toBe(0);
  await page.locator('.tabs .tab').nth(3).click();
  await page.getByRole('button', { name: 'Look for newer lists' }).click();
  await expect(page.getByText('Your lists are up to date.')).toBeVisible();
  expect(asked()).toBe(1);
});

test('NW-9 leaving asks for nothing', async ({ page, site, context }) => {
  await context.route(/wikipedia/, (route) => route.fulfill({ body: 'Weather' }));
  await openGuide(page);
  await isKeptOnPhone(page);
  site.seen.length = 0;
  await page.locator('.exit-bar:visible').click();
  await page.waitForURL(/wikipedia/);
  expect(site.seen.map(({ url }) => url).filter((url) => url.startsWith('/data'))).toEqual([]);
});
