import type { Page } from '@playwright/test';
import { axeFindings } from '../axe-findings.ts';
import { expect, openSampleCity, test } from './desk-site.ts';

const READERS = [
  { locale: 'en-GB', colorScheme: 'light' },
  { locale: 'ar', colorScheme: 'dark' },
  { locale: 'en-GB', colorScheme: 'dark' },
  { locale: 'ar', colorScheme: 'light' },
] as const;

/** Every screen and what looks different on one; by place and class, as the words differ by language. */
async function visitEveryScreen(
  page: Page,
  look: (stop: string, part?: string) => Promise<void>,
): Promise<void> {
  await page.goto('/');
  await page.locator('#main table .button-quiet').last().waitFor();
  await look('lists');
  await openSampleCity(page);
  await look('match, nothing asked');
  await page.locator('#needs').focus();
  await page.locator('.list-box .list-item').nth(4).click();
  // While it is open the library hides the rest of the page from assistive technology, bar and headings too, but leaves
  // it in the order of Tab: axe is asked about the list itself (decision 021).
  await look('match, a list of choices', '.popover');
  await page.keyboard.press('Escape');
  await page.locator('.form > .weighed .check').first().click();
  await page.locator('.row').nth(1).waitFor();
  await look('match, services');
  for (const at of [0, 1]) await page.locator('.row .check').nth(at).click();
  await page.locator('#results-title ~ .check').click();
  await page.locator('.rows').nth(1).waitFor();
  await look('match, refused shown and two to compare');
  await page.locator('.bar-tab').nth(1).click();
  await page.locator('.compare').waitFor();
  await look('compare');
  await page.locator('.bar-tab').first().click();
  await page.locator('.row-name').first().click();
  await page.locator('#service-title').waitFor();
  await look('a service');
  await page.locator('.bar > .button-quiet').click();
  await page.locator('dialog').waitFor();
  await look('the keys');
}

for (const reader of READERS) {
  test.describe(() => {
    test.use(reader);
    test(`AX-1 axe finds nothing on any screen of the desk (${reader.locale}, ${reader.colorScheme})`, async ({
      page,
    }) => {
      const found: Record<string, string[]> = {};
      await visitEveryScreen(page, async (stop, part) => {
        const faults = await axeFindings(page, part);
        if (faults.length > 0) found[stop] = faults;
      });
      expect(found).toEqual({});
    });
  });
}
