import { readFileSync, writeFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import type { Listing } from '../../src/core/schema.ts';
import { collectionFile } from '../../src/desk/caseworker/domain/collection.ts';
import { riskyWordsIn } from '../../src/desk/caseworker/domain/discreet.ts';
import { sampleListings } from '../unit/region-files.ts';
import { expect, isKept, openSampleCity, test } from './desk-site.ts';
import { pictureOf, readPdf } from './printed.ts';

// From a shortlist to what is given away or passed on (C4, S13, C12), through the desk as it is built.

/** The first services of the made-up city on the shortlist, and the screen that makes something of them. */
async function openSheet(page: Page, count = 4): Promise<string[]> {
  await openSampleCity(page);
  await isKept(page);
  await choose(page, count);
  return namesOn(page);
}

/** Nobody is sent to one that is closed. */
const OPEN = sampleListings().filter(({ status }) => status === 'active');

/** More than a screen of results: those that a list for the team names. */
async function openSheetOf(page: Page, listings: readonly Listing[]): Promise<string[]> {
  await openSampleCity(page);
  await isKept(page);
  await page.getByRole('button', { name: 'Sheet', exact: true }).click();
  await openFile(page, collectionFile({ name: '', ids: listings.map(({ id }) => id) }).text);
  await page.getByRole('button', { name: /^Put \d+ on the shortlist/ }).click();
  await page.locator('.sheet-pair').waitFor();
  return namesOn(page);
}

async function namesOn(page: Page): Promise<string[]> {
  await expect(page.locator('.shortlist-item', { hasText: '…' })).toHaveCount(0);
  return page.locator('.shortlist-item > span:first-child').allTextContents();
}

async function openFile(page: Page, text: string): Promise<void> {
  const file = { name: 'file', mimeType: 'text/plain', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
}

async function choose(page: Page, count: number): Promise<void> {
  await page.locator('h1').click();
  await page.keyboard.press('/');
  // All at once: typed letter by letter, what the first letter finds is in another order, and moves under the finger.
  await page.keyboard.insertText('sample');
  await expect(page.locator('.rows-long .row').nth(1)).toBeVisible();
  for (let at = 0; at < count; at++) {
    const row = page.locator(`.row[aria-rowindex='${at + 1}']`);
    await isDrawn(page, row);
    await row.getByRole('button', { name: /^Put on the shortlist/ }).click();
  }
  await page.getByRole('button', { name: 'Sheet', exact: true }).click();
  await page.locator('.sheet-pair').waitFor();
}

/** Of a long list only what is near is drawn: it is scrolled until this row is. */
async function isDrawn(page: Page, row: Locator): Promise<void> {
  await expect
    .poll(async () => {
      if ((await row.count()) === 0) await page.locator('.row').last().scrollIntoViewIfNeeded();
      return row.count();
    })
    .toBe(1);
}

async function print(page: Page) {
  const bytes = new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  return { bytes, ...(await readPdf(bytes)) };
}

async function save(page: Page, name: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await textOf(download) };
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

/** In a PDF, letters from right to left may stand backwards. */
const bothWays = (text: string) => `${text}\n${[...text].reverse().join('')}`.normalize('NFKC');

test('C4 S13 a shortlist becomes a sheet in Arabic beside English, and is printed, with the network cut', async ({
  page,
  site,
  context,
}, info) => {
  const names = await openSheet(page);
  await site.close();
  await context.setOffline(true);
  const before = site.seen.length;
  await expect(page.getByLabel('Discreet')).toBeChecked();
  await page.getByLabel('Language of the sheet').selectOption('ar');
  await expect(page.locator('.paper-preview [lang=ar][dir=rtl] .sheet-title')).toHaveText('ملاحظات');
  const own = page.locator('.sheet-pair .sheet-on-screen');
  await expect(own.locator('.sheet-title')).toHaveText('Notes');
  await expect(own.locator('.sheet-service').first()).toHaveText('نور');
  await expect(page.getByText('No speaker of Arabic has checked these words yet')).toBeVisible();
  expect(site.seen.length).toBe(before);

  // Paper is white, whatever the screen is.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const part of ['html', 'body', '.print-paper .paper'])
    await expect(page.locator(part)).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await page.emulateMedia({ media: null, colorScheme: 'dark' });
  const { bytes, title, pages } = await print(page);
  writeFileSync(info.outputPath('sheet-ar.png'), await pictureOf(bytes));
  expect(pages).toHaveLength(1);
  expect(pages[0]?.width).toBeCloseTo(210, 0);
  const text = bothWays(pages.map((one) => one.text).join('\n'));
  expect(text).toContain('0808 157 0100');
  expect(text).toContain('I need an interpreter. I speak Arabic.');
  expect(text).toContain('لم يراجع'.normalize('NFKC'));
  expect(riskyWordsIn(text)).toEqual([]);
  expect(riskyWordsIn(title)).toEqual([]);
  expect(title).toBe('ملاحظات');
  for (const name of names) expect(text).not.toContain(name);
  // While nothing is printed the title is the page's own, which is all that the history has (TR-4).
  await expect(page).toHaveTitle('Guide');
  expect(new URL(page.url()).pathname).toBe('/');
});

test('C4 S13 on paper it is the sheet alone, in the layout that was chosen, and a number of pages that fits', async ({
  page,
}, info) => {
  await openSheet(page);
  for (const [layout, wide, high] of [
    ['card', 215.9, 279.4],
    ['zine', 279.4, 215.9],
    ['sheet', 215.9, 279.4],
  ] as const) {
    await page.getByLabel('Layout').selectOption(layout);
    await page.getByRole('combobox', { name: 'Paper', exact: true }).selectOption('letter');
    const { bytes, pages } = await print(page);
    writeFileSync(info.outputPath(`${layout}-en.png`), await pictureOf(bytes));
    expect(pages, layout).toHaveLength(1);
    expect(pages[0]?.width).toBeCloseTo(wide, 0);
    expect(pages[0]?.height).toBeCloseTo(high, 0);
    expect(pages[0]?.text).toContain('0808 157 0100');
    expect(pages[0]?.text).toMatch(/From \d+ \w+ 2026\.\s+Numbers\s+change:\s+call\s+first\./);
    expect(pages[0]?.text).not.toContain('Leave now');
    expect(riskyWordsIn(pages[0]?.text ?? '')).toEqual([]);
  }
});

test('S13 an alias is on both sheets, one that tells is pointed out, and a new client has none', async ({
  page,
}) => {
  await openSheet(page, 2);
  const alias = page.getByLabel(/^Alias for/).first();
  await alias.fill('Auntie');
  await expect(page.locator('.paper-preview')).toContainText('Auntie');
  await expect(page.locator('.sheet-builder [role=alert]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Lists', exact: true }).click();
  await page.getByRole('button', { name: 'Sheet', exact: true }).click();
  await expect(alias).toHaveValue('Auntie');
  await alias.fill('Shelter');
  await expect(page.locator('.sheet-builder [role=alert]')).toContainText('shelter');
  await page.getByRole('button', { name: 'Match', exact: true }).click();
  await page.locator('h1').click();
  await page.keyboard.press('n');
  await choose(page, 2);
  await expect(alias).toHaveValue('');
});

test('C4 what is shown on the screen is copied whole or one service of it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSheet(page, 2);
  await page.getByLabel('Layout').selectOption('screen');
  await expect(page.getByText('What is copied stays in this device')).toBeVisible();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy' }).nth(1).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await copied()).toMatch(/^Jo\nCall: [\d ]+\n/);
  expect(await copied()).not.toContain('Sam');
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await expect.poll(copied).toContain('Sam');
  expect(await copied()).toMatch(/From .* call first\./);
});

test('C4 an empty shortlist says what to do', async ({ page }) => {
  await openSampleCity(page);
  await page.getByRole('button', { name: 'Sheet', exact: true }).click();
  await expect(page.getByText(/^The shortlist is empty/)).toBeVisible();
  await page.getByRole('button', { name: 'Choose services' }).click();
  await expect(page.getByRole('heading', { name: 'Match a client' })).toBeVisible();
});

test('C12 CT-8 S13 each file has its bytes, a name that says nothing, and is asked of nobody', async ({
  page,
  site,
  context,
}) => {
  const names = await openSheetOf(page, OPEN.slice(0, 12));
  await site.close();
  await context.setOffline(true);
  const csv = await save(page, 'Table (CSV)');
  expect(csv.name).toBe('list.csv');
  expect(csv.text.startsWith('\ufeffid,name,')).toBe(true);
  const rows = parse(csv.text, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows.map(({ name }) => name)).toEqual(names);
  for (const cell of rows.flatMap((row) => Object.values(row)))
    expect(cell).not.toMatch(/^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]/m);
  const hsds = await save(page, 'All facts (HSDS JSON)');
  expect(hsds.name).toBe('services.json');
  expect(JSON.parse(hsds.text)).toMatchObject({ version: '3.1', total_items: 12 });
  const places = await save(page, 'Places (GeoJSON)');
  expect(places.name).toBe('places.geojson');
  expect(JSON.parse(places.text)).toMatchObject({ type: 'FeatureCollection' });

  // As discreet as the sheet.
  const cards = await save(page, 'Contacts (vCard)');
  expect(cards.name).toBe('contacts.vcf');
  expect(ICAL.parse(cards.text)).toHaveLength(12);
  expect(cards.text).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\nN:Jo;;;;\r\nFN:Jo\r\nTEL;/);
  const text = await save(page, 'Plain text');
  expect(text.name).toBe('notes.txt');
  expect(text.text).toMatch(/^Notes\n\nJo\n/);
  for (const file of [cards, text]) {
    expect(riskyWordsIn(file.name + file.text)).toEqual([]);
    for (const name of names) expect(file.text).not.toContain(name);
  }
  await page.getByLabel('Discreet').click();
  expect((await save(page, 'Contacts (vCard)')).text).toContain('\r\nORG:');
});

