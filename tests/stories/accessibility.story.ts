import type { Page } from '@playwright/test';
import { axeByDayAndNight, inTheDark } from '../axe-findings.ts';
import { foreignCommas } from '../foreign-commas.ts';
import { overEachOther } from '../over-each-other.ts';
import { visitEveryScreen } from './every-screen.ts';
import { faintWords, focusNow, reachable } from './in-the-page.ts';
import { expect, test } from './own-site.ts';

for (const locale of ['en-GB', 'ar']) {
  test.describe(() => {
    test.use({ locale });
    test(`AX-1 axe and 7 to 1 find nothing on any screen, in the light and in the dark (${locale})`, async ({
      page,
      site,
    }) => {
      const found: Record<string, string[]> = {};
      await visitEveryScreen(page, site, async (stop) => {
        const faults = [
          ...(await axeByDayAndNight(page)),
          ...(await faintWords(page)),
          ...(await foreignCommas(page)),
          ...(await overEachOther(page)),
          ...(await inTheDark(page, () => faintWords(page))),
        ];
        if (faults.length > 0) found[stop] = faults;
      });
      expect(found).toEqual({});
    });
  });
}

test.describe(() => {
  test.use({ viewport: { width: 320, height: 480 } });
  test('AX-2 the keyboard reaches every control, in sight and never under a bar', async ({ page, site }) => {
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
