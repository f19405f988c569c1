import { onceBut } from '../browsers.ts';
import { tellingWordsIn } from '../fixtures/wordlist.ts';
import { isKeptOnPhone, loseNetwork, openGuide } from './journey.ts';
import { answerNeutralSite, COVER, clickWhereItIs, hasReachedNeutralSite, openResults } from './leaving.ts';
import { expect, test } from './own-site.ts';

// The page that leaving ends on: a calendar that is of use, and tells nothing (EX-11).

test('EX-11 the cover and all it loads say nothing of the guide, and are whole in the phone', async ({
  page,
}) => {
  await openGuide(page);
  await isKeptOnPhone(page);
  const parts = await page.evaluate(async () => {
    const read = async (path: string) =>
      (await (await caches.match(path, { ignoreSearch: true }))?.text()) ?? '';
    const html = await read('/cover/index.html');
    const links = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '');
    return { html, links, texts: await Promise.all(links.map(read)) };
  });
  expect(parts.links).toHaveLength(3);
  for (const [at, text] of [parts.html, ...parts.texts].entries()) {
    expect(text.length, `part ${at}`).toBeGreaterThan(50);
    expect(tellingWordsIn(text)).toEqual([]);
  }
  // No way back to the guide, and nothing of its code.
  expect(parts.html).not.toMatch(/href="\/"|manifest|module/);
  expect(parts.texts.join()).not.toMatch(/indexedDB|serviceWorker|BroadcastChannel/);
});

for (const [language, month] of [
  ['en-GB', 'November 2026'],
  ['es', 'noviembre de 2026'],
  ['ar', 'نوفمبر 2026'],
  ['sw', 'Novemba 2026'],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });

    test(
      `EX-11 offline it is a calendar that can be leafed through, in ${language}`,
      onceBut(language),
      async ({ page, context, site }) => {
        await page.clock.setFixedTime(new Date('2026-11-24T10:00:00Z'));
        await openGuide(page);
        await isKeptOnPhone(page);
        await loseNetwork(context, site);
        await page.goto('/cover/');
        await expect(page.getByRole('heading')).toHaveText(new RegExp(month.replace('2026', '(2026|٢٠٢٦)')));
        await expect(page.locator('main')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
        await expect(page.locator('td[aria-current]')).toHaveCount(1);
        // Names of days stand apart: each is shorter than its column.
        const names = await page.evaluate(() =>
          [...document.querySelectorAll('th')].map((cell) => {
            const words = document.createRange();
            words.selectNodeContents(cell);
            return words.getBoundingClientRect().width / (document.body.clientWidth / 7);
          }),
        );
        expect(names).toHaveLength(7);
        expect(Math.max(...names)).toBeLessThan(1);
        await page.getByRole('button').last().click();
        await page.getByRole('button').last().click();
        await expect(page.getByRole('heading')).toHaveText(/2027|٢٠٢٧/);
        await expect(page.locator('td[aria-current]')).toHaveCount(0);
        await page.getByRole('button').first().click();
        await page.getByRole('button').first().click();
        await expect(page.locator('td[aria-current]')).toHaveCount(1);
        const words = await page.evaluate(() => document.documentElement.outerHTML);
        expect(tellingWordsIn(words)).toEqual([]);
      },
    );
  });
}

test('EX-11 it loads nothing but its own three files', async ({ page, context, site }) => {
  await answerNeutralSite(context);
  site.seen.length = 0;
  await page.goto('/cover/');
  await hasReachedNeutralSite(page);
  const asked = new Set(site.seen.map(({ url }) => url));
  expect(
    [...asked].filter(
      (url) => !/^\/(cover\/(cover\.css)?|assets\/[\w-]+\.js|icon\.svg|favicon\.ico)$/.test(url),
    ),
  ).toEqual([]);
  expect([...asked].filter((url) => url.endsWith('.js'))).toHaveLength(1);
});

test('EX-12 without a channel between windows the service worker tells the others', async ({
  page,
  context,
}) => {
  await answerNeutralSite(context);
  await context.addInitScript(() => {
    Reflect.deleteProperty(window, 'BroadcastChannel');
  });
  const other = await context.newPage();
  await openGuide(other);
  await openResults(other);
  await openGuide(page);
  await isKeptOnPhone(page);
  expect(await page.evaluate(() => typeof BroadcastChannel)).toBe('undefined');
  const began = Date.now();
  await clickWhereItIs(page);
  await expect(other.locator('.card, #main')).toHaveCount(0);
  // Settled 34: ten times 500 ms.
  expect(Date.now() - began).toBeLessThan(5000);
  await hasReachedNeutralSite(page);
  await hasReachedNeutralSite(other);
});

test('EX-9 the cover stays where nothing answers, in a window that leaves because another did', async ({
  page,
  context,
  site,
}) => {
  const other = await context.newPage();
  await openGuide(other);
  await openGuide(page);
  await isKeptOnPhone(page);
  await loseNetwork(context, site);
  await clickWhereItIs(page);
  for (const one of [page, other]) {
    await expect(one).toHaveURL(COVER);
    await expect(one.locator('main[data-cover] table')).toBeVisible();
  }
});