test('C12 X12 of a place that is not public no file has more than its area', async ({ page }) => {
  // As if a list had more than any list can: what a page is told of a hidden place is planted under its ears.
  await page.addInitScript(() => {
    const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
    Object.defineProperty(MessageEvent.prototype, 'data', {
      get(this: MessageEvent) {
        const message = data?.get?.call(this);
        if (Array.isArray(message?.value))
          for (const listing of message.value)
            for (const place of listing?.locations ?? [])
              if (place.visibility !== 'public')
                Object.assign(place, {
                  address: {
                    address_1: 'canary-street',
                    city: 'canary-city',
                    postal_code: 'canary-code',
                    country: 'GB',
                  },
                  name: 'canary-name',
                  latitude: 12.345678,
                  longitude: 12.345678,
                });
        return message;
      },
    });
  });
  const hidden = OPEN.filter(({ locations }) => locations.some(({ visibility }) => visibility !== 'public'));
  await openSheetOf(page, hidden.slice(0, 12));
  await page.getByLabel('Discreet').click();
  const all = ['Table (CSV)', 'Contacts (vCard)', 'Places (GeoJSON)', 'All facts (HSDS JSON)', 'Plain text'];
  const files = [];
  for (const name of all) files.push(await save(page, name));
  // Some of them are hidden, and the table says so.
  expect(files[0]?.text).toContain('(area only)');
  for (const { name, text } of files) expect(text, name).not.toMatch(/canary|12\.34/);
  const { pages } = await print(page);
  expect(pages.map(({ text }) => text).join('\n')).not.toMatch(/canary|12\.34/);
});

