import type { Page } from '@playwright/test';
import { onceUnless } from '../browsers.ts';

import {
  appIsReady,
  chooseRegion,
  chooseTile,
  isKeptOnPhone,
  loseNetwork,
  openGuide,
  tab,
} from './journey.ts';
import { keptHere, NOTHING } from './kept-here.ts';
import { expect, test } from './own-site.ts';

// "Erase all if not used after ..." (TR-10). The clock is the page's; what is kept is real.

const DAY = 86_400_000;
test.beforeEach(async ({ page }) => {
  await openGuide(page);
  await isKeptOnPhone(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await tab(page, 3);
  await page.getByRole('button', { name: 'After 7 days' }).click();
  await page.getByRole('button', { name: 'Largest' }).click();
  await page.getByRole('button', { name: 'Remember these on this phone' }).click();
  await expect(page.getByText('Kept on this phone.')).toBeVisible();
});

async function openAfter(page: Page, days: number): Promise<void> {
  await page.clock.setFixedTime(Date.now() + days * DAY);
  await page.goto('/');
  await appIsReady(page);
}

const lists = (page: Page) =>
  page.getByRole('heading', { name: 'Lists on this phone' }).locator('..').locator('li');

test('TR-10 after more days than she chose the guide begins as on the first day', async ({ page }) => {
  await openAfter(page, 8);
  await expect(page.locator('#main .first-notice')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-size', 'm');
  await tab(page, 3);
  await expect(page.getByRole('button', { name: 'Never' })).toHaveAttribute('aria-pressed', 'true');
  await expect(lists(page)).toHaveCount(1);
});

for (const days of [6, -400]) {
  test(
    `TR-10 a clock that says ${days} days from now erases nothing`,
    onceUnless(days > 0),
    async ({ page }) => {
      await openAfter(page, days);
      await expect(page.locator('html')).toHaveAttribute('data-size', 'xxl');
      await tab(page, 3);
      await expect(page.getByRole('button', { name: 'After 7 days' })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      await expect(lists(page)).toHaveCount(2);
    },
  );
}

test('TR-10 without a network it is forgotten too, and the numbers stand', async ({
  page,
  context,
  site,
}) => {
  const regainNetwork = await loseNetwork(context, site);
  await openAfter(page, 8);
  await expect(page.locator('.notices')).toContainText('We could not reach the list.');
  await page.locator('#main [data-country=GB] summary').click();
  await expect(page.locator('#main [data-country=GB] a[href^="tel:"]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Where are you?' }).waitFor();
  await regainNetwork();
  expect(await keptHere(context)).toEqual(NOTHING);
});
