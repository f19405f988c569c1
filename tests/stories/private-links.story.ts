import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { onceBut, TOLD_ONCE } from '../browsers.ts';
import { listingOf } from '../fixtures/listing-of.ts';
import { TRAP_LISTINGS } from '../fixtures/trap-listings.ts';
import { openService, tab } from './journey.ts';
import { addressOfTheApp } from './leaving.ts';
import { openWithoutScript } from './own-browser.ts';
import { arriveAt, expect, goTo, test } from './test-town.ts';

// Following a link out of the guide: what is said before it, and what the other side learns of where she came from.

const PAGE = 'https://open-door.example/help';
const LONG_HOST = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.example`;

interface Visit {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Stands in for every other host, and keeps what each was told. */
async function answerOutside(context: BrowserContext): Promise<Visit[]> {
  const visits: Visit[] = [];
  await context.route(/^https:\/\//, async (route) => {
    visits.push({ url: route.request().url(), headers: await route.request().allHeaders() });
    await route.fulfill({ contentType: 'text/html', body: '<title>Open Door</title><h1>Open Door</h1>' });
  });
  return visits;
}

async function openRow(page: Page, words: string | RegExp) {
  const row = page.locator('dialog .channels > li', { hasText: words });
  await row.locator('.row-button').click();
  return row;
}

test('NW-12 a page of a service opens only after its name and its trace, and is not told where from', async ({
  page,
  context,
}) => {
  const visits = await answerOutside(context);
  await arriveAt(page, 'talk');
  await openService(page, 'Open Door');
  await page.getByRole('button', { name: 'Contact' }).click();
  const row = await openRow(page, /^Their website/);
  await expect(row.locator('.trace p')).toContainText('history');
  await expect(row.locator('a')).toContainText('open-door.example');
  expect(visits).toEqual([]);
  expect(context.pages().length).toBe(1);
  const opened = context.waitForEvent('page');
  await row.locator('a').click();
  const outside = await opened;
  await expect(outside.getByRole('heading', { name: 'Open Door' })).toBeVisible();
  expect(outside.url()).toBe(PAGE);
  expect(visits.map(({ url }) => url)).toEqual([PAGE]);
  const told = Object.keys(visits[0]?.headers ?? {});
  expect(told).toContain('user-agent');
  expect(told.filter((name) => /^(referer|origin|cookie)$/.test(name))).toEqual([]);
  expect(await outside.evaluate(() => [document.referrer, window.opener])).toEqual(['', null]);
  // A link without those words would have told: the story looks in the right place.
  await page.evaluate(() => {
    const careless = document.createElement('a');
    Object.assign(careless, { href: 'https://careless.example/', target: '_blank' });
    careless.referrerPolicy = 'unsafe-url';
    document.querySelector('dialog')?.append(careless);
    careless.click();
  });
  await expect.poll(() => visits.length).toBe(2);
  expect(Object.keys(visits[1]?.headers ?? {})).toContain('referer');
});

test('NW-12 the whole of a host is shown, however long, and letters that look like others in plain ones', {
  tag: TOLD_ONCE,
}, async ({ page, host }) => {
  const channels = [
    { type: 'web', value: `https://${LONG_HOST}/` },
    { type: 'web', value: 'https://exаmple.org/' },
  ];
  await host.publish([...TRAP_LISTINGS, listingOf({ name: 'Long House', needs: ['mind.peer'], channels })]);
  await page.setViewportSize({ width: 320, height: 568 });
  await arriveAt(page, 'talk');
  await openService(page, 'Long House');
  await page.getByRole('button', { name: 'Contact' }).click();
  for (const shown of [LONG_HOST, 'xn--exmple-4nf.org']) {
    const row = await openRow(page, shown);
    for (const part of [row.locator('.row-button bdi'), row.locator('a')]) {
      await expect(part).toContainText(shown);
      const isWhole = await part.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return [...range.getClientRects()].every(({ left, right }) => left >= 0 && right <= innerWidth);
      });
      expect(isWhole, shown).toBe(true);
      expect(await part.evaluate((element) => getComputedStyle(element).textOverflow)).not.toBe('ellipsis');
    }
  }
});

