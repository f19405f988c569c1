import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readCsv } from '../../src/core/sheet/read-csv.ts';
import type { OutboxEntry } from '../../src/desk/volunteer/kept/desk-database.ts';
import { axeFindings } from '../axe-findings.ts';
import { fillDirectory, LAW_ID, REFUGE_ID, REVIEWER } from './a-directory.ts';
import { expect, openDesk, test } from './desk-page.ts';

// A sheet on its way in: what it would do, what is refused, and what an interruption leaves behind.

test.beforeEach(async ({ page, server }) => {
  fillDirectory(server, REVIEWER);
  await openDesk(page);
  await openFiles(page);
});

async function openFiles(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
  await page.getByRole('button', { name: 'Files' }).click();
}

const COLUMNS = [
  'region',
  'id',
  'name',
  'organisation',
  'description',
  'text_language',
  'status',
  'country',
  'needs',
  'phone',
];
const NEW_ROW: Readonly<Record<string, string>> = {
  region: 'sample-city',
  name: 'Pier Clinic',
  organisation: 'Pier Trust',
  description: 'Doctors see you.',
  text_language: 'en',
  status: 'active',
  country: 'GB',
  needs: 'health.urgent',
};
function sheet(...rows: readonly Readonly<Record<string, string>>[]): string {
  const cells = rows.map((row) => COLUMNS.map((name) => ({ ...NEW_ROW, ...row })[name] ?? ''));
  return [COLUMNS, ...cells].map((row) => row.map((one) => `"${one}"`).join(',')).join('\r\n');
}
/** New services that are like no other. */
const manyRows = (count: number) =>
  sheet(...Array.from({ length: count }, (_, at) => ({ name: `Pier${at} Clinic${at}` })));

async function choose(page: Page, content: string | Buffer): Promise<void> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await page
    .getByLabel('The changed sheet (CSV)')
    .setInputFiles({ name: 'sheet.csv', mimeType: 'text/csv', buffer });
}
/** What lies in the outbox on the disk. */
const entries = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<OutboxEntry[]>((resolve) => {
        const opened = indexedDB.open('g3');
        opened.onsuccess = () => {
          const read = opened.result.transaction('outbox').objectStore('outbox').getAll();
          read.onsuccess = () => {
            opened.result.close();
            resolve(read.result);
          };
        };
      }),
  );
const kept = async (page: Page) => (await entries(page)).length;

test('V5 V12 a new row like a service that is there is shown beside it, and is proposed once somebody says it is another', async ({
  page,
  server,
}) => {
  await choose(page, sheet({ phone: '+442079460111' }));
  await expect(page.getByText('It adds 1 service.', { exact: false })).toBeVisible();
  const beside = page.getByRole('article', { name: 'Row 2: Pier Clinic' });
  await expect(beside.getByRole('columnheader', { name: /Quay Law Centre/ })).toBeVisible();
  await page.getByText('Row by row').click();
  await expect(page.getByText('New service')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('button', { name: 'Put 1 change into the outbox' }).click();
  await expect(page.getByText('Say of each row above', { exact: false })).toBeVisible();
  expect(await kept(page)).toBe(0);
  await beside.getByLabel('It is another service').check();
  await page.getByRole('button', { name: 'Put 1 change into the outbox' }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect.poll(() => server.edits.length).toBe(1);
  expect(server.edits[0]).toMatchObject({ kind: 'new', region: 'sample-city', baseVersion: 0 });
  expect(server.edits[0]?.changes).toContainEqual(
    expect.objectContaining({ field: 'name', before: null, after: 'Pier Clinic' }),
  );
});

test('V7 a row with a warning becomes a draft, and the form wants the reason', async ({ page, server }) => {
  await choose(page, sheet({ description: 'Ask for Mrs Jane Smith at the desk.' }));
  await expect(page.getByText('It becomes a draft', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Keep them as drafts' }).click();
  await expect(page.getByRole('heading', { name: 'Outbox' })).toBeVisible();
  await expect(page.locator('main')).toContainText('Pier Clinic');
  expect(server.edits).toEqual([]);
});

test('V2 where it differs whether values changed or were always wrong, the rows are drafts, and the form asks of each', async ({
  page,
  server,
}) => {
  await choose(page, `id,name\r\n${LAW_ID},Quay Law\r\n`);
  await page.getByLabel('It differs', { exact: false }).check();
  await page.getByRole('button', { name: 'Keep them as drafts' }).click();
  await page.getByRole('button', { name: 'Go on writing' }).click();
  await page.getByRole('button', { name: 'Send for checking' }).click();
  await expect(page.getByText('Say which: a wrong value may have misled people.')).toBeVisible();
  expect(server.edits).toEqual([]);
});

test('CT-9 V12 each fault names its row and its column, and nothing of the sheet can be taken', async ({
  page,
}) => {
  await choose(page, sheet({}, { name: 'Pier Law', needs: 'no.such' }, { name: 'Pier Beds', region: 'x' }));
  await expect(page.getByText('Row 3 needs: this does not fit a listing')).toBeVisible();
  await expect(page.getByText('Row 4 region: no list has this name')).toBeVisible();
  await expect(page.getByText('Mend what is named above', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: /into the outbox/ })).toHaveCount(0);
});

test('SV-10 SV-19 the sheet that is saved has nothing of what is hidden', async ({ page, server }) => {
  const law = server.listings.get(LAW_ID);
  if (!law) throw new Error('tests: no such listing');
  server.put({ ...law, version: 2, hidden: { at: '2026-11-20T10:00:00.000Z', reason: 'address-exposed' } });
  await page.reload();
  await openFiles(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save 1 service as a sheet' }).click(),
  ]);
  const { columns, rows } = readCsv(readFileSync(await download.path(), 'utf8').slice(1), 10);
  expect(rows.map(({ cells }) => cells[columns.indexOf('id')])).toEqual([REFUGE_ID]);
  expect(columns).toContain('name_in_ar_state');
});

test('CT-9 a file is read in UTF-16 and in the old Windows encoding too', async ({ page }) => {
  const text = sheet({ name: 'Café Pier' });
  await page.getByText('Row by row').waitFor({ state: 'detached' });
  for (const buffer of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text, 'latin1')]) {
    await choose(page, buffer);
    await page.getByText('Row by row').click();
    await expect(page.getByText('Row 2: Café Pier')).toBeVisible();
  }
});

