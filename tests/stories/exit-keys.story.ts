import type { Page } from '@playwright/test';
import { onlyInChromium, TOLD_ONCE } from '../browsers.ts';
import { expect, test } from '../settle.ts';
import { openGuide } from './journey.ts';
import { answerNeutralSite, hasReachedNeutralSite, openResults } from './leaving.ts';

test.beforeEach(async ({ page, context }) => {
  await answerNeutralSite(context);
  await openGuide(page);
});

const shift = (page: Page) => page.keyboard.press('Shift');
const said = (page: Page) => page.locator('#exit-status');
const ONE = 'Press Shift two more times to leave';
const TWO = 'Press Shift one more time to leave';

test('EX-13 three presses of Shift leave, and each before says what is left to do', async ({ page }) => {
  await expect(said(page)).toHaveRole('status');
  await expect(said(page)).toBeEmpty();
  await shift(page);
  await expect(said(page)).toHaveText(ONE);
  await shift(page);
  await expect(said(page)).toHaveText(TWO);
  await shift(page);
  await hasReachedNeutralSite(page);
});

test('EX-13 left and right may be mixed', { tag: TOLD_ONCE }, async ({ page }) => {
  for (const key of ['ShiftRight', 'ShiftLeft']) await page.keyboard.press(key);
  await expect(said(page)).toHaveText(TWO);
  await page.keyboard.press('ShiftRight');
  await hasReachedNeutralSite(page);
});

test('EX-13 left and right may even be pressed together', {
  ...onlyInChromium('WebDriver, by which Firefox is driven, knows one Shift key only'),
}, async ({ page }) => {
  for (const key of ['ShiftLeft', 'ShiftRight']) await page.keyboard.down(key);
  for (const key of ['ShiftLeft', 'ShiftRight']) await page.keyboard.up(key);
  await expect(said(page)).toHaveText(TWO);
  await page.keyboard.press('ShiftLeft');
  await hasReachedNeutralSite(page);
});

test('EX-13 it leaves while she types a search', async ({ page }) => {
  await openResults(page);
  await page.getByRole('searchbox').focus();
  for (let press = 0; press < 3; press++) await shift(page);
  await hasReachedNeutralSite(page);
});

test('EX-13 it leaves from the contact sheet, and says so inside it', async ({ page }) => {
  await openResults(page);
  await page.locator('.card-actions .button').first().click();
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();
  await shift(page);
  await expect(sheet.getByRole('status')).toHaveText(ONE);
  await shift(page);
  await expect(sheet.getByRole('status')).toHaveText(TWO);
  await shift(page);
  await hasReachedNeutralSite(page);
});

test('EX-13 Shift used for something else does not count', async ({ page }) => {
  await openResults(page);
  const search = page.getByRole('searchbox');
  await search.focus();
  const ways: Readonly<Record<string, () => Promise<void>>> = {
    'a capital letter': () => page.keyboard.press('Shift+A'),
    'a step back with Tab': () => page.keyboard.press('Shift+Tab'),
    'a tap while it is held': async () => {
      await page.keyboard.down('Shift');
      await page.locator('#main h1').click();
      await page.keyboard.up('Shift');
    },
    'changing the keyboard with Alt': async () => {
      await page.keyboard.down('Alt');
      for (let press = 0; press < 3; press++) await shift(page);
      await page.keyboard.up('Alt');
    },
  };
  for (const [way, use] of Object.entries(ways)) {
    for (let times = 0; times < 3; times++) await use();
    await expect(said(page), way).toBeEmpty();
    await expect(search, way).toBeVisible();
  }
});

test('EX-13 another key in between begins again', { tag: TOLD_ONCE }, async ({ page }) => {
  for (const key of ['Shift', 'Shift', 'x', 'Shift']) await page.keyboard.press(key);
  await expect(said(page)).toHaveText(ONE);
});

test('EX-13 held down it is one press', async ({ page }) => {
  for (let repeat = 0; repeat < 30; repeat++) await page.keyboard.down('Shift');
  await page.keyboard.up('Shift');
  await expect(said(page)).toHaveText(ONE);
});

test('EX-13 a pause of more than five seconds begins again', { tag: TOLD_ONCE }, async ({ page }) => {
  await page.clock.install();
  await openGuide(page);
  await page.clock.pauseAt(Date.now() + 60_000);
  await shift(page);
  await page.clock.fastForward(4900);
  await shift(page);
  await expect(said(page)).toHaveText(TWO);
  await page.clock.fastForward(5100);
  await expect(said(page)).toBeEmpty();
  await shift(page);
  await expect(said(page)).toHaveText(ONE);
});

test('EX-13 Escape never leaves: it closes what is open, or peels a screen', async ({ page }) => {
  await openResults(page);
  await page.locator('.card-actions .button').first().click();
  await page.getByRole('dialog').waitFor();
  for (let press = 0; press < 5; press++) await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('#main h1')).toBeVisible();
  await expect(page).toHaveURL('/');
});
