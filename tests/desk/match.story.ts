import type { Page } from '@playwright/test';
import { expect, isKept, openSampleCity, test, typeAndChoose } from './desk-site.ts';

/** Forward by Tab until something with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    const focused = await page.evaluate(() => {
      const { activeElement: element } = document;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const label = element?.getAttribute('aria-label') ?? labels.map((one) => one.textContent).join(' ');
      return label || (element?.textContent ?? '');
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`tests: no way by Tab to ${name}`);
}

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
  const orders: (string | null)[][] = [];
  for (const one of [page, await (await browser.newContext({ baseURL: site.origin })).newPage()]) {
    await openSampleCity(one);
    await enterClient(one);
    await one.keyboard.press('m');
    await expect(rowsOf(one).first()).toBeVisible();
    orders.push(await rowsOf(one).locator('.row-name').allTextContents());
  }
  expect(orders[0]?.length).toBeGreaterThan(1);
  expect(orders[1]).toEqual(orders[0]);
});

test('C2 up to four services are compared in a table that says where they differ', async ({ page }) => {
  await openSampleCity(page);
  await page.keyboard.press('n');
  await typeAndChoose(page, 'Safe house');
  const boxes = rowsOf(page).locator('.check');
  await expect(boxes.nth(4)).toBeVisible();
  for (let at = 0; at < 4; at++) await boxes.nth(at).click();
  // A fifth cannot be chosen.
  await expect(rowsOf(page).nth(4).getByRole('checkbox')).toBeDisabled();
  await page.getByRole('button', { name: 'Compare (4)' }).click();
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(5);
  await expect(table.getByRole('rowheader').first()).toHaveText(/^Is there space\?/);
  await expect(table.getByText('They differ').first()).toBeVisible();
});

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
  await page.keyboard.type('sample');
  const grid = page.getByRole('grid', { name: 'Services', exact: true });
  await expect(grid).toBeVisible();
  const total = Number(/^\d+/.exec((await page.locator('#results-title').textContent()) ?? '')?.[0]);
  expect(total).toBeGreaterThan(100);
  await expect(grid).toHaveAttribute('aria-rowcount', String(total));
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
});
