import { expect, test } from '@playwright/test';
import { WHOLE_BROWSER } from '../browsers.ts';
import {
  answerNeutralSite,
  COVER,
  goBack,
  goOnTo,
  hasReachedNeutralSite,
  leaveControl,
  openFromElsewhere,
  openResults,
  walkHistory,
} from './leaving.ts';

// Playwright turns the back/forward cache off, people do not: without this the stories below would pass by themselves.
test.use({
  launchOptions: [
    async ({ browserName, launchOptions }, use) => {
      const keepPages = { ignoreDefaultArgs: ['--disable-back-forward-cache'] };
      await use({ ...launchOptions, ...(browserName === 'chromium' ? keepPages : {}) });
    },
    { scope: 'worker' },
  ],
  // A page from the worker, or from a host that says no-store, is never kept by Chromium; other browsers keep it. So
  // these stories meet a host that does not say so.
  serviceWorkers: 'block',
});

test.beforeEach(({ context }) =>
  context.route(
    ({ pathname, hostname }) => pathname === '/' && hostname === 'localhost',
    async (route) => {
      const response = await route.fetch();
      const { 'cache-control': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    },
  ),
);

test('EX-6 after leaving, Back and Forward never show the guide, though pages are kept', async ({
  page,
  context,
}) => {
  await answerNeutralSite(context);
  const { elsewhere } = await openFromElsewhere(page);
  await openResults(page);
  await leaveControl(page).click();
  await hasReachedNeutralSite(page);
  const neutral = page.url();
  expect(await walkHistory(page)).toEqual([elsewhere, neutral]);
});

test('EX-7 coming back without having left shows the screen as it was', { tag: WHOLE_BROWSER }, async ({
  page,
}) => {
  const { elsewhere } = await openFromElsewhere(page);
  await openResults(page);
  await goOnTo(page, elsewhere);
  await goBack(page);
  // Playwright's locators wait for Firefox to load what it has taken from memory, which never happens.
  // Asked while the one page takes the place of the other, it is neither of them that answers.
  const isShown = () =>
    page.evaluate(() => document.querySelector('.card')?.checkVisibility()).catch(() => undefined);
  await expect.poll(isShown).toBe(true);
});

test('EX-7 going back to a page that was left goes on leaving', async ({ page, context }) => {
  await answerNeutralSite(context);
  const { elsewhere } = await openFromElsewhere(page);
  await openResults(page);
  // The cover has not arrived when she goes on to somewhere else.
  await page.route(COVER, () => undefined, { times: 1 });
  await page.evaluate((href) => {
    const goOn = () => {
      location.href = href;
    };
    // The page asks for the cover once the address is the cover's: what set out before that would be called back.
    const waiting = setInterval(() => {
      if (!location.pathname.startsWith('/cover/')) return;
      clearInterval(waiting);
      setTimeout(goOn, 100);
    }, 10);
  }, elsewhere);
  await leaveControl(page).click();
  await page.waitForURL(elsewhere);
  await goBack(page);
  await hasReachedNeutralSite(page);
});

test('EX-7 leaving also takes the list off a page kept from earlier in the same tab', async ({
  page,
  context,
}) => {
  await answerNeutralSite(context);
  const { elsewhere, guide } = await openFromElsewhere(page);
  await openResults(page);
  await goOnTo(page, elsewhere);
  await goOnTo(page, guide);
  await leaveControl(page).click();
  await hasReachedNeutralSite(page);
  await goBack(page);
  await goBack(page);
  await expect(page).toHaveURL(guide);
  await expect(page.locator('[data-tile=stay]:visible')).toHaveCount(1);
  await expect(page.locator('.card, .back')).toHaveCount(0);
});
