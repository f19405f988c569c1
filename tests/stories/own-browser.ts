import { type BrowserContext, chromium, firefox } from '@playwright/test';
import { findChromium, findFirefox } from '../browsers.ts';

const PHONE = {
  viewport: { width: 360, height: 640 },
  locale: 'en-GB',
  timezoneId: 'Europe/London',
};

/** A browser whose profile lies in `folder` and outlives it, as a phone's does. */
export async function openProfile(
  folder: string,
  browserName: 'chromium' | 'firefox' | 'webkit' = 'chromium',
): Promise<BrowserContext> {
  if (browserName === 'firefox') {
    const executablePath = findFirefox();
    if (!executablePath) throw new Error('tests: no Firefox found');
    return firefox.launchPersistentContext(folder, { ...PHONE, channel: 'moz-firefox', executablePath });
  }
  const { executablePath, args } = await findChromium();
  return chromium.launchPersistentContext(folder, { ...PHONE, executablePath, args: [...args] });
}
