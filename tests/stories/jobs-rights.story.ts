import { readdirSync, readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import type { RightsPage } from '../../src/core/rights.ts';
import { XSS_PAYLOADS } from '../fixtures/hostile/xss-payloads.ts';
import { listingOf } from '../fixtures/listing-of.ts';
import { rightsOf, rightsPageOf } from '../fixtures/rights-of.ts';
import {
  chooseRegion,
  chooseTile,
  isKeptOnPhone,
  lookForNewer,
  loseNetwork,
  openGuide,
  tab,
  typeInto,
} from './journey.ts';
import { TestSite } from './test-site.ts';

const KE = { folder: 'ke', list: 'Kenya', country: /Kenya/ };
const GB = { folder: 'gb', list: 'United Kingdom', country: /United Kingdom|المملكة المتحدة/ };
const LANGUAGES = { en: 'English', sw: 'Kiswahili', ar: 'العربية' } as const;

let site: TestSite;
let context: BrowserContext;
let page: Page;
test.beforeEach(async ({ browser }) => {
  site = await TestSite.open();
  context = await browser.newContext({ baseURL: site.origin });
  page = await context.newPage();
});
test.afterEach(async () => {
  await context.close();
  await site.close().catch(() => undefined);
});

/** The pages as people wrote them. */
function pagesOf(folder: string, language: string): RightsPage[] {
  return readdirSync(`data/rights/${folder}`)
    .filter((name) => name.endsWith(`.${language}.json`))
    .map((name) => JSON.parse(readFileSync(`data/rights/${folder}/${name}`, 'utf8')) as RightsPage);
}

async function getList(name: string): Promise<void> {
  await openGuide(page);
  await chooseTile(page, 'talk');
  await chooseRegion(page, name);
}

const back = () => page.locator('.bar .back').click();
const rows = (): Locator => page.locator('#main > .rows .row-button');

async function openRights(): Promise<void> {
  await tab(page, 0);
  await page.locator('#main .rights-line button').click();
  await expect(rows().first()).toBeVisible();
}

async function readIn(language: keyof typeof LANGUAGES): Promise<void> {
  await tab(page, 3);
  await page.getByRole('button', { name: LANGUAGES[language], exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

for (const [place, languages] of [
  [KE, ['en', 'sw']],
  [GB, ['en', 'ar']],
] as const) {
  test(`X5 S5 what the law says in ${place.list} is read without a network in ${languages.join(' and ')}, each statement with its sources`, async () => {
    await getList(place.list);
    await isKeptOnPhone(page);
    await loseNetwork(context, site);
    await page.reload();
    for (const language of languages) {
      await readIn(language);
      await openRights();
      const written = pagesOf(place.folder, language);
      expect(written).toHaveLength(8);
      await expect(rows()).toHaveCount(written.length);
      // Never advice, and never checked where nobody has: before anything that it says.
      await expect(page.locator('#main h1 + .notice')).toHaveText(/\S+.*[.].*\S+/);
      for (const one of written) await readPage(one, language);
      await expect(page.locator('#main h2').last()).toHaveText(place.country);
      for (const treaty of await page.locator('#main section.service-section li').all())
        await expect(treaty).toHaveText(/\(.*\d{4}.*\).*\d{4}/);
      await expect(page.locator('#main section.service-section > .quiet').first()).toHaveText(
        /2022.*UN Treaty/,
      );
    }
  });
}

async function readPage(written: RightsPage, language: string): Promise<void> {
  await rows().filter({ hasText: written.title }).click();
  await expect(page.locator('#main h1')).toHaveText(written.title);
  await expect(page.locator('#main h1 bdi')).toHaveAttribute('lang', language);
  const notice = await page.locator('#main h1 + .notice').innerText();
  if (language === 'en')
    expect(notice).toBe(
      'This is information, not advice. Draft: nobody who knows this law has checked it yet.',
    );
  else expect(notice.length).toBeGreaterThan(80);
  const statements = page.locator('#main li.service-section');
  await expect(statements).toHaveCount(written.statements.length);
  for (const [place, { text, sources }] of written.statements.entries()) {
    const statement = statements.nth(place);
    await expect(statement.locator('> bdi')).toHaveText(text);
    await expect(statement.locator('.source .link')).toHaveText(sources.map(({ title }) => title));
    for (const [number, { dated, read_on }] of sources.entries()) {
      const days = await statement.locator('.source .note').nth(number).innerText();
      // The day it bears and the day we read it, or that there is none.
      expect(days.match(/\d{4}/g)?.length ?? 0).toBe(Number(dated !== null) + Number(read_on !== null));
      expect(days.split(/[.] ?/).filter(Boolean)).toHaveLength(2);
    }
  }
  await expect(page.locator('#main .service-section .rows .row-button')).toHaveCount(written.leads_to.length);
  await expect(page.locator('#main section.service-section > ul:not(.rows) > li')).toHaveCount(
    written.treaties.length,
  );
  await back();
  await expect(rows().first()).toBeVisible();
}

test('S3 words that she searches by find what the law says beside the services, and each page leads to help', async () => {
  await getList(KE.list);
  await typeInto(page.getByRole('searchbox'), 'police');
  const found = page.locator('#main .rights-found .row-button');
  await expect(found.first()).toHaveText('Must I go to the police?');
  await expect(found).toHaveCount(2);
  // It is no service, and is not counted as one.
  const cards = await page.locator('#main .card').count();
  await expect(page.locator('#main h1')).toHaveText(new RegExp(`^${cards} services? `));
  await found.first().click();
  await expect(page.locator('#main h1')).toHaveText('Must I go to the police?');
  const need = page.locator('#main .rows .row-button').first();
  const label = await need.innerText();
  await need.click();
  await expect(page.locator('#main .chips')).toContainText(label);
  await expect(page.locator('#main .rights-found')).toHaveCount(0);
  await back();
  await expect(page.locator('#main h1')).toHaveText('Must I go to the police?');
  await back();
  await typeInto(page.getByRole('searchbox'), 'zzqqx');
  await page.locator('#main .empty').waitFor();
  await expect(page.locator('#main .rights-found')).toHaveCount(0);
});

test('S5 a page that is not in her language says in which it is', async () => {
  await getList(KE.list);
  await tab(page, 3);
  await page.getByRole('button', { name: 'Español' }).click();
  await openRights();
  await rows().first().click();
  await expect(page.locator('#main h1 bdi')).toHaveAttribute('lang', 'en');
  await expect(page.getByText('Solo en inglés')).toBeVisible();
});

test('S3 where nothing was written for a country, no way leads to its rights', async () => {
  await getList('New York');
  await tab(page, 0);
  await expect(page.locator('#main .place-line')).toContainText('New York');
  await expect(page.locator('#main .rights-line')).toHaveCount(0);
});

test('TR-19 NW-12 a source is a sheet first: where it is, what it leaves behind, and only there a link', async () => {
  await getList(KE.list);
  await openRights();
  await rows().first().click();
  await expect(page.locator('#main .source').first()).toBeVisible();
  await expect(page.locator('#main a')).toHaveCount(0);
  const address = page.url();
  const entries = await page.evaluate(() => history.length);
  await page.locator('#main .source .link').first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('.exit')).toBeVisible();
  await expect(dialog).toContainText("This visit will be in the browser's history.");
  const link = dialog.locator('a.button');
  const href = (await link.getAttribute('href')) ?? '';
  expect(href).toMatch(/^https:\/\//);
  await expect(dialog.locator('p bdi')).toHaveText(href);
  await expect(link).toContainText(new URL(href).host);
  for (const word of ['noopener', 'noreferrer', 'nofollow', 'external'])
    expect((await link.getAttribute('rel'))?.split(' ')).toContain(word);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test('CT-1 whatever a rights page says is shown as the words it is, and a bad address is no link', async () => {
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  context.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) troubles.push(request.url());
  });
  const said = XSS_PAYLOADS.filter((text) => text.trim() === text && !/\s{2}|[\n\t]/.test(text));
  const source = { url: 'javascript:alert(1)', title: said[0] ?? '', dated: null, read_on: null };
  const hostile = rightsPageOf({
    title: said[1] ?? '',
    language: '"><script>',
    statements: said.map((text) => ({ text, sources: [source], checked_on: null })),
    leads_to: ['__proto__', 'law.advice'] as never,
    treaties: ['constructor'] as never,
  });
  await site.publish([
    { id: 'sample', name: 'Testland', listings: [listingOf({})], rights: rightsOf(hostile) },
  ]);
  await getListOfTestland();
  await openRights();
  await rows().first().click();
  await expect(page.locator('#main li.service-section > bdi')).toHaveText(said);
  await expect(page.locator('#main h1')).toHaveText(said[1] ?? '');
  await expect(page.locator('#main :is(img, script, iframe, svg:not(.icon))')).toHaveCount(0);
  // A need that nobody has words for is no button.
  await expect(page.locator('#main .service-section .rows .row-button')).toHaveCount(1);
  await page.locator('#main .source .link').first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('p bdi')).toHaveText(source.url);
  await expect(dialog.locator('h2')).toHaveText(source.title);
  await expect(dialog.locator('a:not(.exit)')).toHaveCount(0);
  expect(await page.evaluate(() => (globalThis as { __pwned?: unknown }).__pwned)).toBeUndefined();
  expect(troubles).toEqual([]);
});

async function getListOfTestland(): Promise<void> {
  await openGuide(page);
  await expect(await lookForNewer(page)).toHaveText('Your lists are up to date.');
  await tab(page, 0);
  await page.locator('#main .place-line button').click();
  await page.locator('#main .row-button', { hasText: 'Testland' }).click();
  await page.getByRole('searchbox').waitFor();
}
