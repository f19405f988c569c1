import { defineConfig } from '@playwright/test';
import {
  FIREFOX_PREFERENCES,
  findChromium,
  findFirefox,
  ONLY_IN_CHROMIUM,
  reportMissing,
  TOLD_ONCE,
  WHOLE_BROWSER,
} from './tests/browsers.ts';
import { findWebKit } from './tests/webkit/find-webkit.ts';

const { executablePath, args, isPacked } = await findChromium();
const firefox = findFirefox();
const webkit = findWebKit();
if (process.env.TEST_WORKER_INDEX === undefined) {
  if (isPacked)
    console.log(
      'No Chromium is installed: testing in the packed one, without the stories that it cannot run.',
    );
  reportMissing({ chromium: true, firefox: firefox !== undefined, webkit: webkit !== undefined });
}
const PORT = Number(process.env.STORIES_PORT ?? 4183);

// The jobs and how things look are stories about what the guide does, told once; the rest is about what a browser does
// with the guide: what it keeps, sends, shows on Back, runs. That is told in every browser: `engines` in all three by one
// interface, `stories` in Chromium and Firefox, and `webkit` what settled 32 asks of WebKit and `stories` tell of the others.
const ABOUT_BROWSERS =
  /\/engines\/[^/]*\.story\.ts$|\/stories\/(exit|network|host-answers|hostile|storage|traces|forensics|content-|private-|two-people|status-filter|unreadable|first|erase|keeping|kept-list|forgetting|background|updates|cover)[^/]*\.story\.ts$/;

export default defineConfig({
  testDir: 'tests',
  testMatch: '{stories,engines}/**/*.story.ts',
  outputDir: 'test-results/artifacts',
  // Far above what any story needs by itself: two cores that others share are slow now and then.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // On two cores three end a third sooner (20 minutes in all, not 29), and wait for one another where a story has a rhythm.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/stories.json' }]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 360, height: 640 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  },
  projects: [
    {
      name: 'chromium',
      use: { browserName: 'chromium', launchOptions: { executablePath, args: [...args] } },
      ...(isPacked
        ? { grepInvert: new RegExp(WHOLE_BROWSER), testIgnore: '**/stories/network*.story.ts' }
        : {}),
    },
    ...(firefox
      ? [
          {
            name: 'firefox',
            testMatch: ABOUT_BROWSERS,
            grepInvert: new RegExp(
              process.env.TELL_ALL === '1' ? ONLY_IN_CHROMIUM : `${ONLY_IN_CHROMIUM}|${TOLD_ONCE}`,
            ),
            use: {
              browserName: 'firefox' as const,
              // The stock Firefox that people have, not one made for Playwright.
              launchOptions: {
                channel: 'moz-firefox',
                executablePath: firefox,
                firefoxUserPrefs: FIREFOX_PREFERENCES,
              },
            },
          },
        ]
      : []),
    // Driven by a client of our own (tests/engines): Playwright cannot.
    ...(webkit ? [{ name: 'webkit', testMatch: '{engines,webkit}/**/*.story.ts' }] : []),
  ],
  webServer: {
    command: 'node --import tsx src/cli/main.ts serve',
    env: { GUIDE_PORT: String(PORT) },
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
