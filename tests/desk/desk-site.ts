import { test as base, expect, type Page } from '@playwright/test';
import { DESK_HEADERS } from '../../src/cli/security-headers.ts';
import { staticSite } from '../../src/cli/static-site.ts';
import { SETTLED } from '../settle.ts';
import { TestSite } from '../stories/test-site.ts';

export { expect };

/** The caseworkers' desk on a host of its own, which remembers every request. What the page complains of fails the story. */
export const test = base.extend<{ site: TestSite; complaints: string[]; settled: undefined }>({
  settled: [...SETTLED],
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
        // Chromium calls an error what the vault asks to hear: that no server answers here (settled 35).
        const isNoServer = message.text().includes('404') && message.location().url.endsWith('/api/');
        if (message.type() === 'error' && !isNoServer) complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** The made-up city's list, as on a first visit: its row is the last one. The tour that comes with it is closed (C15). */
export async function openSampleCity(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('#main table .button-quiet').last().click();
  await page.locator('#needs').waitFor();
  await page.locator('.tour .button-quiet').last().click();
}

/** What was fetched may be used without a network from now on. */
export async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/**
 * The cover itself has arrived, not only its address, which comes first. A story that ends between the two closes a browser
 * that is on its way, and Chromium then sometimes never answers.
 */
export async function hasLeft(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/cover\/$/);
  await page.waitForFunction(() => {
    const [arrival] = performance.getEntriesByType('navigation');
    return document.readyState === 'complete' && arrival?.name.endsWith('/cover/');
  });
}

/** Chooses in a field where one types, which has the focus, and closes its list. */
export async function typeAndChoose(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.locator('.list-box .list-item').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}
