import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { sha256 } from '../../src/cli/node-platform.ts';
import { TOLD_ONCE } from '../browsers.ts';
import { BAD_NUMBERS, BAD_PAGES } from '../fixtures/hostile/addresses.ts';
import { inRegions, listingOfCodes, listingSaying } from '../fixtures/hostile/hostile-listing.ts';
import { XSS_PAYLOADS, XSS_TEXTS } from '../fixtures/hostile/xss-payloads.ts';
import { listingOf } from '../fixtures/listing-of.ts';
import { chooseTile, lookForNewer, openGuide, tab, typeInto } from './journey.ts';
import type { TestRegion } from './signed-lists.ts';
import { TestSite } from './test-site.ts';

const PLAIN = 'Plain words';
// What stands in an outline for the listing's words.
const PLACEHOLDER = '␟';
// Results show ten at first. A word for each ten to be found by, too unlike each other to be taken for a slip.
const CARDS = 10;
const BATCH_WORDS = Array.from({ length: 40 }, (_, batch) => sha256(Buffer.of(batch)).slice(0, 12));

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
  await site.close();
});

test('CT-1 whatever a listing says is shown as the words it is, in every field, and never runs', async () => {
  const texts = [PLAIN, ...XSS_TEXTS];
  const batchOf = (place: number) => BATCH_WORDS[Math.floor(place / CARDS)] ?? '';
  const listings = texts.map((text, place) => listingSaying(text, batchOf(place)));
  const textOf = new Map(listings.map(({ id }, place) => [id, texts[place] ?? '']));
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  context.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) troubles.push(request.url());
  });
  const regions = inRegions(listings);
  await takeLists(regions);
  const shown: Record<string, string[]> = {};
  for (const region of regions) {
    await showRegion(region.name);
    for (let place = 0; place < region.listings.length; place += CARDS) {
      const batch = region.listings.slice(place, place + CARDS).map(({ id }) => id);
      await typeInto(page.getByRole('searchbox'), batchOf(listings.findIndex(({ id }) => id === batch[0])));
      await expect.poll(async () => (await cardIds()).sort()).toEqual(batch);
      Object.assign(shown, await page.evaluate(lookAtCards, Object.fromEntries(textOf)));
    }
  }
  const [plain, ...hostile] = listings.map(({ id }) => shown[id]);
  // Every field is on one of the screens, or this story would pass by showing nothing.
  expect(plain?.join('').split(PLACEHOLDER).length).toBeGreaterThan(40);
  for (const [place, screens] of hostile.entries()) expect(screens, XSS_TEXTS[place]).toEqual(plain);
  expect(await page.evaluate(() => (globalThis as { __pwned?: unknown }).__pwned)).toBeUndefined();
  expect(troubles).toEqual([]);
});

test('CT-2 a web address that is not a plain safe page is dropped, and the service stays', async () => {
  const bad = BAD_PAGES.flatMap((value) => [
    { type: 'web', value, label: 'page' },
    { type: 'chat', value, label: 'page' },
  ]);
  const links = await linksOf([
    ...bad,
    ...GOOD_PAGES.map(([value]) => ({ type: 'web', value, label: 'page' })),
  ]);
  expect(links.map(({ href, host }) => [href, host])).toEqual(
    GOOD_PAGES.map(([, href, host]) => [href, host]),
  );
  for (const { rel, policy } of links) {
    expect(rel.split(' ').sort()).toEqual(['external', 'nofollow', 'noopener', 'noreferrer']);
    expect(policy).toBe('no-referrer');
  }
});

// As written, as it is opened, and the host she reads before she taps. The last two look like another letter's host.
const GOOD_PAGES: readonly (readonly [string, string, string])[] = [
  ['https://example.org', 'https://example.org/', 'example.org'],
  ['HTTPS://Example.ORG/a?b=c', 'https://example.org/a?b=c', 'example.org'],
  ['https://аррӏе.example', 'https://xn--80ak6aa92e.example/', 'xn--80ak6aa92e.example'],
  ['https://exаmple.org', 'https://xn--exmple-4nf.org/', 'xn--exmple-4nf.org'],
];

