import type { Page } from '@playwright/test';
import { expect, openSampleCity, test } from './desk-site.ts';
import { agree, goTo, keepClient } from './kept-client.ts';

const CALL = '.big-number, a[href^="tel:"], .script, .outcomes';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const goOn = (page: Page) => page.getByRole('button', { name: 'Keep this and go on' });

test('C6 nobody who is not kept is called about, and the screen says why', async ({ page }) => {
  await openSampleCity(page);
  await goTo(page, 'Call together');
  await expect(page.getByText('Keep the client first, under a code.')).toBeVisible();
  await expect(page.locator(CALL)).toHaveCount(0);
});

test('C6 a service that is still being looked up is never called missing', async ({ page }) => {
  await keepClient(page);
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => {
      for (const one of document.querySelectorAll('#together-step ~ p')) seen.add(one.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await goTo(page, 'Call together');
  await expect(page.getByText('To whom:')).toContainText('(sample)');
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen.join('\n')).toContain('(sample)');
  expect(seen.join('\n')).not.toContain('A service that no list here has any more');
});

test('C6 nothing is there before the client agreed, and what is missing is said field by field', async ({
  page,
}) => {
  await keepClient(page);
  await goTo(page, 'Call together');
  await expect(page.getByText('The client has not agreed to anything with this service yet.')).toBeVisible();
  await expect(page.locator(CALL)).toHaveCount(0);

  // An end is suggested, and required.
  const until = page.getByLabel('Until when');
  await expect(until).toHaveValue(inDays(30));
  await until.fill('');
  await goOn(page).click();
  await expect(page.getByRole('group', { name: 'What may be said' })).toHaveAccessibleDescription(
    'Choose at least one thing that may be said.',
  );
  await expect(until).toHaveAccessibleDescription(/Give a last day\.$/);
  const agreed = page.getByRole('checkbox', { name: 'The client agreed.' });
  await expect(agreed).toHaveAccessibleDescription("Without the client's yes nothing goes on.");
  await expect(page.locator(CALL)).toHaveCount(0);

  for (const [day, words] of [
    [inDays(-1), /That day is over/],
    [inDays(366), /That is too long\. Choose \d+ \w+ \d{4} at the latest\.$/],
  ] as const) {
    await until.fill(day);
    await goOn(page).click();
    await expect(until).toHaveAccessibleDescription(words);
  }

  // Everything but the yes is still nothing.
  await until.fill(inDays(7));
  await page.locator('.check', { hasText: 'What they need' }).click();
  await goOn(page).click();
  await expect(agreed).toHaveAccessibleDescription("Without the client's yes nothing goes on.");
  await expect(page.locator(CALL)).toHaveCount(0);

  await page.locator('.check', { hasText: 'The client agreed.' }).click();
  await goOn(page).click();
  await expect(page.locator('#together-step')).toBeFocused();
  // What a call leaves behind is said before the number is shown.
  const number = page.locator('.big-number').first();
  await expect(number).toHaveText(/^\+?\d+( \d+)+$/);
  const order = await page
    .locator('.card', { has: number })
    .locator('.notice, .big-number')
    .allTextContents();
  expect(order[0]).toMatch(/^The number stays in the call list/);

  // For this service and no other.
  await page.getByRole('button', { name: /Service to call/ }).click();
  await page.locator('.list-box .list-item').nth(1).click();
  await expect(page.getByText('The client has not agreed to anything with this service yet.')).toBeVisible();
  await expect(page.locator(CALL)).toHaveCount(0);
});

test('C6 the script stands in two languages side by side, and says only what was agreed', async ({
  page,
}) => {
  await keepClient(page);
  await agree(page);
  const yours = page.locator('[data-script=yours] [lang=en][dir=ltr]');
  const theirs = page.locator('[data-script=theirs] [lang=ar][dir=rtl]');
  for (const script of [yours, theirs]) {
    await expect(script.locator('ol > li')).toHaveCount(5);
    await expect(script.locator('ul > li')).toHaveCount(2);
  }
  await expect(yours.locator('ul > li')).toHaveText([
    /^What they need: Safe house/,
    /^Languages they speak: Arabic$/,
  ]);
  await expect(theirs.locator('ul > li')).toHaveText([/^ما يحتاج إليه: /, /^اللغات التي يتكلمها: العربية$/]);
  const [left, right] = [await yours.boundingBox(), await theirs.boundingBox()];
  expect(left?.y).toBe(right?.y);
  // Of what was agreed alone is there anything to choose from.
  const facts = page.getByRole('group', { name: 'Say these two first' });
  await expect(facts.getByRole('checkbox')).toHaveCount(2);
});

test('C6 an agreement that is taken back stops the call at once', async ({ page }) => {
  await keepClient(page);
  await agree(page);
  await page.getByRole('button', { name: 'The client takes it back' }).click();
  await expect(page.getByText(/^The client took it back on/)).toBeVisible();
  await expect(page.locator(CALL)).toHaveCount(0);
  await expect(page.locator('#together-step')).toBeFocused();
});

test('C6 an agreement that has ended stops the call, also on a screen that is left open', async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-12-01T23:59:30Z');
  await keepClient(page);
  await goTo(page, 'Call together');
  await page.getByLabel('Until when').fill('2026-12-01');
  await agree(page);
  await page.clock.setFixedTime('2026-12-02T00:00:10Z');
  await page.getByRole('button', { name: 'They said yes' }).click();
  await expect(page.locator('.card', { hasText: 'What came of it' }).getByRole('alert')).toHaveText(
    'What the client agreed to ended on 1 Dec 2026. Ask again.',
  );
  await expect(page.locator('.notice', { hasText: 'ended on 1 Dec 2026' })).toBeVisible();
  await expect(page.locator(CALL)).toHaveCount(0);
  await goTo(page, 'Log');
  await expect(page.getByText('0 referrals')).toBeVisible();
});

test('C6 what came of the call is written into the log, and can be undone', async ({ page }) => {
  const { code } = await keepClient(page);
  await agree(page);
  await page.getByRole('button', { name: /Why they said no/ }).click();
  await page.locator('.list-box .list-item', { hasText: 'Language' }).click();
  await page.getByRole('button', { name: 'They said no', exact: true }).click();
  await expect(page.getByText('Written down: They said no')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'On a waiting list' }).click();
  await page.getByRole('button', { name: 'See the log' }).click();
  const column = page.locator('.board-column', { hasText: code });
  await expect(column).toHaveCount(1);
  await expect(column.getByRole('heading')).toHaveText('Waiting 1');
  await column.getByRole('button', { name: /^Move/ }).click();
  await expect(page.getByRole('dialog').locator('ol > li')).toHaveText([
    /^Planned/,
    /^Contacted.*We called together$/,
    /^Waiting/,
  ]);
});
