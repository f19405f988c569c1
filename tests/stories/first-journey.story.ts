import { chooseRegion, chooseTile, isKeptOnPhone, loseNetwork, openGuide } from './journey.ts';
import { expect, test } from './own-site.ts';

test('X5 a person finds a place to stay, then goes on without a network', async ({ page, context, site }) => {
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await isKeptOnPhone(page);
  await loseNetwork(context, site);
  // Before the reload: Chromium 147, which the tests may unpack, forgets after one that the network is off.
  await expect(page.getByText('You are offline.')).toBeVisible();
  await page.reload();
  await chooseTile(page, 'stay');
  await expect(page.locator('.card').first()).toBeVisible();
});
