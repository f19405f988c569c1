import type { Page } from '@playwright/test';
import { TOLD_ONCE } from '../browsers.ts';
import { appIsReady, chooseRegion, chooseTile, isKeptOnPhone, openGuide, tab, typeInto } from './journey.ts';
import { answerNeutralSite, hasReachedNeutralSite, leaveControl } from './leaving.ts';
import { expect, test } from './own-site.ts';

// A saved list that she keeps on purpose, locked with words that only she knows (TR-13, TR-14).

const WORDS = 'copper lamp seven rivers quiet door';

async function saveOne(page: Page): Promise<string> {
  await openGuide(page);
  await isKeptOnPhone(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  const card = page.locator('.card').first();
  await card.locator('.button-quiet').first().click();
  const name = await card.locator('.card-name').innerText();
  await tab(page, 1);
  return name;
}

const field = (page: Page) => page.getByLabel('Your words');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function keepIt(page: Page): Promise<void> {
  await button(page, 'Keep this list on this phone').click();
  await typeInto(field(page), WORDS);
  await button(page, 'Keep it').click();
  await expect(page.getByText('This list is kept on this phone')).toBeVisible();
}

async function comeBack(page: Page): Promise<void> {
  await page.reload();
  await appIsReady(page);
  await tab(page, 1);
  await expect(page.getByText('A list is kept here. It is locked.')).toBeVisible();
  await expect(page.locator('.card')).toHaveCount(0);
}

async function openWith(page: Page, words: string): Promise<void> {
  await typeInto(field(page), words);
  await button(page, 'Open').click();
}

test('TR-14 before it is kept she is told that there is no way back, and may paste what she likes', {
  tag: TOLD_ONCE,
}, async ({ page }) => {
  await saveOne(page);
  await button(page, 'Keep this list on this phone').click();
  const step = page.locator('#main .notice');
  await expect(step).toContainText('If you forget the words, nobody can open the list. Not even us.');
  await expect(step).toContainText('Six words');
  await expect(step).toContainText('12 letters or more');
  await typeInto(field(page), 'short');
  await expect(step).toContainText('Someone may guess them.');
  await typeInto(field(page), '');
  await button(page, 'Keep it').click();
  await expect(step).toContainText('Type your words first.');
  const pasted = await field(page).evaluate((input, words) => {
    input.focus();
    document.execCommand('insertText', false, words);
    return (input as HTMLInputElement).value;
  }, WORDS);
  expect(pasted).toBe(WORDS);
  await expect(field(page)).toHaveAttribute('type', 'text');
  await expect(field(page)).toHaveAttribute('autocomplete', 'off');
});

test('TR-13 kept on purpose it needs its words again, takes what is added, and can be deleted', async ({
  page,
}) => {
  const name = await saveOne(page);
  await keepIt(page);
  await comeBack(page);
  await openWith(page, WORDS);
  await expect(page.locator('.card-name')).toHaveText([name]);
  await tab(page, 0);
  await chooseTile(page, 'legal');
  await page.locator('.card').first().waitFor();
  await page.locator('.card .button-quiet[aria-pressed=false]').first().click();
  await tab(page, 1);
  await expect(page.locator('.card')).toHaveCount(2);
  await comeBack(page);
  await openWith(page, WORDS);
  await expect(page.locator('.card')).toHaveCount(2);
  await button(page, 'Delete the kept list').click();
  await button(page, 'Yes, erase it').click();
  await expect(page.getByText('This list disappears when you close')).toBeVisible();
  await page.reload();
  await appIsReady(page);
  await tab(page, 1);
  await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
});

test('TR-14 wrong words cost their time, say nothing, and leave no count behind', async ({ page }) => {
  await saveOne(page);
  await keepIt(page);
  await comeBack(page);
  const rows = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const open = indexedDB.open('guide');
          open.onsuccess = () => {
            const all = open.result.transaction('kept').objectStore('kept').getAll();
            all.onsuccess = () => {
              open.result.close();
              resolve(
                JSON.stringify(all.result, (_key, value: unknown) =>
                  value instanceof Uint8Array ? [...value] : value,
                ),
              );
            };
          };
        }),
    );
  const before = await rows();
  for (let attempt = 0; attempt < 11; attempt++) {
    await openWith(page, `wrong ${attempt}`);
    await expect(page.getByText('It did not open.')).toBeVisible();
  }
  expect(await rows()).toBe(before);
  await openWith(page, WORDS);
  await expect(page.locator('.card')).toHaveCount(1);
});

test('TR-13 it locks by itself: untouched for five minutes, a minute in the background, on leaving', async ({
  page,
  context,
}) => {
  await answerNeutralSite(context);
  await page.clock.install();
  await saveOne(page);
  await keepIt(page);
  await page.clock.fastForward(4 * 60_000);
  await page.mouse.click(5, 300);
  await page.clock.fastForward(4 * 60_000);
  await expect(page.locator('.card')).toHaveCount(1);
  await page.clock.fastForward(61_000);
  await expect(page.getByText('A list is kept here. It is locked.')).toBeVisible();
  await expect(page.locator('.card')).toHaveCount(0);
  await openWith(page, WORDS);
  await expect(page.locator('.card')).toHaveCount(1);
  const become = (state: DocumentVisibilityState) =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await become('hidden');
  await page.clock.fastForward(61_000);
  await become('visible');
  await expect(page.getByText('A list is kept here. It is locked.')).toBeVisible();
  await openWith(page, WORDS);
  await expect(page.locator('.card')).toHaveCount(1);
  await leaveControl(page).click();
  await hasReachedNeutralSite(page);
  await page.goto('/');
  await appIsReady(page);
  await tab(page, 1);
  await expect(page.getByText('A list is kept here. It is locked.')).toBeVisible();
});

test('TR-15 no second passphrase is offered as a protection', async ({ page }) => {
  await saveOne(page);
  await button(page, 'Keep this list on this phone').click();
  await expect(page.locator('#main .notice input')).toHaveCount(1);
  await expect(page.locator('#main .notice .button, #main .notice .button-quiet')).toHaveCount(2);
});
