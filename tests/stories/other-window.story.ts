import { openGuide } from './journey.ts';
import { expect, test } from './own-site.ts';

/** What the first version of the app wrote. */
const FIRST_SCHEMA = 10;

test('ST-6 a window of an older app holds the database: the guide works all the same, and says what helps', async ({
  page,
  context,
  site,
}) => {
  const old = await context.newPage();
  await old.goto(`${site.origin}/robots.txt`);
  await old.evaluate(async (version) => {
    const opening = indexedDB.open('guide', version);
    await new Promise((resolve, reject) => Object.assign(opening, { onsuccess: resolve, onerror: reject }));
    // Nobody must collect it.
    Object.assign(globalThis, { held: opening.result });
  }, FIRST_SCHEMA);
  await openGuide(page);
  const told = page.getByText('If this page is open twice, close one.');
  await expect(told).toBeVisible();
  await page.locator('#main [data-tile=talk]').click();
  await page.getByText('National lines').first().click();
  await expect(page.locator('.card').first()).toBeVisible();

  await old.close();
  await page.reload();
  await page.locator('#main h1').waitFor();
  await page.locator('#main [data-tile=talk]').click();
  await expect(page.locator('.row-button').first()).toBeVisible();
  await expect(told).toHaveCount(0);
});