test('C12 a list for the team is opened on another desk, where what it lacks is counted', async ({
  page,
  browser,
  site,
}) => {
  const names = await openSheet(page, 3);
  await page.getByLabel('Name of the list').fill('First night');
  const { name, text } = await save(page, 'Save the list');
  expect(name).toBe('list.json');
  expect(Object.keys(JSON.parse(text))).toEqual(['type', 'version', 'name', 'ids']);
  const whole = JSON.parse(text);
  whole.ids.push('00000000-0000-4000-8000-00000000000f');

  const other = await (await browser.newContext({ baseURL: site.origin, locale: 'en-GB' })).newPage();
  await openSampleCity(other);
  await other.getByRole('button', { name: 'Sheet', exact: true }).click();
  const file = {
    name: 'list.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(whole)),
  };
  await other.locator('input[type=file]').setInputFiles(file);
  await expect(other.getByRole('heading', { name: 'List: First night' })).toBeVisible();
  await expect(other.getByText('3 services would be added.')).toBeVisible();
  await expect(other.getByText('1 row is on no list here, or closed.')).toBeVisible();
  await expect(other.locator('.shortlist-item')).toHaveCount(0);
  await other.getByRole('button', { name: 'Put 3 on the shortlist' }).click();
  await expect(other.locator('.shortlist-item > span:first-child')).toHaveText(names);
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(other.locator('.shortlist-item')).toHaveCount(0);
});

