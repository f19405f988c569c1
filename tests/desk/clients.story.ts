import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openProfile } from '../stories/own-browser.ts';
import {
  filesWith,
  makeCaseload,
  newClient,
  OTHER_WORDS,
  openCaseload,
  toScreen,
  WORDS,
} from './clients-page.ts';
import { expect, isKept, openSampleCity, test } from './desk-site.ts';

// A caseworker's clients through the desk as it is built: worker, policy and headers included.

const clients = (page: Page) => page.getByRole('complementary', { name: 'Clients' });
const note = (page: Page) => page.getByLabel('Your note');

test('7.10 what keeping means is said in four lines first, and nobody has to keep anybody', async ({
  page,
  site,
}) => {
  await openSampleCity(page);
  await expect(clients(page).getByRole('listitem')).toHaveCount(4);
  await page.locator('#needs').click();
  await page.locator('.list-box .list-item').first().click();
  await page.keyboard.press('Escape');
  await expect(page.locator('.row').first()).toBeVisible();
  expect(
    await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
  ).not.toContain('pages');
  expect(site.seen.filter(({ url }) => url.startsWith('/api'))).toEqual([]);
});

test('C11 a passphrase is typed twice alike and long enough, and making keys can be stopped', async ({
  page,
}) => {
  await page.goto('/');
  const panel = clients(page);
  await panel.getByRole('button', { name: 'Choose a passphrase' }).click();
  const make = panel.getByRole('button', { name: 'Start keeping clients' });
  await panel.getByLabel('New passphrase').fill(WORDS);
  await panel.getByLabel('The same again').fill(`${WORDS}s`);
  await make.click();
  await expect(panel.getByRole('status')).toHaveText(/The two are not the same/);
  for (const label of ['New passphrase', 'The same again']) await panel.getByLabel(label).fill('short');
  await make.click();
  await expect(panel.getByRole('status')).toHaveText(/too short. Choose 12 characters/);
  for (const label of ['New passphrase', 'The same again']) await panel.getByLabel(label).fill(WORDS);
  // In the page itself: on a busy machine the keys would be made before this story comes to press the button.
  const stopping = panel.evaluate(
    (element) =>
      new Promise<void>((pressed) => {
        const watch = new MutationObserver(() => {
          const bar = element.querySelector('progress, [role=progressbar]');
          const cancel = [...element.querySelectorAll('button')].find((one) => one.textContent === 'Cancel');
          if (!bar || !cancel) return;
          watch.disconnect();
          cancel.click();
          pressed();
        });
        watch.observe(element, { childList: true, subtree: true });
      }),
  );
  await make.click();
  await stopping;
  await expect(panel.getByRole('status')).toHaveText('You stopped it. Nothing was changed.');
  expect(
    await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
  ).not.toContain('pages');
});

