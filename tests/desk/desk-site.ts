import { test as base, expect, type Page } from '@playwright/test';
import { DESK_HEADERS } from '../../src/cli/security-headers.ts';
import { staticSite } from '../../src/cli/static-site.ts';
import { TestSite } from '../stories/test-site.ts';

export { expect };

/** The caseworkers' desk on a host of its own, which remembers every request. What the page complains of fails the story. */
export const test = base.extend<{ site: TestSite; complaints: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are used
  site: async ({}, use) => {
    const site = await TestSite.open(staticSite('dist/casework', DESK_HEADERS));
    await use(site);
    await site.close().catch(() => undefined);
  },
  baseURL: async ({ site }, use) => use(site.origin),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** The made-up city's list, as on a first visit: its row is the last one. */
export async function openSampleCity(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('#main table .button-quiet').last().click();
  await page.locator('#needs').waitFor();
}

/** What was fetched may be used without a network from now on. */
export async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Chooses in a field where one types, which has the focus, and closes its list. */
export async function typeAndChoose(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.locator('.list-box .list-item').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}