test('C3 C12 a name for a list that is about a person is pointed out', async ({ page }) => {
  await openSheet(page, 2);
  const name = page.getByLabel('Name of the list');
  await name.fill('First night');
  await expect(page.locator('.collection [role=alert]')).toHaveCount(0);
  await name.fill('Maria 07700 900123');
  await expect(page.locator('.collection [role=alert]')).toBeVisible();
});

test('C12 CT-9 a table from elsewhere is tried first, and only services of the lists here are added', async ({
  page,
  site,
  context,
}) => {
  await openSampleCity(page);
  await isKept(page);
  await site.close();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Sheet', exact: true }).click();
  const rows = [
    'Client;Who;Telephone',
    'canary;Paper Lantern;0808 157 0100',
    'canary;sample city listening line (SAMPLE);',
    'canary;<b>Not here</b>;020 7946 0999',
    'canary;too short',
    'canary;"not closed;1',
  ];
  await openFile(page, `${rows.join('\n')}\n`);
  await expect(page.getByText('1 service would be added.')).toBeVisible();
  await page.getByRole('button', { name: /Column with the name/ }).click();
  await page.getByRole('option', { name: 'Who' }).click();
  await expect(page.getByText('2 services would be added.')).toBeVisible();
  await expect(page.getByText('1 row is on no list here, or closed. It is not added.')).toBeVisible();
  await expect(page.getByText('2 rows could not be read.')).toBeVisible();
  await expect(page.getByText('Not read: row 5, 6.', { exact: false })).toBeVisible();
  const table = page.getByRole('table');
  await expect(table.getByRole('row').nth(1)).toContainText('Phone number');
  await expect(table.getByRole('row').nth(2)).toContainText('Same name');
  await expect(table.getByRole('row').nth(3)).toContainText('<b>Not here</b>');
  // No column that was not chosen is shown, and nothing is on the shortlist yet.
  await expect(page.locator('main')).not.toContainText('canary');
  await expect(page.locator('.shortlist-item')).toHaveCount(0);
  await page.getByRole('button', { name: 'Put 2 on the shortlist' }).click();
  await expect(page.locator('.shortlist-item')).toHaveCount(2);
  await expect(page.getByText('2 services added.')).toBeVisible();
});

test('CT-9 a file that cannot be read says why, and adds nothing', async ({ page }) => {
  await openSampleCity(page);
  await page.getByRole('button', { name: 'Sheet', exact: true }).click();
  for (const [text, says] of [
    ['a\n'.repeat(2_500_001), /larger than 5 MB/],
    ['a\n'.repeat(20_010), /more than 20,000 rows/],
    ['{"a":', /^This is not a list/],
    ['{"type":"list","version":2,"ids":[]}', /newer version/],
  ] as const) {
    await openFile(page, text);
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText(says);
  }
});
