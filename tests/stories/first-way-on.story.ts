import { gate } from './gate.ts';
import { openGuide, tab } from './journey.ts';
import { expect, test } from './own-site.ts';

/** Those with a list of their own. */
const REGIONS = 4;

for (const locale of ['en-GB', 'es', 'ar', 'sw'] as const) {
  test.describe(() => {
    test.use({ locale });
    test(`X8 the way on stays under the finger when a list arrives, however long the name of the place (${locale})`, async ({
      page,
    }) => {
      const moved: [number, number][] = [];
      const top = () => page.locator('#main .button.wide').evaluate((one) => one.getBoundingClientRect().top);
      await openGuide(page);
      for (let place = 0; place < REGIONS; place++) {
        const { held, release } = gate();
        await page.route('**/data/packs/*', async (route) => {
          await held;
          await route.continue();
        });
        await page.locator('#main .place-line button').click();
        await page.locator('[aria-labelledby=place-choices] .row-button').nth(place).click();
        await page.locator('#main progress').waitFor();
        const before = await top();
        release();
        await page.getByRole('searchbox').waitFor();
        moved.push([before, await top()]);
        await page.unrouteAll({ behavior: 'wait' });
        await tab(page, 0);
      }
      expect(moved.filter(([before, after]) => before !== after)).toEqual([]);
    });
  });
}
