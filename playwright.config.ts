import { defineConfig } from '@playwright/test';
import {
  FIREFOX_PREFERENCES,
  findChromium,
  findChromiumShell,
  findFirefox,
  ONLY_IN_CHROMIUM,
  reportMissing,
  TOLD_ONCE,
  WHOLE_BROWSER,
} from './tests/browsers.ts';
import { findWebKit } from './tests/webkit/find-webkit.ts';

const { executablePath, args, isPacked } = await findChromium();
const shell = findChromiumShell() ?? executablePath;
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
const CASE_PORT = PORT + 1;
// Long enough for a machine that others share, short enough to name the step at which a story stopped.
const PATIENCE_MS = 60_000;

// The jobs and how things look are stories about what the guide does, told once; the rest is about what a browser does
// with the guide: what it keeps, sends, shows on Back, runs. That is told in every browser: `engines` in all three by one
// interface, `stories` in Chromium and Firefox, of the volunteers' desk `device` alone in both, and `webkit` what settled 32
// asks of WebKit and `stories` tell of the others.
const ABOUT_BROWSERS =
  /\/engines\/[^/]*\.story\.ts$|\/stories\/(exit|network|host-answers|hostile|storage|traces|forensics|content-|private-|two-people|status-filter|unreadable|first|erase|keeping|kept-list|forgetting|background|updates|cover)[^/]*\.story\.ts$|\/volunteer\/device\.story\.ts$/;

// What the guide and the desks do, where the browser around the engine has no part in it: told in the engine alone.
// All that is promised of a browser is told in a whole one, and so are the journeys that take its settings.
const ABOUT_THE_GUIDE =
  /\/stories\/(accessibility|by-delta|cards|layout|lists-that-stay|look|map|new-root|other-window|paper|receive|tour|vault|jobs-(?!urgent))[^/]*\.story\.ts$/;

export default defineConfig({
  testDir: 'tests',
  testMatch: '{stories,engines,desk,volunteer}/**/*.story.ts',
  outputDir: 'test-results/artifacts',
  // Far above what any story needs (the longest a minute and a half): held to half a machine, two took more than five.
  timeout: 600_000,
  expect: { timeout: PATIENCE_MS },
  // On two cores three end a third sooner than two: a browser waits as much as it works.
  workers: 3,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/stories.json' }]],
  use: {
    actionTimeout: PATIENCE_MS,
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 360, height: 640 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  },
  projects: [
    {
      name: 'chromium',
      use: { browserName: 'chromium', launchOptions: { executablePath, args: [...args] } },
      testIgnore: [
        'desk/**',
        'volunteer/**',
        ABOUT_THE_GUIDE,
        ...(isPacked ? ['**/stories/network*.story.ts'] : []),
      ],
      ...(isPacked ? { grepInvert: new RegExp(WHOLE_BROWSER) } : {}),
    },
    {
      name: 'guide',
      testMatch: ABOUT_THE_GUIDE,
      use: { browserName: 'chromium', launchOptions: { executablePath: shell, args: [...args] } },
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
    {
      name: 'casework',
      testMatch: 'desk/**/*.story.ts',
      use: {
        browserName: 'chromium',
        baseURL: `http://localhost:${CASE_PORT}`,
        viewport: { width: 1280, height: 800 },
        launchOptions: { executablePath: shell, args: [...args] },
      },
    },
    {
      name: 'volunteer',
      testMatch: 'volunteer/**/*.story.ts',
      use: { browserName: 'chromium', launchOptions: { executablePath: shell, args: [...args] } },
    },
    // Driven by a client of our own (tests/engines): Playwright cannot.
    ...(webkit ? [{ name: 'webkit', testMatch: '{engines,webkit}/**/*.story.ts' }] : []),
  ],
  webServer: {
    command: 'node --import tsx src/cli/main.ts serve',
    env: { GUIDE_PORT: String(PORT), CASE_PORT: String(CASE_PORT), DESK_PORT: String(PORT + 2) },
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
