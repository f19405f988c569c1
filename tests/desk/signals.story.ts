import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './desk-site.ts';
import { agree, goTo, keepClient, openUnitedKingdom } from './kept-client.ts';

const outbox = (page: Page) => page.locator('.card', { hasText: 'To hand over' });

async function savedFile(page: Page): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download');
  await outbox(page).getByRole('button', { name: 'Save the file' }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** The Monday of the week, as the file may tell it; the day itself it must not. */
function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

test('C10 one tap after an outcome tells the directory, letter by letter what was shown, and nothing of the client', async ({
  page,
  site,
}) => {
  // A Thursday, so that the day and its week differ.
  await page.clock.setFixedTime('2026-12-03T12:00:00Z');
  const { code, services } = await keepClient(page, 'Arabic', openUnitedKingdom);
  await goTo(page, 'Client');
  await page.locator('#main textarea').first().fill('marmalade zebra');
  await agree(page);
  await page.getByLabel('Look at it again on').fill('2026-12-24');
  await page.getByRole('button', { name: 'They are full' }).click();
  const offer = page.locator('.signal-offer');
  await offer.getByText('What the file says, word for word').click();
  const before = await offer.locator('pre').textContent();
  const requests = site.seen.length;
  await offer.getByRole('button', { name: 'Send later: They are full' }).click();
  await expect(offer.getByRole('status')).toHaveText(/^It waits under "To hand over"/);
  await goTo(page, 'Log');
  await expect(outbox(page).getByText(/^No server takes this yet/)).toBeVisible();
  const preview = await outbox(page).locator('pre').textContent();
  const { name, text } = await savedFile(page);
  expect(preview).toBe(text);
  expect(before).toBe(text);
  expect(name).toBe('notes.json');
  expect(site.seen.length).toBe(requests);
  const { type, version, signals } = JSON.parse(text);
  expect([type, version]).toEqual(['waypost-signals', 1]);
  expect(signals).toEqual([
    { listing_id: expect.stringMatching(/^[0-9a-f-]{36}$/), signal: 'full', week_of: mondayOf('2026-12-03') },
  ]);
  for (const canary of [
    ...code.split(' '),
    ...services,
    '2026-12-03',
    '2026-12-24',
    'Arabic',
    '"ar"',
    'marmalade',
    'client',
  ])
    expect(text).not.toContain(canary);
});

test('C10 what was found out of a service is told from its page and from the log, and can be taken out again', async ({
  page,
}) => {
  await keepClient(page, 'Arabic', openUnitedKingdom);
  await page.locator('.row-name').first().click();
  const offer = page.locator('.signal-offer');
  await expect(offer.getByRole('button')).toHaveText([
    'Send later: The number is dead',
    'Send later: The hours are wrong',
  ]);
  await offer.getByRole('button', { name: 'Send later: The number is dead' }).click();
  await goTo(page, 'Log');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.getByRole('button', { name: /^Move: / }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send later: The hours are wrong' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(outbox(page).getByRole('heading', { level: 2 })).toHaveText('To hand over 2');
  await expect(outbox(page).locator('pre')).toHaveText(/number-dead[\s\S]*wrong-hours/);
  await outbox(page)
    .getByRole('button', { name: /^Remove: The number is dead/ })
    .click();
  await expect(outbox(page).locator('pre')).not.toHaveText(/number-dead/);
  await outbox(page).getByRole('button', { name: 'Empty this list' }).click();
  await expect(outbox(page).getByText('Nothing waits.')).toBeVisible();
});

test('C15 C10 what is told in practice waits apart, and leaves what really waits as it was', async ({
  page,
}) => {
  await keepClient(page, 'Arabic', openUnitedKingdom);
  await page.locator('.row-name').first().click();
  const offer = page.locator('.signal-offer');
  await offer.getByRole('button', { name: 'Send later: The number is dead' }).click();
  await goTo(page, 'Lists');
  await page.locator('#main table .button-quiet').last().click();
  await page.locator('.tour .button-quiet').last().click();
  await page.locator('#needs').click();
  await page.locator('.list-box .list-item').nth(4).click();
  await page.keyboard.press('Escape');
  await page.locator('.row-name').first().click();
  await offer.getByRole('button', { name: 'Send later: The hours are wrong' }).click();
  await goTo(page, 'Log');
  await expect(outbox(page).locator('pre')).not.toHaveText(/number-dead/);
  await page.getByRole('button', { name: 'End practice' }).click();
  await goTo(page, 'Log');
  await expect(outbox(page).locator('pre')).toHaveText(/number-dead/);
  await expect(outbox(page).locator('pre')).not.toHaveText(/wrong-hours/);
});
