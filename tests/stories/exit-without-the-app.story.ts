import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { onlyInChromium, WHOLE_BROWSER } from '../browsers.ts';
import { expect, test } from '../settle.ts';
import { appIsReady, isKeptOnPhone, loseNetwork, openGuide } from './journey.ts';
import {
  addressOfTheApp,
  answerNeutralSite,
  COVER,
  hasReachedNeutralSite,
  showsOnlyTheCover,
} from './leaving.ts';
import { openProfile } from './own-browser.ts';
import { TestSite } from './test-site.ts';

// The first screen and the way out are there before the app, and whatever becomes of it.

const english = (page: Page) => page.locator('details[data-first=en]');

test('EX-3 with JavaScript turned off in the browser, the numbers are there and the way out is a link', {
  ...onlyInChromium('its profile can be written before it starts', WHOLE_BROWSER),
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  mkdirSync(join(folder, 'Default'));
  const off = { profile: { default_content_setting_values: { javascript: 2 } } };
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(off));
  const context = await openProfile(folder);
  try {
    await answerNeutralSite(context);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(test.info().project.use.baseURL ?? '');
    await expect(page.locator('html')).not.toHaveClass(/scripted/);
    await english(page).locator('[data-country=GB] > summary').click();
    await expect(english(page).locator('[data-country=GB] a[href^="tel:"]').first()).toBeVisible();
    await english(page).locator('.exit-bar').click();
    await hasReachedNeutralSite(page);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('EX-3 while the app is still on its way, the way out works', async ({ page, context }) => {
  await answerNeutralSite(context);
  await page.route(`**${await addressOfTheApp(page)}`, () => undefined);
  await page.goto('/', { waitUntil: 'commit' });
  await english(page).locator('.exit-bar').click();
  await hasReachedNeutralSite(page);
});

test('EX-3 when the app breaks, the way out works by tap and by keyboard', async ({ page, context }) => {
  await answerNeutralSite(context);
  await page.route(`**${await addressOfTheApp(page)}`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken")' }),
  );
  await page.goto('/');
  await english(page).locator('.exit-bar').click();
  await hasReachedNeutralSite(page);
  await page.goto('/');
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
  await hasReachedNeutralSite(page);
  await page.goto('/');
  for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  await hasReachedNeutralSite(page);
});

test('EX-3 offline after one visit, with an app that breaks, the numbers and the way out are there', {
  tag: WHOLE_BROWSER,
}, async ({ page }) => {
  const app = await addressOfTheApp(page);
  const site = await TestSite.open();
  const { origin } = site;
  await page.goto(origin);
  await appIsReady(page);
  await isKeptOnPhone(page);
  await page.evaluate(async (path) => {
    const broken = () =>
      new Response('throw new Error("broken")', { headers: { 'Content-Type': 'text/javascript' } });
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys())
        if (new URL(url).pathname === path) await cache.put(url, broken());
    }
  }, app);
  await loseNetwork(page.context(), site);
  await page.goto(origin);
  await english(page).locator('[data-country=GB] > summary').click();
  await expect(english(page).locator('[data-country=GB] a[href^="tel:"]').first()).toBeVisible();
  await expect(page.locator('#main')).toHaveCount(0);
  await english(page).locator('.exit-bar').click();
  await expect(page).toHaveURL(COVER);
  await showsOnlyTheCover(page);
});

test('EX-8 a browser that names its language oddly gets the cover all the same', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'language', { get: () => 'en-US@posix' });
  });
  await answerNeutralSite(context);
  await openGuide(page);
  await page.locator('.exit-bar').click();
  await hasReachedNeutralSite(page);
});
