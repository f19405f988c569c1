import { test as base, expect } from '@playwright/test';
import { SETTLED } from '../settle.ts';
import { TestSite } from './test-site.ts';

export { expect };

/** Stories that change what the host answers, or look at everything a phone keeps for it: each has a host of its own. */
export const test = base.extend<{ site: TestSite; settled: undefined }>({
  settled: [...SETTLED],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are used
  site: async ({}, use) => {
    const site = await TestSite.open();
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => use(site.origin),
});
