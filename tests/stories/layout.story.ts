import type { Page } from '@playwright/test';
import { visitEveryScreen } from './every-screen.ts';
import { gate } from './gate.ts';
import { crampedTargets, differences, overTheEdge, underTheButtons } from './in-the-page.ts';
import { appIsReady, chooseTile, isKeptOnPhone, openGuide } from './journey.ts';
import { expect, test } from './own-site.ts';

const LANGUAGES = ['en-GB', 'es', 'ar', 'sw'] as const;
const SMALLEST = { width: 320, height: 480 };

for (const locale of LANGUAGES) {
  test.describe(() => {
    test.use({ locale, viewport: SMALLEST });
    test(`X8 nothing runs off the smallest phone, also with words twice as large (${locale})`, async ({
      page,
      site,
    }) => {
      const found: Record<string, string[]> = {};
      await visitEveryScreen(page, site, async (stop) => {
        const faults = [...(await overTheEdge(page)), ...(await crampedTargets(page))];
        await setTextSize(page, '200%');
        faults.push(...(await overTheEdge(page)).map((fault) => `twice as large: ${fault}`));
        await setTextSize(page, '');
        await setWide(page, true);
        const spaced = [
          ...(await overTheEdge(page)),
          ...(await crampedTargets(page)),
          ...(await underTheButtons(page)),
        ];
        faults.push(...spaced.map((fault) => `spaced out: ${fault}`));
        await setWide(page, false);
        if (faults.length > 0) found[stop] = faults;
      });
      expect(found).toEqual({});
    });
  });
}

/** As the browser's own setting does it: every length of ours is in rem. */
async function setTextSize(page: Page, size: string): Promise<void> {
  await page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
  }, size);
  await settled(page);
}

/** The spacing that a person may ask for (WCAG 1.4.12), as an extension of the browser sets it. */
async function setWide(page: Page, isWide: boolean): Promise<void> {
  await page.evaluate((wide) => {
    const rules = '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    // Beside those that the page put there itself.
    const [added] = sheet.cssRules;
    const ours = document.adoptedStyleSheets.filter(
      ({ cssRules }) => cssRules[0]?.cssText !== added?.cssText,
    );
    document.adoptedStyleSheets = wide ? [...ours, sheet] : ours;
  }, isWide);
  await settled(page);
}

/** A card's words are fitted to it anew in the frame after the next. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const _frame of [1, 2, 3]) await new Promise(requestAnimationFrame);
  });
}

for (const locale of LANGUAGES) {
  test.describe(() => {
    // Tall enough for all of it: a picture of more than the window would itself move the bars.
    test.use({ locale, viewport: { width: 360, height: 1400 } });
    test(`X8 nothing moves on the first screen, before or after the app takes over (${locale})`, async ({
      page,
    }) => {
      await watchForMoves(page);
      const html = await (await page.request.get('/')).text();
      const [, app] = html.match(/<script type="module"[^>]* src="([^"]+)"/) ?? [];
      const { held, release } = gate();
      await page.route(`**${app}`, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto('/', { waitUntil: 'commit' });
      // The last of the page: by then all of the first screen has been read.
      await page.locator('template').waitFor({ state: 'attached' });
      await expect(page.locator('#app h1:visible')).toHaveCount(1);
      // A busy browser draws a page that it has read by half, and a row of tiles grows with its second one.
      await forgetMoves(page);
      const before = await page.screenshot();
      release();
      await appIsReady(page);
      await page.waitForLoadState('networkidle');
      const after = await page.screenshot();
      expect(await differences(page, before, after), 'the same picture').toBe(0);
      expect(await moves(page)).toEqual([]);
    });
  });
}

test('X8 nothing moves when a list or results arrive, nor when somebody comes back', async ({ page }) => {
  await watchForMoves(page);
  const { held, release } = gate();
  await page.route('**/data/packs/*', async (route) => {
    await held;
    await route.continue();
  });
  await openGuide(page);
  await chooseTile(page, 'stay');
  await page.locator('#main .row-button', { hasText: 'Kenya' }).click();
  await page.locator('#main progress').waitFor();
  await forgetMoves(page);
  release();
  await page.getByRole('searchbox').waitFor();
  expect(await moves(page), 'the towns arrive').toEqual([]);
  await page.locator('#main .button.wide').click();
  await expect(page.locator('#main .list-age')).toBeVisible();
  expect(await moves(page), 'the results arrive').toEqual([]);
  await isKeptOnPhone(page);
  await page.reload();
  await appIsReady(page);
  await expect(page.locator('#main .place-line')).toContainText('Kenya');
  expect(await moves(page), 'she comes back').toEqual([]);
});

/** Notes everything that moves after it was drawn, also right after a tap. */
async function watchForMoves(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted: string[] = [];
    Object.assign(globalThis, { noted });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as LayoutShift[]) {
        const what = entry.sources.map(({ node }) => node?.textContent?.trim().slice(0, 40));
        noted.push(`${entry.value.toFixed(4)} ${what.join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

interface LayoutShift {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

async function moves(page: Page): Promise<string[]> {
  // Two frames: what moved in the last one has been noted after the next.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return page.evaluate(() => (globalThis as unknown as { noted: string[] }).noted);
}

async function forgetMoves(page: Page): Promise<void> {
  await moves(page);
  await page.evaluate(() => (globalThis as unknown as { noted: string[] }).noted.splice(0));
}
