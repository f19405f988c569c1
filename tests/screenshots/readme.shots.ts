import { type Page, test } from '@playwright/test';
import { chooseRegion, chooseTile, openGuide, tab } from '../stories/journey.ts';

test.use({ deviceScaleFactor: 2 });

/** Waits until a scroll has been painted: a picture taken in the middle of one shows bars where they never are. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: `docs/screenshots/${name}.png` });
}

test('the first screen, results and a service, in English', async ({ page }) => {
  await openGuide(page);
  await shoot(page, 'first');
  await chooseTile(page, 'legal');
  await chooseRegion(page, 'Sample City');
  await page.locator('.chip-main').click();
  await page.locator('[data-group=confirmed] .card').first().waitFor();
  await shoot(page, 'results');
  await page.locator('.card-name').first().click();
  await page.locator('.asked').waitFor();
  await shoot(page, 'service');
  await page.locator('.sticky-actions .button').click();
  await page.locator('.channels .row-button').first().click();
  await shoot(page, 'contact');
});

test('results in Arabic', async ({ page }) => {
  await openGuide(page);
  await page.locator('#main [data-language=ar]').click();
  await chooseTile(page, 'talk');
  await page.locator('#main .row-button').nth(3).click();
  await page.getByRole('searchbox').waitFor();
  await page.locator('#main .button.wide').click();
  await page.locator('.card').first().waitFor();
  await page.locator('.card').first().scrollIntoViewIfNeeded();
  await shoot(page, 'results-ar');
});

test('Kenya, a safe place, in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await page.locator('.chip-main').click();
  await page.locator('[data-group=ask] .card').first().waitFor();
  await page.locator('[data-group=confirmed]').evaluate((group) => group.scrollIntoView());
  await shoot(page, 'dark');
  await tab(page, 3);
  await shoot(page, 'settings-dark');
});
