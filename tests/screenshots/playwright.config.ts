import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

// `npm run screenshots` takes the README's pictures from the running guide; it is not part of the test run.
const server = base.webServer as NonNullable<Exclude<PlaywrightTestConfig['webServer'], unknown[]>>;
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: '*.shots.ts',
  reporter: 'list',
  webServer: { ...server, cwd: '../..' },
});
