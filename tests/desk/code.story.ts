import { expect, test } from '@playwright/test';
import { writeMarks } from '../../src/core/hand-over.ts';
import { sampleListings } from '../unit/region-files.ts';
import { openHarness } from './harness-page.ts';
import { readCode } from './read-code.ts';

// A hand-over code as a screen shows it (C5): drawn by the browser, read from its pixels by a reader of others.

for (const colorScheme of ['light', 'dark'] as const) {
  for (const count of [20, 40]) {
    test(`C5 a code of ${count} services is read off a ${colorScheme} screen, and asks nothing of any network`, async ({
      page,
    }) => {
      const ids = sampleListings().map(({ id }) => id);
      const text = writeMarks(ids.slice(0, count), ids);
      if (!text.ok) throw new Error('tests: no code was written');
      await page.emulateMedia({ colorScheme });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await openHarness(page, {
        listings: [],
        language: 'en',
        isDiscreet: true,
        instant: 0,
        paper: null,
        code: text.value,
      });
      expect(await readCode(page.getByRole('img', { name: 'code' }))).toBe(text.value);
      expect(asked.filter((path) => !path.startsWith('/sheets-harness'))).toEqual([]);
    });
  }
}
