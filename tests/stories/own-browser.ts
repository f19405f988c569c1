import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  firefox,
  type LaunchOptions,
} from '@playwright/test';
import { FIREFOX_PREFERENCES, findChromium, findFirefox } from '../browsers.ts';

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
  if (browserName === 'firefox')
    return firefox.launchPersistentContext(folder, { ...PHONE, ...stockFirefox() });
  const { executablePath, args } = await findChromium();
  return chromium.launchPersistentContext(folder, { ...PHONE, executablePath, args: [...args] });
}

/**
 * Pages that run no script. Firefox only minds its own setting for that, which is the whole browser's: it is one of its
 * own there. It runs no frames, which Playwright's checks wait for: a click has to be forced, and `expect` is asked about
 * values, not about locators.
 */
export async function openWithoutScript(
  browser: Browser,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  if (browser.browserType().name() !== 'firefox')
    return browser.newContext({ ...options, javaScriptEnabled: false });
  const firefoxUserPrefs = { ...FIREFOX_PREFERENCES, 'javascript.enabled': false };
  return firefox.launchPersistentContext('', { ...PHONE, ...options, ...stockFirefox(), firefoxUserPrefs });
}

function stockFirefox(): Pick<LaunchOptions, 'channel' | 'executablePath' | 'firefoxUserPrefs'> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('tests: no Firefox found');
  return { channel: 'moz-firefox', executablePath, firefoxUserPrefs: FIREFOX_PREFERENCES };
}
