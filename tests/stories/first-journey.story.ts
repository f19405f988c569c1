import { expect, test } from '@playwright/test';
import { chooseRegion, chooseTile, isKeptOnPhone, openGuide } from './journey.ts';

test('X5 a person finds a place to stay, then goes on without a network', async ({ page, context }) => {
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await isKeptOnPhone(page);
  await context.setOffline(true);
  await page.reload();
  await chooseTile(page, 'stay');
  await expect(page.locator('.card').first()).toBeVisible();
  await expect(page.getByText('You are offline.')).toBeVisible();
});
