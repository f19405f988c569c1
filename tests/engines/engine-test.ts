import { writeFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { findWebKit } from '../webkit/find-webkit.ts';
import { EngineHost } from './engine-host.ts';
import { PlaywrightEngine } from './playwright-surface.ts';
import type { Engine, Surface } from './surface.ts';
import { WebKitEngine } from './webdriver-surface.ts';

export { expect };

/** Stories that are the same in every engine: the project says in which. */
export const test = base.extend<{ host: EngineHost; surface: Surface }, { engine: Engine }>({
  engine: [
    async ({ playwright, browserName, launchOptions }, use, { project }) => {
      const found = project.name === 'webkit' ? findWebKit() : undefined;
      const engine = found
        ? await WebKitEngine.start(found)
        : new PlaywrightEngine(playwright[browserName], launchOptions);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are used
  host: async ({}, use) => {
    const host = await EngineHost.open();
    await use(host);
    await host.close();
  },
  surface: async ({ engine }, use, info) => {
    const surface = await engine.open();
    await use(surface);
    if (info.status !== info.expectedStatus) {
      const picture = await surface.screenshot().catch(() => null);
      if (picture) writeFileSync(info.outputPath('screen.png'), picture);
    }
    await surface.close();
  },
});
