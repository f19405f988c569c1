import { screensFor } from '../../src/desk/volunteer/screen-names.ts';
import { loseNetwork } from '../stories/journey.ts';
import { changeNumber } from './change-number.ts';
import { expect, openDesk, test } from './desk-page.ts';

// What a browser does with the desk, whatever the desk shows: keeps it, keeps what is done, leaves it, remembers an address.
// So these are told in Firefox too; all else of the volunteers' desk is told once.

const TOKEN = 'made-up-token-of-a-one-time-link-0123456789';

test('V1 without a network the next card comes with the same frame, and every answer is kept, also "can’t tell"', async ({
  page,
  context,
  server,
}) => {
  await openDesk(page);
  await expect(page.locator('.deck-card')).toBeVisible();
  const getNetworkBack = await loseNetwork(context, server.site);
  const seen: string[] = [];
  for (const answer of ['Still right', 'Can’t tell', 'Skip']) {
    seen.push(await page.locator('.asked').innerText());
    const isNextInFrame = await page.evaluate(async (label) => {
      const before = document.querySelector('.deck-card')?.textContent;
      const button = [...document.querySelectorAll<HTMLElement>('.answer')].find(
        (one) => one.innerText === label,
      );
      button?.click();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return document.querySelector('.deck-card')?.textContent !== before;
    }, answer);
    expect(isNextInFrame, answer).toBe(true);
  }
  await expect(page.locator('.foot-tabs')).toContainText('Outbox (3)');
  await page.reload();
  await expect(page.locator('.foot-tabs')).toContainText('Outbox (3)');
  await getNetworkBack();
  await expect
    .poll(() => server.checks.map(({ answer }) => answer).sort())
    .toEqual(['cannot-tell', 'skipped', 'still-right']);
  await expect(page.locator('.foot-tabs')).not.toContainText('(');
});

test('V8 an edit leaves the device only when the server has it: a refusal stays with its reason, and is sent again', async ({
  page,
  server,
}) => {
  await openDesk(page);
  server.refusesWith = 'failed';
  await changeNumber(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: /^Outbox/ }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.locator('.entry .notice').first()).toContainText('The server had a problem');
  await page.reload();
  await page.getByRole('button', { name: /^Outbox/ }).click();
  await expect(page.locator('.entry')).toHaveCount(3);
  server.refusesWith = null;
  // The desk may have tried again by itself a moment before.
  const isSent = page.getByText('Everything is with the server.');
  await page.getByRole('button', { name: 'Send now' }).or(isSent).first().click();
  await expect(page.getByText('Everything is with the server.')).toBeVisible();
  expect(server.edits).toHaveLength(1);
});

test('SV-2 a link that is opened over the open desk is taken out of the address as well', async ({
  page,
  server,
}) => {
  server.session = { ...server.session, me: null };
  await page.goto('/');
  await expect(page.getByText('I have lost my passkey')).toBeVisible();
  await page.goto(`/#${TOKEN}`);
  await expect(page.getByRole('button', { name: 'Make a passkey here' })).toBeVisible();
  expect(page.url()).toBe(`${server.origin}/`);
});

test('EX-2 EX-5 from every screen one tap leaves for the cover, by one address without any entry of its own', async ({
  page,
  context,
  server,
}) => {
  await openDesk(page);
  // Browsers count their own first page differently.
  const entries = await page.evaluate(() => history.length);
  for (const [at] of screensFor(['contributor']).entries()) {
    await page.locator('.bar-tab').nth(at).click();
    await expect(page.locator('.exit-bar')).toBeInViewport({ ratio: 1 });
    expect(page.url().replace(/^.*:\d+/, '')).toBe('/');
  }
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.locator('.bar-urgent').click();
  await expect(page.locator('dialog .exit')).toBeInViewport();
  // So that the cover is where it ends: nothing outside can be reached.
  await loseNetwork(context, server.site);
  await page.locator('dialog .exit').click();
  await expect(page).toHaveURL(/\/cover\/$/);
});