test('C3 what is written of a client lies sealed: no file of the profile tells it, and the linter warns while typing', async ({
  site,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-profile-'));
  let context = await openProfile(folder);
  try {
    let page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(site.origin);
    await page.locator('#main table .button-quiet').last().click();
    await page.locator('#needs').waitFor();
    await makeCaseload(page);
    const code = await newClient(page);
    expect(code).toMatch(/^[a-z]+ [a-z]+$/);
    await note(page).pressSequentially('zqcanary asked for a bed. Ring 020 7946 0123');
    await expect(page.getByText('This could tell who the client is: a phone number.')).toBeVisible();
    await expect(page.getByText('a phone number: words 7 to 9')).toBeVisible();
    await page.getByRole('button', { name: 'Show a phone number: words 7 to 9' }).click();
    expect(
      await note(page).evaluate((field: HTMLTextAreaElement) =>
        field.value.slice(field.selectionStart, field.selectionEnd),
      ),
    ).toBe('020 7946 0123');
    await note(page).fill('zqcanary asked for a bed');
    await expect(page.getByText('This could tell')).toHaveCount(0);
    // What the search must be able to find: the same where nothing seals it.
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('control', 1);
          request.onupgradeneeded = () => request.result.createObjectStore('rows');
          request.onsuccess = () => {
            const writing = request.result.transaction('rows', 'readwrite', { durability: 'strict' });
            writing.objectStore('rows').put('zqcontrol', 'key');
            writing.oncomplete = () => resolve();
          };
        }),
    );
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await context.close();
    expect(filesWith(folder, 'zqcontrol').join()).toContain('IndexedDB');
    expect(filesWith(folder, 'zqcanary', 'zqwords', code)).toEqual([]);

    context = await openProfile(folder);
    page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(site.origin);
    await openCaseload(page, WORDS);
    await clients(page).getByRole('button', { name: code }).click();
    await toScreen(page, 'Client');
    await expect(note(page)).toHaveValue('zqcanary asked for a bed');
    // One question at the making, and none ever after (settled 35).
    expect(site.seen.filter(({ url }) => url.startsWith('/api'))).toHaveLength(1);
  } finally {
    await context.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('C3 whoever was worked with unkept can be kept, and nothing of it goes without a word', async ({
  page,
}) => {
  await openSampleCity(page);
  await makeCaseload(page);
  await page.locator('#needs').click();
  await page.locator('.list-box .list-item').first().click();
  await page.keyboard.press('Escape');
  await page.locator('.row .button-quiet').first().click();
  await expect(page.getByText('Not kept: it goes when this page closes.')).toBeVisible();
  await clients(page).getByRole('button', { name: 'New client' }).click();
  await expect(clients(page).getByRole('alert').last()).toHaveText(/is not kept/);
  await clients(page).getByRole('button', { name: 'Stay here' }).click();
  await clients(page).getByRole('button', { name: 'Keep this client' }).click();
  await expect(page.getByText('Not kept: it goes when this page closes.')).toHaveCount(0);
  const kept = clients(page).locator('.client-button');
  const code = await kept.locator('bdi').innerText();
  await clients(page).getByRole('button', { name: 'New client' }).click();
  await expect(kept).toHaveCount(2);
  await expect(page.locator('.shortlist-item')).toHaveCount(0);
  await kept.filter({ hasText: code }).click();
  await expect(page.locator('.shortlist-item')).toHaveCount(1);
  await expect(page.locator('.tag')).toHaveCount(1);
});

test('C11 it locks by hand and by itself, and the wrong words say only that it did not open', async ({
  page,
}) => {
  await page.clock.install();
  await openSampleCity(page);
  await makeCaseload(page);
  const code = await newClient(page);
  await note(page).fill('asked for a bed');
  await clients(page).getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByText(code)).toHaveCount(0);
  await expect(page.getByText('asked for a bed')).toHaveCount(0);
  await openCaseload(page, OTHER_WORDS);
  await expect(clients(page).getByRole('status')).toHaveText(/^It did not open\./);
  await openCaseload(page);
  await expect(clients(page).getByRole('button', { name: code })).toBeVisible();

  // Two minutes are chosen: after one it is open still.
  await toScreen(page, 'Device and files');
  await page.getByRole('button', { name: /Minutes without a touch/ }).click();
  await page.getByRole('option', { name: '2' }).click();
  await page.clock.fastForward('01:00');
  await expect(clients(page).getByRole('button', { name: code })).toBeVisible();
  await page.clock.fastForward('01:05');
  await expect(page.getByText(code)).toHaveCount(0);
  await expect(clients(page).getByLabel('Passphrase')).toBeVisible();
});

