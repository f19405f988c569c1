import { giveAuthenticator } from './authenticator.ts';
import { expect, openDesk, test } from './desk-page.ts';

const TOKEN = 'made-up-token-of-a-one-time-link-0123456789';

test('SV-2 a one-time link makes a passkey that waits for a coordinator; its token is out of the address at once and kept nowhere', async ({
  page,
  server,
}) => {
  server.session = { ...server.session, me: null };
  await giveAuthenticator(page);
  await page.goto(`/#${TOKEN}`);
  await expect(page.getByRole('button', { name: 'Make a passkey here' })).toBeVisible();
  expect(page.url()).toBe(`${server.origin}/`);
  expect(await page.evaluate(() => [history.length, history.state])).toEqual([2, null]);
  await page.getByRole('button', { name: 'Make a passkey here' }).click();
  await expect(page.getByText('Now a coordinator has to approve it.')).toBeVisible();
  expect(server.tokens).toEqual([TOKEN]);
  const kept = await page.evaluate(async () => JSON.stringify(await indexedDB.databases()));
  expect(kept).not.toContain(TOKEN);
  await page.getByRole('button', { name: 'Sign in with this device' }).click();
  await expect(page.locator('.deck-card')).toBeVisible();
  await page.getByRole('button', { name: 'You' }).click();
  await expect(page.locator('main')).toContainText('Heron');
});

test('SV-2 a token that is typed, with or without its link, is the same', async ({ page, server }) => {
  server.session = { ...server.session, me: null };
  await page.goto('/');
  await page.getByText('I have a one-time link').click();
  const field = page.getByLabel('The link, or the letters at its end');
  await field.fill('not one');
  await page.getByRole('button', { name: 'Make a passkey here' }).click();
  await expect(page.getByText('That is not a whole link.')).toBeVisible();
  await field.fill(`${server.origin}/#${TOKEN}`);
  await page.getByRole('button', { name: 'Make a passkey here' }).click();
  await expect.poll(() => server.tokens).toEqual([TOKEN]);
});

test('V8 signing out sends what is done first, and says what it would erase', async ({ page, server }) => {
  await openDesk(page);
  server.refusesWith = 'failed';
  await page.getByRole('button', { name: 'Still right' }).click();
  await page.getByRole('button', { name: 'You' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('Not sent yet: 1. Signing out would erase it.')).toBeVisible();
  expect(server.session.me).not.toBeNull();
  server.refusesWith = null;
  await page.getByRole('button', { name: /^Outbox/ }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByText('Everything is with the server.')).toBeVisible();
  await page.getByRole('button', { name: 'You' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in with this device' })).toBeVisible();
  expect(server.checks).toHaveLength(1);
});
