import { type BrowserContext, test as base, expect } from '@playwright/test';

export { expect };

const PATIENCE_MS = 5000;

/**
 * A fixture that ends whatever a page is on its way to. A story is over when what it tells has happened, and leaving goes on
 * after that: Chromium sometimes never answers when a window is closed between two pages (6 of 25 times, then 0 of 40).
 */
export const SETTLED = [
  async ({ context }: { context: BrowserContext }, use: (settled: undefined) => Promise<void>) => {
    await use(undefined);
    const pages = context.pages();
    await Promise.all(
      pages.map((page) => page.goto('about:blank', { timeout: PATIENCE_MS }).catch(() => undefined)),
    );
  },
  { auto: true },
] as const;

/** For stories that share one host. */
export const test = base.extend<{ settled: undefined }>({ settled: [...SETTLED] });