test('CT-3 a number that could cost her or run a command is shown, and can never be tapped', async () => {
  const bad = BAD_NUMBERS.flatMap((value) =>
    ['phone', 'sms', 'whatsapp', 'relay'].map((type) => ({ type, value, label: 'number' })),
  );
  const codes = ['*123#', '*#06#', '+15550100'].map((value) => ({ type: 'ussd', value, label: 'code' }));
  const links = await linksOf([
    ...bad,
    ...codes,
    ...GOOD_NUMBERS.map(([channel]) => ({ ...channel, label: 'number' })),
  ]);
  expect(links.map(({ href }) => href)).toEqual(GOOD_NUMBERS.map(([, href]) => href));
  // What must not be tapped can still be written down.
  const shown = await page.locator('dialog[open] .row-button').allInnerTexts();
  for (const text of ['*#06#', '+19005550100', '*123#'])
    expect(shown.filter((row) => row.includes(text)).length, text).toBeGreaterThan(0);
});

const GOOD_NUMBERS: readonly (readonly [object, string])[] = [
  [{ type: 'phone', value: '+15550100' }, 'tel:+15550100'],
  [{ type: 'phone', value: { code: '116', country: 'KE' } }, 'tel:116'],
  [{ type: 'sms', value: '+442079460000', keyword: 'HELP?body=me' }, 'sms:+442079460000'],
  [{ type: 'relay', value: '+15550100' }, 'tel:+15550100'],
  [{ type: 'whatsapp', value: '+15550100' }, 'whatsapp://send?phone=15550100'],
];

test('CT-1 a listing whose codes no version knows neither runs nor takes the others away', {
  tag: TOLD_ONCE,
}, async () => {
  const strange = XSS_PAYLOADS.filter((_, place) => place % 12 === 0).concat(
    '__proto__',
    'constructor',
    'toString',
  );
  await takeList([
    listingOf({ name: 'The plain one', needs: ['live.basics'] }),
    ...strange.map((code) => ({ ...listingSaying('Words', 'words'), ...listingOfCodes(code) })),
  ]);
  await expect(page.locator('.card')).toHaveCount(CARDS);
  for (let place = 0; place < CARDS; place++) {
    await page.locator('.card-name').nth(place).click();
    await expect(page.locator('.service-section').first()).toBeVisible();
    await page.locator('.sticky-actions .button').click();
    await page.locator('dialog[open] .sheet-bar .button-quiet').click();
    await page.locator('.bar .back').click();
  }
  expect(await page.locator('#main :is(img, script, iframe, object, embed, svg:not(.icon))').count()).toBe(0);
  expect(await page.evaluate(() => (globalThis as { __pwned?: unknown }).__pwned)).toBeUndefined();
  await typeInto(page.getByRole('searchbox'), 'the plain one');
  await expect(page.locator('.card-name')).toHaveText(['The plain one']);
});

interface Link {
  readonly href: string;
  readonly rel: string;
  readonly policy: string;
  readonly host: string;
}

/** Every link that one service's ways of contact give her, each opened. */
async function linksOf(channels: readonly object[]): Promise<Link[]> {
  await takeList([{ ...listingOf({ name: 'The service' }), channels }]);
  await page.locator('.card-name', { hasText: 'The service' }).click();
  await page.locator('.sticky-actions .button').click();
  await page.locator('dialog[open]').waitFor();
  return page.evaluate(() => {
    const sheet = document.querySelector('dialog[open]');
    for (const row of sheet?.querySelectorAll<HTMLElement>('.row-button') ?? []) row.click();
    return new Promise<Link[]>((resolve) =>
      requestAnimationFrame(() =>
        resolve(
          [
            ...(sheet?.querySelectorAll<HTMLAnchorElement>('a:not([data-exit]), area, form, [formaction]') ??
              []),
          ].map((link) => ({
            href: link.getAttribute('href') ?? '',
            rel: link.rel,
            policy: link.referrerPolicy,
            host:
              [...(link.closest('li')?.querySelectorAll('.row-button bdi') ?? [])].at(-1)?.textContent ?? '',
          })),
        ),
      ),
    );
  });
}