test('CT-9 a file that is too large, too long or no sheet is refused with what to do next', async ({
  page,
}) => {
  await choose(page, Buffer.alloc(5_000_001, 'a'));
  await expect(page.getByText('The file is too large. Split it', { exact: false })).toBeVisible();
  await choose(page, `id,name\n${'a,b\n'.repeat(20_001)}`);
  await expect(page.getByText('It has too many rows. Split it', { exact: false })).toBeVisible();
  await choose(page, 'PK\u0003\u0004\0');
  await expect(page.getByText('save it as CSV', { exact: false })).toBeVisible();
  await choose(page, sheet({}));
  await expect(page.getByText('It adds 1 service.', { exact: false })).toBeVisible();
});

test('CT-9 a long sheet shows how far it is, can be stopped, and then nothing has happened', async ({
  page,
}) => {
  const seen = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new MutationObserver(() => {
          const part = document.querySelector('progress')?.value ?? 0;
          if (part > 0) resolve(part);
        }).observe(document.body, { childList: true, subtree: true, attributes: true });
      }),
  );
  await choose(page, manyRows(19_000));
  expect(await seen).toBeLessThan(1);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. Nothing was taken.')).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  expect(await kept(page)).toBe(0);
});

test('V9 an edit of a sheet is made from the listing that its author saw, also where a newer one has come since', async ({
  page,
  server,
}) => {
  const law = server.listings.get(LAW_ID);
  if (!law) throw new Error('tests: no such listing');
  const text = `id,name\r\n${LAW_ID},Quay Law\r\n`;
  await choose(page, text);
  await expect(page.getByText('It changes 1 service.', { exact: false })).toBeVisible();
  server.put({ ...law, version: 2, listing: { ...law.listing, description: 'Newer words.' } });
  // Whatever makes the desk ask the server again.
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => server.asked.filter((one) => one === 'GET /api/work').length).toBeGreaterThan(1);
  await page.getByLabel('It changed').check();
  await page.getByRole('button', { name: 'Put 1 change into the outbox' }).click();
  await expect(page.locator('.foot-tabs')).toContainText('Outbox (1)');
  expect(await entries(page)).toMatchObject([{ edit: { listingId: LAW_ID, baseVersion: 1 } }]);
});

test('V8 without a network a sheet goes into the outbox, and waits there', async ({
  page,
  context,
  server,
}) => {
  await context.setOffline(true);
  await choose(page, sheet({}));
  await page.getByRole('button', { name: 'Put 1 change into the outbox' }).click();
  await expect(page.locator('.foot-tabs')).toContainText('Outbox (1)');
  await page.reload();
  await expect(page.locator('.foot-tabs')).toContainText('Outbox (1)');
  // It goes by itself once there is a network.
  await context.setOffline(false);
  await expect.poll(() => server.edits.length).toBe(1);
});

test('CT-9 V8 a page that dies while a sheet is taken has kept all of it or none, and the same sheet is not taken twice', async ({
  page,
  context,
  server,
}) => {
  // Nothing of the outbox leaves the device meanwhile.
  server.refusesWith = 'slow-down';
  await choose(page, manyRows(400));
  const dead = page.waitForEvent('crash');
  await page.getByRole('button', { name: 'Put 400 changes into the outbox' }).click({ noWaitAfter: true });
  await page.goto('chrome://crash').catch(() => undefined);
  await dead;
  const other = await context.newPage();
  await openDesk(other);
  const count = await kept(other);
  expect([0, 400]).toContain(count);
  await openFiles(other);
  await choose(other, manyRows(400));
  if (count === 0) await expect(other.getByRole('button', { name: 'Put 400 changes' })).toBeVisible();
  else {
    await expect(other.getByText('400 rows are in the outbox already.')).toBeVisible();
    await expect(other.getByRole('button', { name: /into the outbox/ })).toHaveCount(0);
  }
});

test('CT-9 a directory that one sheet cannot hold is saved in parts, each of which can be opened again', async ({
  page,
  server,
}) => {
  const law = server.listings.get(LAW_ID);
  if (!law) throw new Error('tests: no such listing');
  const words = 'They help. '.repeat(80);
  for (let at = 0; at < 3000; at++) {
    const id = `3f2b8c1e-0000-4000-8000-${String(5000 + at).padStart(12, '0')}`;
    const listing = {
      ...law.listing,
      id,
      name: `Pier${at} Law${at}`,
      description: words,
      notes: [words.slice(0, 390)],
    };
    server.put({ ...law, listing: { ...listing, translations: { es: { description: words } } } });
  }
  await page.reload();
  await openFiles(page);
  await page.getByRole('button', { name: 'Save 3002 services as a sheet' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save part 1 of 2' }).click(),
  ]);
  await choose(page, readFileSync(await download.path()));
  await expect(page.getByText('It changes nothing. 1501 stay as they are.')).toBeVisible();
});
