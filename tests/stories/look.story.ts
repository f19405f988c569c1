import type { Page } from '@playwright/test';
import { visitEveryScreen } from './every-screen.ts';
import { smallPrint } from './in-the-page.ts';
import { chooseRegion, chooseTile, openGuide, tab } from './journey.ts';
import { expect, test } from './own-site.ts';

// How it looks, where a person would be the worse for it: what is in sight at once, how large words are, what paper shows.

test('AX-6 no words are smaller than 18 pixels, nor labels of controls than 16', async ({ page, site }) => {
  const found: Record<string, string[]> = {};
  await visitEveryScreen(page, site, async (stop) => {
    const faults = await smallPrint(page);
    if (faults.length > 0) found[stop] = faults;
  });
  expect(found).toEqual({});
});

test('AX-7 the first service is in sight as soon as results are', async ({ page }) => {
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await expectFirstService(page);
});

test('AX-7 without a network, too, beside the line that says so', async ({ page, context }) => {
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await page.locator('#main .card-name').first().waitFor();
  await context.setOffline(true);
  await expect(page.locator('.notices')).toContainText('offline');
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectFirstService(page);
});

async function expectFirstService(page: Page): Promise<void> {
  const name = page.locator('#main .card-name').first();
  await expect(name).toBeInViewport({ ratio: 1 });
  expect(await isUncovered(page, '#main .card-name')).toBe(true);
}

test.describe(() => {
  test.use({ viewport: { width: 320, height: 480 } });
  for (const country of ['KE', 'ZA']) {
    test(`AX-4 one tap on a country brings its first number into sight (${country})`, async ({ page }) => {
      await openGuide(page);
      // The worst case: she scrolled until its name had only just come up.
      await page
        .locator(`#main details[data-country=${country}]`)
        .evaluate((one) => one.scrollIntoView(false));
      await page.locator(`#main details[data-country=${country}] > summary`).click();
      const number = `#main details[data-country=${country}] a[href^="tel:"]`;
      await expect.poll(() => isUncovered(page, number)).toBe(true);
    });
  }
});

test('AX-3 every screen that opens starts at its top and is read from its heading', async ({ page }) => {
  await openGuide(page);
  await chooseTile(page, 'stay');
  await expectAtHeading(page);
  await chooseRegion(page, 'Kenya');
  await expectAtHeading(page);
  for (const index of [1, 2, 3] as const) {
    await page.evaluate(() => window.scrollTo(0, 500));
    await tab(page, index);
    await expectAtHeading(page);
  }
});

test('AX-5 paper shows the service and none of the controls', async ({ page }) => {
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await page.locator('#main .card-name').first().click();
  await page.locator('#main .service-section').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('button:visible, a:visible, input:visible')).toHaveCount(0);
  await expect(page.locator('#main .service-section').first()).toBeVisible();
});

async function expectAtHeading(page: Page): Promise<void> {
  await expect(page.locator('#main h1')).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
}

/** Whether the middle of the first such thing is what a finger there would touch. */
function isUncovered(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
}