function cardIds(): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.card')].map(({ dataset }) => dataset.id ?? ''),
  );
}

/**
 * Runs in the page, which is much quicker for hundreds of services. For each card, the service and its contact sheet, it
 * gives the markup with the listing's words taken out: what is left must be the same for all.
 */
async function lookAtCards(texts: Readonly<Record<string, string>>): Promise<Record<string, string[]>> {
  const until = async <Found>(find: () => Found | null | undefined | false): Promise<Found> => {
    for (let tries = 0; tries < 600; tries++) {
      const found = find();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`hostile listing: waited in vain on ${document.body.innerText.slice(0, 300)}`);
  };
  const click = async (selector: string) =>
    (await until(() => document.querySelector<HTMLElement>(selector))).click();
  const without = (words: string, text: string) => {
    const onOneLine = text.replace(/\s+/g, ' ').trim();
    return words.split(text).join('␟').split(onOneLine).join('␟');
  };
  const outline = (node: Node, text: string): string => {
    if (node.nodeType === Node.TEXT_NODE) return without(node.textContent ?? '', text);
    if (!(node instanceof Element)) return `(${node.nodeName})`;
    const attributes = [...node.attributes]
      .filter(({ name }) => name !== 'data-id')
      .map(({ name, value }) => `${name}=${without(value, text)}`);
    // A child of words may be in pieces.
    const children = [...node.childNodes].map((child) => outline(child, text)).join('');
    return `<${node.localName} ${attributes.join(' ')}>${children}</>`;
  };
  const screens: Record<string, string[]> = {};
  const ids = [...document.querySelectorAll<HTMLElement>('.card')].map(({ dataset }) => dataset.id ?? '');
  for (const id of ids) {
    const text = texts[id] ?? '';
    const card = await until(() => document.querySelector(`.card[data-id='${id}']`));
    const seen = [outline(card, text)];
    card.querySelector<HTMLElement>('.card-name')?.click();
    await until(() => document.querySelector('.service-section'));
    await click('.sticky-actions .button');
    const sheet = await until(() => document.querySelector('dialog[open]'));
    for (const row of sheet.querySelectorAll<HTMLElement>('.row-button')) row.click();
    await until(() => sheet.querySelectorAll('.channel-body').length > 0);
    for (const big of sheet.querySelectorAll<HTMLElement>('.channel-body > .button-quiet')) big.click();
    await until(() => sheet.querySelector('.big-number'));
    seen.push(outline(sheet, text));
    await click('dialog[open] .sheet-bar .button-quiet');
    await until(() => !document.querySelector('dialog'));
    seen.push(outline(document.querySelector('#main') as Element, text));
    screens[id] = seen;
    await click('.bar .back');
  }
  return screens;
}

/** Takes the index that names these regions. */
async function takeLists(regions: readonly TestRegion[]): Promise<void> {
  await site.publish(regions);
  await openGuide(page);
  await expect(await lookForNewer(page)).toHaveText('Your lists are up to date.');
}

/** Gets a region's list and shows what is in it. */
async function showRegion(name: string): Promise<void> {
  await tab(page, 0);
  await page.locator('#main .place-line button').click();
  await page.locator('#main .row-button', { hasText: name }).click();
  await page.getByRole('searchbox').waitFor();
  await tab(page, 0);
  await chooseTile(page, 'live');
  await page.locator('.card').first().waitFor();
}

async function takeList(listings: readonly object[]): Promise<void> {
  await takeLists([{ id: 'sample', listings }]);
  await showRegion('Testland');
}
