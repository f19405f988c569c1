import { inflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { fromBase45 } from '../../src/core/hand-over/base45.ts';
import { crc16 } from '../../src/core/hand-over/bytes.ts';
import { contactOf } from '../../src/core/hand-over/contact-of.ts';
import { writeContacts } from '../../src/core/hand-over/contacts.ts';
import { writeMarks } from '../../src/core/hand-over.ts';
import { sampleListings } from '../unit/region-files.ts';
import { expect, isKept, openSampleCity, test, typeAndChoose } from './desk-site.ts';
import { readCode } from './read-code.ts';

// A shortlist becomes a code for the client's phone, without a network, and every byte of it is accounted for (C5).

const CLIENT = 'zzclientmarker';
const ALIASES = ['Jo', 'Sam', 'Kim'];

/** A client with a need, a language, a child and words of her own, and three services chosen for her. */
async function chooseThree(page: Page): Promise<string[]> {
  await page.keyboard.press('n');
  await typeAndChoose(page, 'Safe house');
  const rows = page.getByRole('grid', { name: 'Services', exact: true }).getByRole('row');
  for (const at of [0, 1, 2])
    await rows
      .nth(at)
      .getByRole('button', { name: /^Put on the shortlist/ })
      .click();
  await expect(page.locator('.shortlist-item bdi')).toHaveCount(3);
  const names = await page.locator('.shortlist-item bdi').allTextContents();
  await page.locator('#words').fill(CLIENT);
  return names;
}

/** Cuts the network, and notes whatever is asked for all the same. */
async function goOffline(page: Page, site: { close(): Promise<void> }): Promise<string[]> {
  await isKept(page);
  await site.close();
  await page.context().setOffline(true);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return asked;
}

const listingsNamed = (names: readonly string[]) =>
  names.map((name) => {
    const [listing, other] = sampleListings().filter((one) => one.name === name);
    if (!listing || other) throw new Error(`tests: not one service: ${name}`);
    return listing;
  });

async function openScreen(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Hand over by code' })).toBeVisible();
}

const showCode = (page: Page) => page.getByRole('button', { name: 'Show the code' }).click();
const codeOf = (page: Page) => page.getByRole('img', { name: 'Code with 3 services' });

test('C5 a code by ids is made of the services’ ids alone, offline, after what it leaves behind was said', async ({
  page,
  site,
}) => {
  await openSampleCity(page);
  const asked = await goOffline(page, site);
  const names = await chooseThree(page);
  await openScreen(page);
  await expect(page.getByText('The code is not a web address')).toBeVisible();
  await expect(page.getByText('Nothing about the client is in it.')).toBeVisible();
  await expect(codeOf(page)).toHaveCount(0);
  await showCode(page);
  await expect(page.locator('#code-title')).toBeFocused();
  await expect(page.getByText('Saved, then Receive a list')).toBeVisible();
  // The whole text follows from the ids: there is no byte in it that a client could have left.
  const ids = listingsNamed(names).map(({ id }) => id);
  const written = writeMarks(ids, ids);
  expect(await readCode(codeOf(page))).toBe(written.ok && written.value);
  expect(asked).toEqual([]);
  // Gone as soon as what it was made from is another.
  await page
    .getByRole('button', { name: /^Take off the shortlist/ })
    .first()
    .click();
  await expect(page.getByRole('img')).toHaveCount(0);
});

test('C5 a code for any phone has aliases, numbers and hours of the services, and not a byte more', async ({
  page,
  site,
}) => {
  await openSampleCity(page);
  const asked = await goOffline(page, site);
  const names = await chooseThree(page);
  await openScreen(page);
  await page.getByText('Any phone', { exact: true }).click();
  await expect(page.getByRole('checkbox', { name: 'Discreet' })).toBeChecked();
  await showCode(page);
  const text = await readCode(codeOf(page));
  const bytes = fromBase45((text ?? '').slice('W1:'.length)) ?? new Uint8Array();
  const body = bytes.subarray(0, -2);
  expect([...bytes.subarray(-2)]).toEqual([crc16(body) >> 8, crc16(body) & 0xff]);
  const [kind, high = 0, low = 0] = body;
  expect([0x20, 0x21]).toContain(kind);
  // The day of the list, counted from 2020: since then nothing was signed on a day of the future.
  const day = Date.UTC(2020, 0, 1) + (high * 256 + low) * 86_400_000;
  expect(Date.now() - day).toBeGreaterThanOrEqual(0);
  const contents = kind === 0x21 ? new Uint8Array(inflateRawSync(body.subarray(3))) : body.subarray(3);
  const contacts = listingsNamed(names).map((listing, at) => contactOf(listing, ALIASES[at]));
  expect([...contents]).toEqual([...writeContacts(contacts)]);
  const letters = new TextDecoder().decode(contents);
  for (const name of [...names, CLIENT]) expect(letters).not.toContain(name);
  expect(asked).toEqual([]);
});

test('C5 with names told, and an alias that says too much, the screen warns before anything is shown', async ({
  page,
}) => {
  await openSampleCity(page);
  await chooseThree(page);
  await openScreen(page);
  await page.getByText('Any phone', { exact: true }).click();
  await page
    .getByRole('textbox', { name: /^Alias for/ })
    .first()
    .fill('the refuge');
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toContainText('refug');
  await page.getByText('Discreet', { exact: true }).click();
  await expect(page.getByText('Their phone will show the names of the services.')).toBeVisible();
  await showCode(page);
  await expect(page.locator('.hand-over-code li')).toHaveCount(3);
});
