import { expect, type Page } from '@playwright/test';
import { listingSaying } from '../fixtures/hostile/hostile-listing.ts';
import { differences } from './in-the-page.ts';
import { tab, typeInto } from './journey.ts';
import { arriveAt, test } from './test-town.ts';

// Text that could turn or hide what stands after it. It has no place in a list that we build (core/text.ts); a list that
// somebody else signed may hold it all the same, and then it must stay inside its own field.

const PLAIN = 'Quay House';
/** Characters without a width: a screen that keeps them to themselves looks the same with them and without. */
const TURNING: readonly (readonly [string, string])[] = [
  ['an override that is never closed', `\u202e${PLAIN}`],
  ['an embedding that is never closed', `\u202b${PLAIN}`],
  ['an isolate that is never closed', `\u2067${PLAIN}`],
  ['a mark that reads from the right', `\u200f${PLAIN}\u200f`],
  ['the end of an isolate, then an override', `${PLAIN}\u2069\u202e`],
  ['ends of isolates and of overrides', `${PLAIN}\u2069\u2069\u202c\u202c\u2067`],
];
const MARKS = `Q${'\u0301'.repeat(30)}uay House`;

/** Where our own words stand: every run of text outside the listing's fields, letter for letter from left to right. */
function ourWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scope = document.querySelector('dialog[open]') ?? document.querySelector('#main');
    if (!scope) return [];
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent ?? '';
      if (!element?.checkVisibility() || !text.trim() || element.closest('bdi, .chips')) continue;
      // A character at a time: the box of a whole run is the same whichever way its letters go.
      [...text].forEach((character, at) => {
        const range = document.createRange();
        range.setStart(node as Text, at);
        range.setEnd(node as Text, at + 1);
        const { left, top } = range.getBoundingClientRect();
        if (/[\p{L}\p{N}]/u.test(character))
          found.push(`${character} ${Math.round(left)} ${Math.round(top)}`);
      });
    }
    return found;
  });
}

async function places(page: Page, find: string): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  await typeInto(page.getByRole('searchbox'), find);
  await expect(page.locator('.card')).toHaveCount(1);
  found.card = await ourWords(page);
  await page.locator('.card-actions .button-quiet').click();
  await page.locator('.card-name').click();
  await page.locator('.service-section').first().waitFor();
  found.service = await ourWords(page);
  await page.locator('.sticky-actions .button').click();
  await page.locator('dialog[open] .row-button').first().waitFor();
  for (const row of await page.locator('dialog .row-button').all()) await row.click();
  found.sheet = await ourWords(page);
  await page.locator('dialog .sheet-bar .button-quiet').click();
  await tab(page, 1);
  await page.locator('.card').first().waitFor();
  found.saved = await ourWords(page);
  await page.locator('#main .actions .button-quiet').last().click();
  await tab(page, 0);
  await page.locator('#main [data-tile=live]').click();
  await page.locator('.card').first().waitFor();
  return found;
}

test('CT-5 a field that turns its direction or piles up marks leaves every later word where it was', async ({
  page,
  host,
}) => {
  const texts = [PLAIN, ...TURNING.map(([, text]) => text)];
  const finders = ['alphaone', 'bravotwo', 'charlie', 'deltafour', 'echofive', 'foxtrot', 'golfseven'];
  const listings = texts.map((text, at) => ({
    ...listingSaying(text, finders[at] ?? ''),
    needs: ['live.basics'],
  }));
  await host.site.publish([{ id: 'sample', name: 'Test Town', listings }]);
  await arriveAt(page, 'live');
  const plain = await places(page, finders[0] ?? '');
  for (const words of Object.values(plain)) expect(words.length).toBeGreaterThan(20);
  for (const [at, [what]] of TURNING.entries()) {
    const found = await places(page, finders[at + 1] ?? '');
    for (const [screen, words] of Object.entries(found))
      expect(words, `${what}, ${screen}`).toEqual(plain[screen]);
  }
});

test('CT-5 a pile of marks on a letter of a name covers nothing over or under its card', async ({
  browser,
  page,
  host,
}) => {
  const pictures: Buffer[][] = [];
  for (const name of [PLAIN, MARKS]) {
    const listing = { ...listingSaying('Words', 'alphaone'), name, needs: ['live.basics'] };
    await host.site.publish([{ id: 'sample', name: 'Test Town', listings: [listing] }]);
    // A phone of its own for each.
    const context = await browser.newContext({ baseURL: host.site.origin });
    const other = await context.newPage();
    await arriveAt(other, 'live');
    await expect(other.locator('.card')).toHaveCount(1);
    const around = ['.search', '.chips', '.card > p', '.list-age'];
    pictures.push(await Promise.all(around.map((part) => other.locator(part).first().screenshot())));
    await context.close();
  }
  const [plain = [], marked = []] = pictures;
  await page.goto('/');
  for (const [at, picture] of plain.entries())
    expect(await differences(page, picture, marked[at] ?? picture.subarray(0, 0))).toBe(0);
});

test('CT-5 every field of a listing is set apart from the words around it', async ({ page, host }) => {
  const marker = 'ﷺzzfield';
  await host.site.publish([
    { id: 'sample', name: 'Test Town', listings: [listingSaying(marker, 'alphaone')] },
  ]);
  await arriveAt(page, 'live');
  const loose: string[] = [];
  const look = async (screen: string) => {
    const found = await page.evaluate((text) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const all: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.textContent?.includes(text) || !element?.checkVisibility()) continue;
        // Alone in its own part, or between characters that isolate it.
        const isApart =
          element.closest('bdi, [dir=auto]') !== null || node.textContent.includes(`\u2068${text}\u2069`);
        if (!isApart) all.push(`${element.localName}.${element.className}: ${node.textContent}`);
      }
      return all;
    }, marker);
    for (const one of found) loose.push(`${screen}: ${one}`);
  };
  await look('results');
  await page.locator('.card-actions .button-quiet').click();
  await page.locator('.card-name').click();
  await page.locator('.service-section').first().waitFor();
  await look('service');
  await page.locator('.sticky-actions .button').click();
  await page.locator('dialog[open] .row-button').first().waitFor();
  for (const row of await page.locator('dialog .row-button').all()) await row.click();
  await look('contact sheet');
  await page.locator('dialog .sheet-bar .button-quiet').click();
  await tab(page, 1);
  await look('saved');
  expect(loose).toEqual([]);
});
