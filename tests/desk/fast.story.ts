import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { generateSampleListings } from '../../src/cli/sample-city/generate.ts';
import { DESK_HEADERS } from '../../src/cli/security-headers.ts';
import type { IndexFile } from '../../src/pack/signed-index.ts';
import { expect, hasLeft, isKept, openSampleCity, test, typeAndChoose } from './desk-site.ts';

const rowsOf = (page: Page) => page.getByRole('grid', { name: 'Services', exact: true }).getByRole('row');
const boxesOf = (page: Page) => rowsOf(page).locator('.check');
const chosenOf = (page: Page) => page.locator('.row[data-selected]');
const shortlistOf = (page: Page) => page.locator('.shortlist-item');
const toastOf = (page: Page) => page.locator('.toast');
const LONGER_THAN_A_TOAST = 10_500;

async function findRefuges(page: Page): Promise<void> {
  await openSampleCity(page);
  await page.keyboard.press('n');
  await typeAndChoose(page, 'Safe house');
  await expect(rowsOf(page).nth(5)).toBeVisible();
}

/** More than are drawn at once. */
async function findAll(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.insertText('sample');
  await expect(page.locator('.rows-long .row').nth(1)).toBeVisible();
}

test('C13 everything is to be had by its name, from wherever somebody types; Escape only closes', async ({
  page,
  site,
}) => {
  await openSampleCity(page);
  await page.keyboard.press('/');
  await page.keyboard.type('house');
  const before = site.seen.length;
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  await expect(dialog.getByText('Leave now')).toBeVisible();
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await expect(dialog.getByRole('menuitem', { name: /^New client/ }).locator('kbd')).toHaveText('n');
  // While it is open a letter is a letter.
  await page.keyboard.type('n');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('#words')).toBeFocused();
  await expect(page.locator('#words')).toHaveValue('house');
  expect(page.url()).toBe(`${site.origin}/`);

  for (const [typed, shown] of [
    ['go to: compare', page.getByRole('heading', { name: 'Compare services' })],
    ['go to: lists', page.getByRole('heading', { name: 'Lists on this device' })],
    // With its choices open: the rest of the page is hidden from assistive technology then.
    ['new client', page.locator('#needs:focus')],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    await expect(dialog.getByRole('menuitem')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(shown).toBeVisible();
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type('español');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  expect(site.seen.slice(before).filter(({ url }) => !url.startsWith('/assets/'))).toEqual([]);
});

test('EX-13 three presses of Shift leave from among the commands too', async ({ page, context }) => {
  await openSampleCity(page);
  await isKept(page);
  await context.setOffline(true);
  await page.keyboard.press('Control+k');
  await expect(page.locator('.palette')).toBeVisible();
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
  await hasLeft(page);
});

test('C13 what is typed right after a key goes into the field that the key leads to', async ({ page }) => {
  await openSampleCity(page);
  for (const [key, id] of [
    ['n', 'needs'],
    ['/', 'words'],
    ['m', 'results-title'],
  ] as const) {
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    // Before the next frame: a fast typist on a slow machine is there sooner.
    const focused = await page.evaluate((key) => {
      (document.activeElement as HTMLElement).blur();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      return document.activeElement?.id;
    }, key);
    expect(focused).toBe(id);
    await page.keyboard.press('Escape');
  }
});

test('C13 Shift chooses all between, with the pointer and with the keyboard, and never leaves', async ({
  page,
}) => {
  await findRefuges(page);
  await boxesOf(page).nth(0).click();
  for (const at of [3, 4, 5])
    await boxesOf(page)
      .nth(at)
      .click({ modifiers: ['Shift'] });
  await expect(chosenOf(page)).toHaveCount(6);
  await page.getByRole('button', { name: 'Choose none' }).click();
  await expect(chosenOf(page)).toHaveCount(0);

  await rowsOf(page).nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(chosenOf(page)).toHaveCount(3);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(chosenOf(page)).toHaveCount(2);
});

test('C13 many are put on the shortlist at once, and taken off again by keyboard', async ({ page }) => {
  await findRefuges(page);
  await boxesOf(page).nth(0).click();
  await boxesOf(page)
    .nth(4)
    .click({ modifiers: ['Shift'] });
  const add = page.getByRole('button', { name: 'Put on the shortlist (5)' });
  await add.focus();
  await page.keyboard.press('Enter');
  await expect(shortlistOf(page)).toHaveCount(5);
  await expect(toastOf(page)).toContainText('Put on the shortlist: 5');
  // It is said, and takes no focus.
  await expect(page.locator('[role=status]', { has: toastOf(page) })).toHaveCount(1);
  expect(await page.evaluate(() => document.activeElement?.closest('.toast') !== null)).toBe(false);
  await page.keyboard.press('z');
  await expect(shortlistOf(page)).toHaveCount(0);
  await expect(toastOf(page)).toHaveCount(0);
});

test('C13 AX-2 what is done with all that is chosen stays in sight, over no tab, and nothing has the focus under it', async ({
  page,
}) => {
  await openSampleCity(page);
  await findAll(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.locator('.bulk')).toBeInViewport({ ratio: 1 });
  const covered = await page.locator('.bar-ways').evaluate((bar) =>
    [...bar.querySelectorAll('button')]
      .filter((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return [0.1, 0.5, 0.9].some(
          (part) => !button.contains(document.elementFromPoint(left + width * part, top + height / 2)),
        );
      })
      .map(({ textContent }) => textContent),
  );
  expect(covered).toEqual([]);

  // Upwards, where whatever is next comes into sight at the top.
  await rowsOf(page).first().focus();
  for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowDown');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  for (let press = 0; press < 8; press++) {
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.evaluate(topOfFocus)).toBe('in sight');
  }
});

