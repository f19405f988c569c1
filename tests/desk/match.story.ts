import type { Page } from '@playwright/test';
import { expect, isKept, openSampleCity, test, typeAndChoose } from './desk-site.ts';
import { tabTo } from './keyboard.ts';

const rowsOf = (page: Page) => page.getByRole('grid', { name: 'Services', exact: true }).getByRole('row');

/** Needs, a language, status and children, by keyboard alone. */
async function enterClient(page: Page): Promise<void> {
  await page.keyboard.press('n');
  await expect(page.locator('#needs')).toBeFocused();
  await typeAndChoose(page, 'Safe house');
  await tabTo(page, /^Languages the client speaks/);
  await typeAndChoose(page, 'Spanish');
  await tabTo(page, /^Must help whatever/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Children/);
  await page.keyboard.press('Space');
}

test('C1 a client is matched by keyboard alone, every reason in words, with the network cut', async ({
  page,
  site,
  context,
}) => {
  await openSampleCity(page);
  await isKept(page);
  await site.close();
  await context.setOffline(true);
  const before = site.seen.length;
  await enterClient(page);
  await page.keyboard.press('m');
  await expect(page.locator('#results-title')).toBeFocused();
  await expect(page.locator('#results-title')).toHaveText(/^\d+ services?$/);
  const first = rowsOf(page).first();
  await expect(first.locator('.row-words > :first-child')).toHaveText(/^(Space|Waiting list|Full)/);
  await expect(first.locator('.reason').first()).toHaveText(/Confirmed: Safe house or refuge/);
  expect(site.seen.length).toBe(before);

  // On by Tab into the list, and into a service by Enter.
  await page.keyboard.press('Tab');
  while (!(await page.evaluate(() => document.activeElement?.getAttribute('role') === 'row')))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#service-title')).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Will they take this client?' })).toBeVisible();
  await expect(page.locator('.verdict')).toHaveText(/^(Likely\.|Ask first\.|No, because of:)/);
});

test('C1 what is refused is counted and can be seen, and what is not known stands below what is confirmed', async ({
  page,
}) => {
  await openSampleCity(page);
  await enterClient(page);
  const counts = page.getByText(/\d+ confirmed, \d+ to ask first, \d+ refuse/);
  await expect(counts).toBeVisible();
  const [confirmed = 0, ask = 0, refused = 0] = (
    ((await counts.textContent()) ?? '').match(/\d+/g) ?? []
  ).map(Number);
  await expect(rowsOf(page)).toHaveCount(confirmed + ask);
  const classes = await rowsOf(page).evaluateAll((rows) => rows.map((row) => row.className));
  expect(classes.map((name) => (name.includes('row-confirmed') ? 0 : 1))).toEqual([
    ...Array(confirmed).fill(0),
    ...Array(ask).fill(1),
  ]);
  expect(refused).toBeGreaterThan(0);
  await page.getByText(/^Show \d+ that refuse/).click();
  const hidden = page.getByRole('grid', { name: 'Services that refuse' }).getByRole('row');
  await expect(hidden).toHaveCount(refused);
  await expect(hidden.first().locator('.reason-no').first()).toHaveText(/^Refused:/);
});

test('X14 C1 the same client and list give the same order on another day of work', async ({
  page,
  browser,
  site,
}) => {
  const other = await (await browser.newContext({ baseURL: site.origin })).newPage();
  for (const one of [page, other]) {
    await openSampleCity(one);
    await enterClient(one);
    await one.keyboard.press('m');
    await expect(rowsOf(one).first()).toBeVisible();
  }
  const orderOf = (one: Page) => rowsOf(one).locator('.row-name').allTextContents();
  // Every answer changes the list: it is compared once the last has come on both.
  await expect(async () => {
    const order = await orderOf(page);
    expect(order.length).toBeGreaterThan(1);
    expect(await orderOf(other)).toEqual(order);
  }).toPass();
});

test('C2 up to four services are compared in a table that says where they differ', async ({ page }) => {
  await openSampleCity(page);
  await page.keyboard.press('n');
  await typeAndChoose(page, 'Safe house');
  const boxes = rowsOf(page).locator('.check');
  await expect(boxes.nth(4)).toBeVisible();
  for (let at = 0; at < 5; at++) await boxes.nth(at).click();
  // Five may be chosen, but not compared: it says why.
  const compare = page.getByRole('button', { name: /^Compare \(/ });
  await expect(compare).toBeDisabled();
  await expect(compare).toHaveAccessibleDescription('At most four can be compared. Choose fewer.');
  await page.locator('.bar-tab').nth(1).click();
  await expect(page.getByText('At most four can be compared. Choose fewer.')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.locator('.bar-tab').first().click();
  await boxes.nth(4).click();
  await page.getByRole('button', { name: 'Compare (4)' }).click();
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(5);
  await expect(table.getByRole('rowheader').first()).toHaveText(/^Is there space\?/);
  await expect(table.getByText('They differ').first()).toBeVisible();
  expect(await table.evaluate(brokenWords)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await table.evaluate(brokenWords)).toEqual([]);
});

/** Runs in the page: the words that a column is too narrow for, so that they go on in the next line. */
function brokenWords(element: Element): string[] {
  const broken: string[] = [];
  const range = document.createRange();
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    for (const { 0: word, index } of text.data.matchAll(/\p{L}+/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (range.getClientRects().length > 1) broken.push(word);
    }
  }
  return broken;
}

test('C13 single keys can be turned off, and are letters where somebody types', async ({ page }) => {
  await openSampleCity(page);
  await page.keyboard.press('/');
  await expect(page.locator('#words')).toBeFocused();
  await page.keyboard.type('nm/');
  await expect(page.locator('#words')).toHaveValue('nm/');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await page.getByText('Single keys do this').click();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('n');
  await expect(page.locator('#needs')).not.toBeFocused();
});

test('C13 a long list is drawn in part and says how long it is', async ({ page }) => {
  await openSampleCity(page);
  await page.keyboard.press('/');
  await page.keyboard.insertText('sample');
  const grid = page.getByRole('grid', { name: 'Services', exact: true });
  await expect(grid).toBeVisible();
  const total = Number(/^\d+/.exec((await page.locator('#results-title').textContent()) ?? '')?.[0]);
  expect(total).toBeGreaterThan(100);
  await expect(grid).toHaveAttribute('aria-rowcount', String(total));
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
});
