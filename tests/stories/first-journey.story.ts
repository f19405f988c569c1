import { expect, test } from '@playwright/test';
import { onlyInChromium } from '../browsers.ts';
import { chooseRegion, chooseTile, isKeptOnPhone, openGuide } from './journey.ts';

test('X5 a person finds a place to stay, then goes on without a network', {
  ...onlyInChromium('Firefox that its driver tells to be offline does not always ask the service worker'),
}, async ({ page, context }) => {
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await isKeptOnPhone(page);
  await context.setOffline(true);
  // Before the reload: Chromium 147, which the tests may unpack, forgets after one that the network is off.
  await expect(page.getByText('You are offline.')).toBeVisible();
  await page.reload();
  await chooseTile(page, 'stay');
  await expect(page.locator('.card').first()).toBeVisible();
});
