import { expect, test } from '@playwright/test';
import { onceBut, TOLD_ONCE } from '../browsers.ts';
import { appIsReady, isKeptOnPhone, openGuide } from './journey.ts';
import {
  addressOfTheApp,
  answerNeutralSite,
  clickWhereItIs,
  deployment,
  hasReachedNeutralSite,
} from './leaving.ts';

// What is told on a first visit, before any list (EX-21).

test('EX-21 a first visit says what leaving does, what stays and how to come back; a second does not', async ({
  page,
}) => {
  await openGuide(page);
  const notice = page.locator('#main .first-notice');
  await expect(notice).toContainText('press Shift three times');
  await expect(notice).toContainText("The browser's history and your calls are not erased.");
  await expect(notice).toContainText('To come back, open this address again.');
  await expect(page.locator('.card')).toHaveCount(0);
  await notice.getByRole('button', { name: 'What this page cannot hide' }).click();
  await expect(page.getByRole('heading', { name: 'What this page can and cannot hide' })).toBeVisible();
  await page.locator('.bar .back').click();
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(notice).toHaveCount(0);
  await isKeptOnPhone(page);
  await page.reload();
  await appIsReady(page);
  await expect(page.locator('.first-notice:visible')).toHaveCount(0);
});

test('EX-21 the notice keeps neither the numbers nor the way out from her', { tag: TOLD_ONCE }, async ({
  page,
  context,
}) => {
  await answerNeutralSite(context);
  await openGuide(page);
  await expect(page.locator('#main .first-notice')).toBeVisible();
  await page.locator('#main [data-country=GB] summary').click();
  await expect(page.locator('#main [data-country=GB] a[href^="tel:"]').first()).toBeVisible();
  const order = await page.evaluate(() => {
    const [urgent, notice] = ['#main .urgent', '#main .first-notice'].map((one) =>
      document.querySelector(one),
    );
    return urgent && notice ? urgent.compareDocumentPosition(notice) & Node.DOCUMENT_POSITION_FOLLOWING : 0;
  });
  expect(order).toBe(4);
  await clickWhereItIs(page);
  await hasReachedNeutralSite(page);
});

for (const language of deployment.languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });

    test(
      `EX-21 the notice is there before the app is, and says the same, in ${language}`,
      onceBut(language),
      async ({ page }) => {
        // Of the scripts only the app waits, until the page has been read without it.
        let letAppIn = () => {};
        const isRead = new Promise<void>((resolve) => {
          letAppIn = resolve;
        });
        await page.route(`**${await addressOfTheApp(page)}`, async (route) => {
          await isRead;
          await route.continue();
        });
        await page.goto('/', { waitUntil: 'commit' });
        const inHtml = page.locator(`details[data-first=${language}] .first-notice li`);
        await inHtml.first().waitFor({ state: 'attached' });
        const before = await inHtml.allTextContents();
        letAppIn();
        await appIsReady(page);
        await expect(page.locator('#main .first-notice li')).toHaveText(before);
        expect(before).toHaveLength(3);
      },
    );
  });
}