/** Runs in the page. */
function topOfFocus(): string {
  const focused = document.activeElement;
  const { left, top, width } = focused?.getBoundingClientRect() ?? new DOMRect();
  const there = document.elementFromPoint(left + width / 2, top + 4);
  return focused?.contains(there) ? 'in sight' : `under ${there?.className}`;
}

test('C13 a press that follows a scroll at once is not lost', async ({ page }) => {
  await openSampleCity(page);
  await findAll(page);
  const list = page.getByRole('grid', { name: 'Services', exact: true });
  await list.scrollIntoViewIfNeeded();
  const isPressedAt = await list.evaluate(async (grid) => {
    grid.scrollTop += 40;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const { left, top, width, height } = grid.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 3)?.closest('.row') !== null;
  });
  expect(isPressedAt).toBe(true);
});

test('C13 an emptied shortlist can be taken back for ten seconds, longer by whoever is there, and later by name', async ({
  page,
}) => {
  await page.clock.install();
  await findRefuges(page);
  for (const at of [0, 1]) await rowsOf(page).nth(at).locator('.button-quiet').click();
  await expect(shortlistOf(page)).toHaveCount(2);
  const names = await shortlistOf(page).allTextContents();
  const empty = page.getByRole('button', { name: 'Empty the shortlist' });
  await empty.click();
  await expect(shortlistOf(page)).toHaveCount(0);
  await toastOf(page).getByRole('button', { name: 'Undo' }).focus();
  await page.clock.fastForward(LONGER_THAN_A_TOAST);
  await expect(toastOf(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(shortlistOf(page)).toHaveText(names);

  await empty.click();
  await toastOf(page).hover();
  await page.clock.fastForward(LONGER_THAN_A_TOAST);
  await expect(toastOf(page)).toBeVisible();
  await page.mouse.move(600, 20);
  await page.clock.fastForward(LONGER_THAN_A_TOAST);
  await expect(toastOf(page)).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('undo');
  await page.keyboard.press('Enter');
  await expect(shortlistOf(page)).toHaveText(names);
});

test('C13 a form that one key emptied is there again', async ({ page }) => {
  await findRefuges(page);
  const found = await page.locator('#results-title').textContent();
  await page.locator('h1').click();
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(0);
  await toastOf(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('#results-title')).toHaveText(String(found));
});

test('C13 of thousands the list says how many there are, where a row stands, and what it leaves out', async ({
  page,
  site,
}) => {
  const listings = generateSampleListings(3000, 20261129);
  await site.publish([{ id: 'sample', kind: 'sample', name: 'Sample City', listings }]);
  // The desk knows the short list that it was built with, until that is gone and it looks for a newer one.
  const { regions } = JSON.parse(readFileSync('dist/casework/data/index.json', 'utf8')) as IndexFile;
  site.answer(`/data/${regions.find(({ id }) => id === 'sample')?.path}`, (_request, response) => {
    response.writeHead(404, DESK_HEADERS).end();
  });
  await openSampleCity(page);
  await page.keyboard.press('/');
  await page.keyboard.insertText('sample');
  const grid = page.getByRole('grid', { name: 'Services', exact: true });
  await expect(page.getByText('Only the first 2000 services are shown.')).toBeVisible();
  const shown = Number((await page.locator('#results-title').textContent())?.replace(/\D/g, ''));
  expect(shown).toBeGreaterThan(1000);
  await expect(grid).toHaveAttribute('aria-rowcount', String(shown));
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
  await expect(grid.getByRole('row').first()).toHaveAttribute('aria-rowindex', '1');
  await grid.getByRole('row').first().focus();
  await page.keyboard.press('End');
  await expect(grid.getByRole('row').last()).toHaveAttribute('aria-rowindex', String(shown));
  await expect(grid.getByRole('row').last()).toBeFocused();
});
