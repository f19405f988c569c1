import { type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '../browsers.ts';

/** A browser whose profile lies in `folder` and outlives it, as a phone's does. */
export async function openProfile(folder: string): Promise<BrowserContext> {
  const { executablePath, args } = await findChromium();
  return chromium.launchPersistentContext(folder, {
    executablePath,
    args: [...args],
    viewport: { width: 360, height: 640 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
}
