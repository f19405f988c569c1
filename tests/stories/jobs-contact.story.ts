import { chooseTile, openService } from './journey.ts';
import { arriveAt, expect, test } from './test-town.ts';

const TRACES = [
  ['0808 157 0001', "The number stays in this phone's call list. The service says it is not on the bill."],
  ['01632 960002', "The number stays in this phone's call list and may be on the bill."],
  ['07700 900003', 'The message stays in this phone until you delete it.'],
  ['07700 900004', 'It shows in your chats and your backup.'],
  ['chat.open-door.example', "The chat page will be in the browser's history."],
  [/^Their website/, "This visit will be in the browser's history."],
  ['hello@open-door.example', 'The e-mail stays in your Sent folder.'],
  ['*123#', "The code may stay in this phone's call list."],
  ['1 Quay Street', 'Nothing stays on this phone.'],
] as const;

test('S6 before any contact a sheet says what it leaves behind', async ({ page, host }) => {
  await arriveAt(page, 'talk');
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  await page.locator('.card', { hasText: 'Open Door' }).getByRole('button', { name: 'Contact' }).click();
  const sheet = page.getByRole('dialog', { name: 'Contact Open Door' });
  await expect(sheet).toBeVisible();
  // Nothing can be called, written or opened before the sentence has been on the screen.
  await expect(sheet.locator('a[href]:not([data-exit])')).toHaveCount(0);
  await expect(sheet.getByText("You can use someone else's phone.")).toBeVisible();
  const channels = sheet.locator('.channels > li');
  await expect(channels).toHaveCount(TRACES.length);
  for (const [index, [shown, trace]] of TRACES.entries()) {
    const channel = channels.nth(index);
    await expect(channel.locator('.row-button')).toHaveText(
      typeof shown === 'string' ? new RegExp(escaped(shown)) : shown,
    );
    await channel.locator('.row-button').click();
    await expect(channel.locator('.channel-body > *').first()).toContainText(trace);
  }
  // The links carry a number or an address and no words of hers.
  const hrefs = await sheet
    .locator('a[href]:not([data-exit])')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(hrefs).toEqual([
    'tel:+448081570001',
    'tel:+441632960002',
    'sms:+447700900003',
    'whatsapp://send?phone=447700900004',
    'https://chat.open-door.example/',
    'https://open-door.example/help',
    'mailto:hello@open-door.example',
  ]);
  for (const link of await sheet.locator('a[href]:not([data-exit])').all()) {
    await expect(link).toHaveAttribute('rel', /\bnoreferrer\b.*\bnoopener\b/);
    await expect(link).toHaveAttribute('referrerpolicy', 'no-referrer');
  }
  expect(addresses).toEqual([]);
  expect(host.site.seen.filter(({ headers }) => headers.referer !== undefined)).toEqual([]);
});

test('S6 a number can be made big to write down, and a warning can be put away for now', async ({ page }) => {
  await arriveAt(page, 'talk');
  await openService(page, 'Open Door');
  await page.getByRole('button', { name: 'Contact', exact: true }).click();
  const channels = page.getByRole('dialog').locator('.channels > li');
  const first = channels.nth(0);
  await first.locator('.row-button').click();
  const small = await first
    .locator('.row-button .digits')
    .evaluate((digits) => parseFloat(getComputedStyle(digits).fontSize));
  await first.getByRole('button', { name: 'Show number big' }).click();
  const big = first.locator('.big-number .digits');
  await expect(big).toHaveText('0808 157 0001');
  expect(await big.evaluate((digits) => parseFloat(getComputedStyle(digits).fontSize))).toBeGreaterThan(
    small * 1.3,
  );

  await first.getByRole('button', { name: 'Do not show this again' }).click();
  await channels.nth(1).locator('.row-button').click();
  await expect(page.getByText('call list', { exact: false })).toHaveCount(0);
  await expect(channels.nth(1).getByRole('link', { name: 'Call now' })).toBeVisible();
  // For calls only: a text still says what it leaves.
  await channels.nth(2).locator('.row-button').click();
  await expect(page.getByText('The message stays in this phone')).toBeVisible();
  // And only until the page is left.
  await page.reload();
  await chooseTile(page, 'talk');
  await openService(page, 'Open Door');
  await page.getByRole('button', { name: 'Contact', exact: true }).click();
  await page.getByRole('dialog').locator('.row-button').first().click();
  await expect(page.getByText("The number stays in this phone's call list.")).toBeVisible();
});

test('S6 a website that she opens is not told where she came from', async ({ page, context }) => {
  const told: (string | undefined)[] = [];
  await context.route('https://open-door.example/**', async (route) => {
    told.push((await route.request().allHeaders()).referer);
    await route.fulfill({ contentType: 'text/html', body: '<h1>Open Door</h1>' });
  });
  await arriveAt(page, 'talk');
  await page.locator('.card', { hasText: 'Open Door' }).getByRole('button', { name: 'Contact' }).click();
  const channel = page.getByRole('dialog').locator('.channels > li').nth(5);
  await channel.locator('.row-button').click();
  const opening = context.waitForEvent('page');
  await channel.getByRole('link').click();
  const site = await opening;
  await expect(site.getByRole('heading')).toHaveText('Open Door');
  expect(told).toEqual([undefined]);
  expect(await site.evaluate(() => [document.referrer, window.opener])).toEqual(['', null]);
});

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
