import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './desk-site.ts';
import { goTo, keepClient, openAgain } from './kept-client.ts';
import { focusedName, tabTo } from './keyboard.ts';

/** The first referral that Tab comes to is moved as many places down the list of what is possible. */
async function moveByKeys(page: Page, presses: number, more: () => Promise<void> = async () => undefined) {
  await tabTo(page, /^Move: /);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Leave it as it is/);
  for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowDown');
  await more();
  await tabTo(page, /^Write it down/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

const shownIn = async (page: Page) => ({
  board: await page
    .locator('.board-column:has(li)')
    .evaluateAll((columns) =>
      columns.flatMap((column) =>
        [...column.querySelectorAll('li')].map((card) => [
          column.getAttribute('data-status'),
          card.querySelector('strong')?.textContent,
        ]),
      ),
    ),
  list: await page
    .locator('tr[data-status]')
    .evaluateAll((rows) =>
      rows.map((row) => [row.getAttribute('data-status'), row.querySelector('th')?.textContent]),
    ),
});

async function show(page: Page, name: 'Board' | 'List'): Promise<void> {
  await page.getByRole('button', { name: /Show as/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press(name === 'List' ? 'ArrowDown' : 'ArrowUp');
  await page.keyboard.press('Enter');
}

test('C9 a referral goes from planned to closed by keyboard alone, board and list agree, and it is kept', async ({
  page,
}) => {
  const { code } = await keepClient(page);
  await tabTo(page, /^Log$/);
  await page.keyboard.press('Enter');
  const status = page.locator('.written').getByRole('status');
  await tabTo(page, /^Plan it$/);
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(`${code}: Planned`);

  await moveByKeys(page, 1, async () => {
    await tabTo(page, /^We called together/);
    await page.keyboard.press('ArrowUp');
  });
  await expect(status).toHaveText(`${code}: Contacted`);
  await expect.poll(() => focusedName(page)).toMatch(/^Move: /);
  await moveByKeys(page, 3, async () => {
    await tabTo(page, /^Look at it again on/);
    await page.keyboard.type('12122030');
  });
  await expect(status).toHaveText(`${code}: Waiting`);
  const board = (await shownIn(page)).board;
  expect(board).toEqual([['waiting', code]]);
  await expect(page.locator('.board-column[data-status=waiting]').getByRole('heading')).toHaveText(
    'Waiting 1',
  );
  await expect(page.locator('.board-card').getByText('12 Dec 2030')).toBeVisible();
  await show(page, 'List');
  await expect(page.getByRole('table')).toBeVisible();
  expect((await shownIn(page)).list).toEqual(board);

  await openAgain(page);
  await goTo(page, 'Log');
  await expect(page.locator('.board-column[data-status=waiting] .board-card')).toHaveCount(1);
  await page.locator('h1').focus();
  await moveByKeys(page, 6);
  await expect(status).toHaveText(`${code}: Closed`);
  expect((await shownIn(page)).board).toEqual([['closed', code]]);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.locator('.board-column[data-status=waiting] .board-card')).toHaveCount(1);
});

test('C6 C9 no worker is written down as having spoken to a service without an agreement', async ({
  page,
}) => {
  await keepClient(page);
  await goTo(page, 'Log');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.getByRole('button', { name: /^Move: / }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.radio', { hasText: 'Contacted' }).click();
  for (const who of ['We called together', 'I did, as agreed']) {
    await dialog.locator('.radio', { hasText: who }).click();
    await dialog.getByRole('button', { name: 'Write it down' }).click();
    await expect(dialog.getByRole('alert')).toHaveText(/^The client has not agreed to anything/);
  }
  await expect(dialog.getByText('Leave now')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.board-column[data-status=planned] .board-card')).toHaveCount(1);
});

test('C9 the list puts the longest overdue first, says so in a word, and is narrowed by status', async ({
  page,
}) => {
  await keepClient(page);
  await goTo(page, 'Log');
  for (const day of ['2030-01-05', '2026-01-05', '']) {
    await page.locator('.card').getByLabel('Look at it again on').fill(day);
    await page.getByRole('button', { name: 'Plan it' }).click();
    await expect(page.locator('.written').getByRole('status')).toHaveText(/Planned$/);
  }
  await expect(page.getByText('3 referrals')).toBeVisible();
  await show(page, 'List');
  const days = page.locator('tbody tr td:nth-of-type(4)');
  await expect(days).toHaveText(['5 Jan 2026 Overdue', '5 Jan 2030', 'No day']);
  const header = page.getByRole('columnheader', { name: 'Next action' });
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(days).toHaveText(['5 Jan 2030', '5 Jan 2026 Overdue', 'No day']);
  await page
    .getByRole('button', { name: /^.*Status/ })
    .first()
    .click();
  await page.locator('.list-box .list-item', { hasText: 'Waiting' }).click();
  await expect(page.getByText('0 referrals')).toBeVisible();
});

test('C9 the file for a calendar has two letters, days and nothing else', async ({ page }) => {
  const { code, services } = await keepClient(page);
  await goTo(page, 'Log');
  await page.locator('.card').getByLabel('Look at it again on').fill('2030-01-05');
  await page.getByRole('button', { name: 'Plan it' }).click();
  const card = page.locator('.card', { hasText: 'Dates for a calendar' });
  await expect(card.getByText(/shows on a locked screen/)).toBeVisible();
  const downloading = page.waitForEvent('download');
  await card.getByRole('button', { name: 'Save the file' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('dates.ics');
  const text = readFileSync(await download.path(), 'utf8');
  const initials = code
    .split(' ')
    .map((word) => word[0]?.toUpperCase())
    .join('');
  const lines = text.split('\r\n');
  expect(
    lines.map((line) =>
      line.replace(/^(UID:)[0-9a-f]{32}$/, '$1*').replace(/^(DTSTAMP:)\d{8}T\d{6}Z$/, '$1*'),
    ),
  ).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Calendar//EN',
    'BEGIN:VEVENT',
    'UID:*',
    'DTSTAMP:*',
    'DTSTART;VALUE=DATE:20300105',
    'DTEND;VALUE=DATE:20300106',
    `SUMMARY:Follow-up ${initials}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
  for (const word of [...code.split(' '), ...services]) expect(text).not.toContain(word);
});