test('C11 the passphrase is changed, and everything is erased, also by whoever has lost it', async ({
  page,
}) => {
  await openSampleCity(page);
  await makeCaseload(page);
  const code = await newClient(page);
  await toScreen(page, 'Device and files');
  const change = page.getByRole('region', { name: 'Change the passphrase' });
  await change.getByLabel('Passphrase until now').fill(OTHER_WORDS);
  await change.getByLabel('New passphrase').fill(OTHER_WORDS);
  await change.getByLabel('The same again').fill(OTHER_WORDS);
  await change.getByRole('button', { name: 'Change it' }).click();
  await expect(change.getByRole('status')).toHaveText(/^It did not open\./);
  await change.getByLabel('Passphrase until now').fill(WORDS);
  await change.getByRole('button', { name: 'Change it' }).click();
  await expect(change.getByRole('status')).toHaveText(/^It is changed\./);
  await clients(page).getByRole('button', { name: 'Lock' }).click();
  await openCaseload(page, WORDS);
  await expect(clients(page).getByRole('status')).toHaveText(/^It did not open\./);
  await openCaseload(page, OTHER_WORDS);
  await expect(clients(page).getByRole('button', { name: code })).toBeVisible();

  await clients(page).getByRole('button', { name: 'Lock' }).click();
  await clients(page).getByRole('button', { name: 'I have lost the passphrase' }).click();
  await page.getByRole('button', { name: 'Erase all clients on this device' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('A file that was saved before.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Erase everything' })).toBeDisabled();
  await dialog.getByText('I know that there is no way back').click();
  await dialog.getByRole('button', { name: 'Erase everything' }).click();
  await expect(page.getByText('Everything that was kept is erased.')).toBeVisible();
  expect(
    await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
  ).not.toContain('pages');
  await expect(clients(page).getByRole('button', { name: 'Choose a passphrase' })).toBeVisible();
});

test('C11 one client is erased after being told what goes and what stays', async ({ page }) => {
  await openSampleCity(page);
  await makeCaseload(page);
  const stays = await newClient(page);
  const goes = await newClient(page);
  await page.getByRole('button', { name: 'Erase this client' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('What goes, for good')).toBeVisible();
  await expect(dialog.getByText('What stays')).toBeVisible();
  await dialog.getByText('I know that there is no way back').click();
  await dialog.getByRole('button', { name: `Erase ${goes}` }).click();
  await expect(page.getByText(`${goes} is erased.`)).toBeVisible();
  await expect(clients(page).getByRole('button', { name: goes })).toHaveCount(0);
  await expect(clients(page).getByRole('button', { name: stays })).toBeVisible();
});

test('C11 a sealed file carries everything to another device and back, without a network', async ({
  page,
  context,
  site,
  browser,
  baseURL,
}) => {
  await openSampleCity(page);
  await isKept(page);
  await context.setOffline(true);
  await makeCaseload(page);
  const code = await newClient(page);
  await note(page).fill('asked for a bed');
  const file = await exported(page);
  expect(file.suggestedFilename()).toBe('pages.age');
  const path = await file.path();

  const away = await browser.newContext({ baseURL: baseURL ?? '' });
  const there = await away.newPage();
  await openSampleCity(there);
  await isKept(there);
  await away.setOffline(true);
  await makeCaseload(there, OTHER_WORDS);
  await brought(there, path, WORDS, /^The file did not open\./);
  await brought(there, path, OTHER_WORDS, 'Added: 1. Made newer: 0. Already here: 0.');
  await clients(there).getByRole('button', { name: code }).click();
  await toScreen(there, 'Client');
  await expect(note(there)).toHaveValue('asked for a bed');
  await note(there).fill('asked for two beds');
  const back = await (await exported(there)).path();
  await brought(page, back, OTHER_WORDS, 'Added: 0. Made newer: 1. Already here: 0.');
  await toScreen(page, 'Client');
  await expect(note(page)).toHaveValue('asked for two beds');
  // Made without a network, nothing was asked for.
  expect(site.seen.filter(({ url }) => url.startsWith('/api'))).toEqual([]);
  await away.close();
});

async function exported(page: Page) {
  await toScreen(page, 'Device and files');
  const part = page.getByRole('region', { name: 'Save a file for another device' });
  await part.getByLabel('Passphrase of the file').fill(OTHER_WORDS);
  await part.getByLabel('The same again').fill(OTHER_WORDS);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    part.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  return file;
}

async function brought(page: Page, path: string, words: string, said: string | RegExp): Promise<void> {
  await toScreen(page, 'Device and files');
  const part = page.getByRole('region', { name: 'Bring in a file' });
  await part.getByLabel('File', { exact: true }).setInputFiles(path);
  await part.getByLabel("The file's passphrase").fill(words);
  await part.getByRole('button', { name: 'Bring it in' }).click();
  await expect(part.getByRole('status')).toHaveText(said);
}
