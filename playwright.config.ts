import { defineConfig } from '@playwright/test';
import { findChromium, WHOLE_BROWSER } from './tests/browsers.ts';

const { executablePath, args, isPacked } = await findChromium();
if (isPacked && process.env.TEST_WORKER_INDEX === undefined) {
  console.log('No Chromium is installed: testing in the packed one, without the stories that it cannot run.');
}
const PORT = Number(process.env.STORIES_PORT ?? 4183);

export default defineConfig({
  testDir: 'tests/stories',
  testMatch: '**/*.story.ts',
  ...(isPacked ? { grepInvert: new RegExp(WHOLE_BROWSER), testIgnore: '**/network*.story.ts' } : {}),
  outputDir: 'test-results/artifacts',
  timeout: 60_000,
  // Two cores: more would only slow each other down.
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
    launchOptions: { executablePath, args: [...args] },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: 'node --import tsx src/cli/main.ts serve',
    env: { GUIDE_PORT: String(PORT) },
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
