import type { Page } from '@playwright/test';
import { expect, isKept, test, typeAndChoose } from './desk-site.ts';

const rowsOf = (page: Page) => page.getByRole('grid', { name: 'Services', exact: true }).getByRole('row');
const namesOf = (page: Page) => rowsOf(page).locator('.row-name').allTextContents();
const NEED = 'Free legal advice';

async function get(page: Page, name: RegExp): Promise<void> {
  await page.locator('.bar-tab').filter({ hasText: 'Lists' }).click();
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { name: 'Match a client' })).toBeVisible();
}

async function alsoSearch(page: Page, name: RegExp): Promise<void> {
  await page.locator('.bar-tab').filter({ hasText: 'Lists' }).click();
  await page.locator('tr', { hasText: name }).locator('.check').click();
  await page.locator('.bar-tab').first().click();
}

async function openBoth(page: Page): Promise<void> {
  await page.goto('/');
  await get(page, /^Get Kenya/);
  await get(page, /^Get United Kingdom/);
  await alsoSearch(page, /Kenya/);
}

test('C14 two lists are searched together: rows say which, in one order, whichever was chosen first', async ({
  page,
}) => {
  await openBoth(page);
  await page.locator('#needs').focus();
  await typeAndChoose(page, NEED);
  await expect(rowsOf(page).filter({ hasText: 'Kenya' }).first()).toBeVisible();
  await expect(rowsOf(page).filter({ hasText: 'United Kingdom' }).first()).toBeVisible();
  await expect(rowsOf(page).locator('.row-region', { hasText: 'National line' }).first()).toBeVisible();
  await expect(page.locator('.row-region')).toHaveCount(await rowsOf(page).count());
  const both = await namesOf(page);
  expect(new Set(both).size).toBeGreaterThan(1);

  // The other way round, as after a start with both lists.
  await page.reload();
  await page.locator('#needs').focus();
  await typeAndChoose(page, NEED);
  await expect(async () => expect(await namesOf(page)).toEqual(both)).toPass();
});

test('C14 C15 switching lists loses nothing of the client, and practice waits apart', async ({ page }) => {
  await openBoth(page);
  await page.locator('#needs').focus();
  await typeAndChoose(page, NEED);
  await rowsOf(page).first().locator('.button-quiet').click();
  const shortlist = page.locator('.shortlist-item');
  const kept = await shortlist.allTextContents();
  expect(kept).toHaveLength(1);
  await page.locator('.bar-tab').filter({ hasText: 'Lists' }).click();
  await page.getByRole('button', { name: 'Work with it: Kenya' }).click();
  await expect(page.locator('.tag')).toHaveText([NEED]);
  await expect(page.locator('.row-region')).toHaveCount(0);
  expect(await shortlist.allTextContents()).toEqual(kept);

  await get(page, /^Get Sample City/);
  await expect(page.getByText('Practice: made-up services.')).toBeVisible();
  await expect(page.locator('.tag')).toHaveCount(0);
  await expect(shortlist).toHaveCount(0);
  await page.locator('#needs').focus();
  await typeAndChoose(page, NEED);
  await rowsOf(page).first().locator('.button-quiet').click();
  await expect(page.locator('.row-region')).toHaveCount(0);
  await page.getByRole('button', { name: 'End practice' }).click();
  await expect(page.getByText('Practice: made-up services.')).toHaveCount(0);
  expect(await shortlist.allTextContents()).toEqual(kept);
  await expect(page.locator('.tag')).toHaveText([NEED]);
});

test('C14 without a network it says from when which lists are', async ({ page, site, context }) => {
  await openBoth(page);
  await isKept(page);
  await site.close();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText(/^Offline\. The lists are from .*\. United Kingdom, Kenya/)).toBeVisible();
  await page.locator('#needs').focus();
  await typeAndChoose(page, NEED);
  await expect(rowsOf(page).filter({ hasText: 'Kenya' }).first()).toBeVisible();
});

test('C15 the tour has five steps, is closed at any of them, and is found again', async ({ page }) => {
  await page.goto('/');
  await get(page, /^Get Sample City/);
  const tour = page.locator('.tour');
  await expect(tour).toContainText('Step 1 of 5: Match');
  // It comes without taking the focus, and no time passes by itself.
  expect(await page.evaluate(() => document.activeElement?.closest('.tour') !== null)).toBe(false);
  for (const title of ['Reasons', 'Shortlist', 'Sheet', 'Lock']) {
    await tour.getByRole('button', { name: 'Next' }).click();
    await expect(tour.getByRole('heading')).toContainText(title);
    await expect(tour.getByRole('heading')).toBeFocused();
  }
  await tour.getByRole('button', { name: 'Close the tour' }).click();
  await expect(tour).toHaveCount(0);
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Show the tour' }).click();
  await expect(tour).toContainText('Step 1 of 5');
  await tour.getByRole('button', { name: 'Close' }).click();
  await expect(tour).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tour');
  await page.keyboard.press('Enter');
  await expect(tour).toContainText('Step 1 of 5');
  await page.locator('.bar-tab').nth(1).click();
  await expect(tour).toContainText('Step 1 of 5');
});
