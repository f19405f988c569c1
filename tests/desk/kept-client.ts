import type { Page } from '@playwright/test';
import { expect, openSampleCity, typeAndChoose } from './desk-site.ts';

const PASSPHRASE = 'orbit candle meadow violin paper';

export interface Kept {
  /** The two words of the client's code. */
  readonly code: string;
  /** The names of the services on the shortlist. */
  readonly services: readonly string[];
}

/** A client who is kept, needs a safe house, speaks a language, and has two services on the shortlist. By place and class. */
export async function keepClient(page: Page, language = 'Arabic', list = openSampleCity): Promise<Kept> {
  await list(page);
  const panel = page.locator('.panel-clients');
  await panel.locator('button').first().click();
  for (const at of [0, 1]) await panel.locator('input').nth(at).fill(PASSPHRASE);
  await panel.locator('.button').click();
  await panel.locator('.client-list').waitFor({ state: 'attached' });
  await panel.locator('.actions button').first().click();
  await expect(panel.locator('.client-words')).toHaveCount(1);
  await page.locator('#needs').evaluate((field) => field.scrollIntoView({ block: 'center' }));
  await page.locator('#needs').click();
  await page.locator('.list-box .list-item').nth(4).click();
  await page.keyboard.press('Escape');
  if (language !== '') {
    await page.locator('.form input[type=text], .form .combo input').nth(1).focus();
    await typeAndChoose(page, language);
  }
  const rows = page.locator('.rows').first().locator('.row');
  await rows.nth(1).waitFor();
  for (const at of [0, 1]) await rows.nth(at).locator('.button-quiet').click();
  await expect(page.locator('.shortlist-item bdi')).toHaveCount(2);
  return {
    code: (await panel.locator('.client-words').textContent()) ?? '',
    services: await page.locator('.shortlist > li > span:first-child').allTextContents(),
  };
}

/** A real list: of practice the directory is told nothing (C15). By its place. */
export async function openUnitedKingdom(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('#main table .button-quiet').first().click();
  await page.locator('#needs').waitFor();
}

/** As on another day: what is kept is opened again, and the first client taken up. */
export async function openAgain(page: Page): Promise<void> {
  await page.reload();
  const panel = page.locator('.panel-clients');
  await panel.locator('input').fill(PASSPHRASE);
  await panel.locator('.button').click();
  await panel.locator('.client-button').first().click();
}

export async function goTo(page: Page, screen: string): Promise<void> {
  await page.locator('.bar-nav').getByRole('button', { name: screen, exact: true }).click();
}

/** The client agrees that what they need and which languages they speak is said to the first service. */
export async function agree(page: Page): Promise<void> {
  await goTo(page, 'Call together');
  const card = page.locator('.card').first();
  for (const item of ['What they need', 'Languages they speak', 'The client agreed.'])
    await card.locator('.check', { hasText: item }).click();
  await card.getByRole('button', { name: 'Keep this and go on' }).click();
  await page.locator('.big-number').first().waitFor();
}
