import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { visitEveryScreen } from './every-screen.ts';
import { faintWords, focusNow, reachable } from './in-the-page.ts';
import { expect, test } from './own-site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Beyond AA, because it helps these readers: 7 to 1, and the word on a button is the word that calls it.
const BEYOND = ['color-contrast-enhanced', 'label-content-name-mismatch'];

/** What axe finds, each with the first place it found it. No rule is turned off. */
async function axeFindings(page: Page): Promise<string[]> {
  return page.evaluate(
    async ({ tags, beyond }) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const rules = Object.fromEntries(beyond.map((id) => [id, { enabled: true }]));
      const { violations } = await axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        rules,
        resultTypes: ['violations'],
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)} (${nodes.length})`);
    },
    { tags: TAGS, beyond: BEYOND },
  );
}

const READERS = [
  { locale: 'en-GB', colorScheme: 'light' },
  { locale: 'ar', colorScheme: 'dark' },
  { locale: 'en-GB', colorScheme: 'dark' },
  { locale: 'ar', colorScheme: 'light' },
] as const;

for (const reader of READERS) {
  test.describe(() => {
    test.use(reader);
    test(`AX-1 axe and 7 to 1 find nothing on any screen (${reader.locale}, ${reader.colorScheme})`, async ({
      page,
      site,
    }) => {
      test.setTimeout(240_000);
      const found: Record<string, string[]> = {};
      await visitEveryScreen(page, site, async (stop) => {
        await page.evaluate(axe.source);
        const faults = [...(await axeFindings(page)), ...(await faintWords(page))];
        if (faults.length > 0) found[stop] = faults;
      });
      expect(found).toEqual({});
    });
  });
}

test.describe(() => {
  test.use({ viewport: { width: 320, height: 480 } });
  test('AX-2 the keyboard reaches every control, in sight and never under a bar', async ({ page, site }) => {
    test.setTimeout(240_000);
    const found: Record<string, string[]> = {};
    await visitEveryScreen(page, site, async (stop) => {
      const faults = await tabThrough(page);
      if (faults.length > 0) found[stop] = faults;
    });
    expect(found).toEqual({});
  });
});

/** Presses Tab until it has been round once; everything that can be used must have had the focus, drawn and in sight. */
async function tabThrough(page: Page): Promise<string[]> {
  const expected = await reachable(page);
  const seen = new Set<string>();
  const faults: string[] = [];
  for (let presses = 0; presses <= expected.length + 3; presses++) {
    await page.keyboard.press('Tab');
    const { key, fault } = await focusNow(page);
    if (key === '') continue;
    seen.add(key);
    if (fault) faults.push(fault);
  }
  const missed = expected.filter((key) => !seen.has(key)).map((key) => `${key}: never reached`);
  return [...new Set(faults), ...missed];
}
