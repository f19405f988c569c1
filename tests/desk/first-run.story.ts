import { expect, hasLeft, isKept, openSampleCity, test } from './desk-site.ts';

test('X5 after one visit the desk opens without a network, with its lists', async ({
  page,
  site,
  context,
}) => {
  await openSampleCity(page);
  await isKept(page);
  await site.close();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Match a client' })).toBeVisible();
  await expect(page.getByText(/^Offline\. The lists are from/)).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('Safe house');
  await page.locator('.list-box .list-item').first().click();
  await expect(page.locator('#results-title')).toHaveText(/^\d+ services?$/);
});

test('X1 X2 every request is a path of its own origin, and the address and the title stay neutral', async ({
  page,
  site,
}) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) elsewhere.push(request.url());
  });
  await openSampleCity(page);
  await isKept(page);
  await page.locator('#needs').click();
  await page.keyboard.type('Safe house');
  await page.locator('.list-box .list-item').first().click();
  await page.keyboard.press('Escape');
  await page.locator('.row-name').first().click();
  await expect(page.locator('#service-title')).toBeVisible();
  expect(elsewhere).toEqual([]);
  expect(site.seen.filter(({ url, method }) => method !== 'GET' || url.includes('?'))).toEqual([]);
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
  expect(await page.title()).toBe('Guide');
  expect(await page.evaluate(() => [history.length, history.state])).toEqual([2, null]);
});

test('EX-13 three presses of Shift leave, and so does the way out in a dialog', async ({ page, context }) => {
  await openSampleCity(page);
  await isKept(page);
  await context.setOffline(true);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('Leave now')).toBeVisible();
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
  await hasLeft(page);
  await expect(page.getByText('Match a client')).toHaveCount(0);
});
