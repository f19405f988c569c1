import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

// `npm run screenshots` takes the README's pictures from the running guide; it is not part of the test run.
export default defineConfig(base, { testDir: '.', testMatch: '*.shots.ts', reporter: 'list' });