test('TR-19 every way of contact shows what it leaves behind and its number in plain text before its link', async ({
  page,
}) => {
  await arriveAt(page, 'talk');
  await page.locator('.card', { hasText: 'Open Door' }).getByRole('button', { name: 'Contact' }).click();
  const rows = page.locator('dialog .channels > li');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(9);
  // Before a row is opened there is nothing that could be followed.
  await expect(rows.locator('a')).toHaveCount(0);
  const hrefs: string[] = [];
  for (const row of await rows.all()) {
    const shown = await row.locator('.row-button').innerText();
    await row.locator('.row-button').click();
    await expect(row.locator('.trace p')).not.toBeEmpty();
    for (const link of await row.locator('a').all()) {
      const href = (await link.getAttribute('href')) ?? '';
      hrefs.push(href.replace(/:.*/, ''));
      const digits = href.replace(/\D/g, '').slice(-9);
      if (/^(tel|sms|whatsapp)/.test(href)) expect(shown.replace(/\D/g, ''), href).toContain(digits);
      if (href.startsWith('mailto:')) expect(shown).toContain(href.slice('mailto:'.length));
    }
  }
  expect(hrefs).toEqual(['tel', 'tel', 'sms', 'whatsapp', 'https', 'https', 'mailto']);
  await page.locator('dialog .sheet-bar button').click();
  // A number is words on every other screen: on the card, on the service and among what was saved.
  await expect(page.locator('#main a[href]:not([data-exit])')).toHaveCount(0);
  await page.locator('.card', { hasText: 'Open Door' }).getByRole('button', { name: 'Save' }).click();
  await openService(page, 'Open Door');
  await expect(page.locator('#main a[href]:not([data-exit])')).toHaveCount(0);
  await tab(page, 1);
  await page.getByRole('button', { name: 'Show all numbers' }).click();
  await expect(page.locator('#main .big-number').first()).toContainText(/\d{3}/);
  await expect(page.locator('#main a[href]:not([data-exit])')).toHaveCount(0);
  await goTo(page, 'talk');
});

for (const language of ['en', 'es', 'ar', 'sw'] as const) {
  const dir = language === 'ar' ? 'rtl' : 'ltr';
  const words = JSON.parse(readFileSync(`locales/${language}/common.json`, 'utf8')) as { exit: string };

  test(
    `NW-13 before the app is there, the page says that it is in ${language}, and is`,
    onceBut(language),
    async ({ browser, host }) => {
      const context = await browser.newContext({ baseURL: host.site.origin, locale: `${language}-XX` });
      const page = await context.newPage();
      await page.route(`**${await addressOfTheApp(page)}`, () => undefined);
      await page.goto('/', { waitUntil: 'commit' });
      const block = page.locator('details[data-first][open]');
      await expect(block.locator('.exit-bar')).toHaveText(words.exit);
      await expect(block).toHaveAttribute('lang', language);
      await expect(block).toHaveAttribute('dir', dir);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('html')).toHaveAttribute('dir', dir);
      await context.close();
    },
  );

  test(
    `NW-13 without script, the part of the page in ${language} says so of itself`,
    onceBut(language),
    async ({ browser, host }) => {
      const context = await openWithoutScript(browser, { baseURL: host.site.origin });
      const page = await context.newPage();
      await page.goto('/');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      const block = page.locator(`details[data-first=${language}]`);
      if ((await block.getAttribute('open')) === null)
        await block.locator('> summary').click({ force: true });
      expect(await block.getAttribute('lang')).toBe(language);
      expect(await block.getAttribute('dir')).toBe(dir);
      expect((await block.locator('.exit-bar').innerText()).trim()).toBe(words.exit);
      // Nothing inside takes the language back, but for names in their own.
      const inside = await block.locator(':not(bdi)[lang]:not(.chip)').count();
      expect(inside).toBe(0);
      await context.close();
    },
  );
}
