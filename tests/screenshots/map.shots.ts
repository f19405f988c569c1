import { type Page, test } from '@playwright/test';
import { isKeptOnPhone, openGuide } from '../stories/journey.ts';

test.use({ deviceScaleFactor: 2, actionTimeout: 20_000 });

/** The map of the made-up city, fetched, then looked at without a network. */
async function shootMap(page: Page, name: string, language = 'en'): Promise<void> {
  // After the first time the only list here is her place.
  const openMap = async () => {
    await openGuide(page);
    if (language !== 'en') await page.locator(`#main [data-language=${language}]`).click();
    await page.locator('#main [data-tile=legal]').click();
    const cards = page.locator('.card');
    const lists = page.locator('#main .row-button', { hasText: 'kB' });
    await cards.or(lists).first().waitFor();
    if (await lists.first().isVisible()) {
      await lists.last().click();
      await page.getByRole('searchbox').waitFor();
      await page.locator('#main .button.wide').click();
    }
    await cards.first().waitFor();
    await page.locator('.map-open').click();
  };
  await openMap();
  await page.locator('#main .notice .button').click();
  await page.locator('.map-pin').first().waitFor();
  await isKeptOnPhone(page);
  await page.waitForTimeout(1000);
  await page.context().setOffline(true);
  await page.reload();
  await openMap();
  await page.locator('.map-pin').first().waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: `docs/screenshots/${name}.png` });
  for (let step = 0; step < 3; step += 1) await page.locator('.map-zoom button').first().click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: `docs/screenshots/${name}-near.png` });
}

test('the map without a network, light', ({ page }) => shootMap(page, 'map'));

test('the map without a network, dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await shootMap(page, 'map-dark');
});

test('the map without a network, in Arabic', ({ page }) => shootMap(page, 'map-ar', 'ar'));
