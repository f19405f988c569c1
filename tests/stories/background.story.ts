import { expect, type Page, test } from '@playwright/test';
import { openGuide } from './journey.ts';
import { leaveControl, openResults } from './leaving.ts';

// What a phone shows of the guide among its open apps (TR-11). No headless browser hides a page by itself (H-5): the
// events are given to it.

/** Runs in the page: tells it that it is hidden, or seen, as the browser would. */
function become(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** How many different colours the screen shows. */
async function coloursOf(page: Page): Promise<number> {
  const picture = await page.screenshot();
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = new Uint32Array(
      context?.getImageData(0, 0, image.width, image.height).data.buffer ?? new ArrayBuffer(0),
    );
    return new Set(pixels).size;
  }, picture.toString('base64'));
}

/** The screen once it is as it was a moment before: the edges of pictures are drawn finer when there is time. */
async function settledPicture(page: Page): Promise<Buffer> {
  let last = await page.screenshot();
  await expect(async () => {
    const previous = last;
    last = await page.screenshot();
    expect(last.equals(previous)).toBe(true);
  }).toPass({ intervals: [300] });
  return last;
}

const isCurtained = (page: Page) =>
  page.evaluate(() => document.documentElement.hasAttribute('data-curtain'));

test('TR-11 in the background the screen is one colour, and seen again it is as it was', async ({ page }) => {
  await openGuide(page);
  await openResults(page);
  const before = await settledPicture(page);
  expect(await coloursOf(page)).toBeGreaterThan(10);
  await page.evaluate(become, 'hidden' as DocumentVisibilityState);
  expect(await coloursOf(page)).toBe(1);
  await page.evaluate(become, 'visible' as DocumentVisibilityState);
  expect((await settledPicture(page)).equals(before)).toBe(true);
});

test('TR-11 a sheet over the page goes too, and the focus stays where it was', async ({ page }) => {
  await openGuide(page);
  await openResults(page);
  await page.locator('.card-actions .button').first().click();
  await page.locator('dialog[open]').waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80));
  const before = await focused();
  await page.evaluate(become, 'hidden' as DocumentVisibilityState);
  expect(await coloursOf(page)).toBe(1);
  await page.evaluate(become, 'visible' as DocumentVisibilityState);
  expect(await focused()).toBe(before);
  await expect(leaveControl(page)).toBeVisible();
});

test('TR-11 the curtain is there before the event is over, for each way of going to the background', async ({
  page,
}) => {
  await openGuide(page);
  for (const [on, hide, show] of [
    ['window', 'pagehide', 'pageshow'],
    ['document', 'freeze', 'resume'],
  ] as const) {
    const after = await page.evaluate(
      ({ target, names }) =>
        names.map((name) => {
          (target === 'window' ? window : document).dispatchEvent(new Event(name));
          return document.documentElement.hasAttribute('data-curtain');
        }),
      { target: on, names: [hide, show] },
    );
    expect(after, hide).toEqual([true, false]);
  }
});

test('TR-11 with a mouse another window beside this one changes nothing', async ({ page }) => {
  await openGuide(page);
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  expect(await isCurtained(page)).toBe(false);
});

test.describe('on a touch screen', () => {
  test('TR-11 losing the focus is going to the background, and a touch brings the page back', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const usual = window.matchMedia.bind(window);
      window.matchMedia = (query) =>
        query.includes('coarse') ? ({ ...usual(query), matches: true } as MediaQueryList) : usual(query);
    });
    await openGuide(page);
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    expect(await isCurtained(page)).toBe(true);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    expect(await isCurtained(page)).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    // As a touch does: Firefox's driver has no finger.
    await page.evaluate(() =>
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })),
    );
    expect(await isCurtained(page)).toBe(false);
  });
});
