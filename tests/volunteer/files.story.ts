import { readFileSync } from 'node:fs';
import { mondayOf } from '../../src/core/signals.ts';
import { axeFindings } from '../axe-findings.ts';
import { fillDirectory, LAW_ID, REFUGE_ID, REVIEWER } from './a-directory.ts';
import { expect, openDesk, test } from './desk-page.ts';

test.beforeEach(async ({ page, server }) => {
  fillDirectory(server, REVIEWER);
  await openDesk(page);
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
});

test('V2 V12 a sheet that comes back untouched changes nothing; a changed one is shown before it goes into the outbox', async ({
  page,
  server,
}) => {
  await page.getByRole('button', { name: 'Files' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save 2 services as a sheet' }).click(),
  ]);
  const sheet = readFileSync(await download.path(), 'utf8');
  const open = (text: string) =>
    page
      .getByLabel('The changed sheet (CSV)')
      .setInputFiles({ name: 'sheet.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await open(sheet);
  await expect(page.getByText('It changes nothing. 2 stay as they are.')).toBeVisible();
  await open(sheet.replace('Lantern House (made up)', '=HYPERLINK("x")'));
  await expect(page.getByText('Mend what is named above', { exact: false })).toBeVisible();
  await open(sheet.replace('Lantern House (made up)', 'Lantern Home (made up)'));
  await expect(page.getByText('It changes 1 service. 1 stays as it is.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(server.edits).toHaveLength(0);
  await page.getByRole('button', { name: 'Put 1 change into the outbox' }).click();
  await expect(page.getByText('Say whether it changed or was always wrong.')).toBeVisible();
  await page.getByLabel('It was always wrong').check();
  await page.getByRole('button', { name: 'Put 1 change into the outbox' }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect.poll(() => server.edits.length).toBe(1);
  expect(server.edits[0]).toMatchObject({
    listingId: REFUGE_ID,
    changes: [
      {
        field: 'name',
        before: 'Lantern House (made up)',
        after: 'Lantern Home (made up)',
        cause: 'always-wrong',
      },
    ],
  });
});

test('settled 37: what caseworkers noticed is shown, and then given to the queue', async ({
  page,
  server,
}) => {
  const sent: unknown[] = [];
  server.answers.set('POST /api/reports', (body) => {
    sent.push(body);
    return { kept: 1 };
  });
  await page.getByRole('button', { name: 'Files' }).click();
  const week = mondayOf(new Date().toISOString().slice(0, 10));
  const file = {
    type: 'waypost-signals',
    version: 1,
    signals: [{ listing_id: LAW_ID, signal: 'number-dead', week_of: week }],
  };
  await page.getByLabel('The file (JSON)').setInputFiles({
    name: 's.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(page.locator('main')).toContainText('the number does not work');
  await page.getByRole('button', { name: 'Put them into the queue' }).click();
  await expect(page.getByText('1 new sign is in the queue.')).toBeVisible();
  expect(sent).toEqual([[{ listingId: LAW_ID, signal: 'number-dead', weekOf: week }]]);
});

test('7.12 a service that is there twice is made one: field by field, and the other leads to it', async ({
  page,
  server,
}) => {
  await page.getByRole('button', { name: 'More about Quay Law Centre (made up)' }).click();
  await page.getByRole('button', { name: 'It is there twice' }).click();
  await page.getByLabel('Find another by its name').fill('lantern');
  await page.getByRole('button', { name: /Lantern House/ }).click();
  await page.getByRole('group', { name: 'Name', exact: true }).getByRole('radio').last().check();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make them one' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Lantern House (made up)');
  await page.getByRole('button', { name: 'Leave for now' }).click();
  await page.getByRole('button', { name: /^Outbox/ }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect.poll(() => server.edits.length).toBe(1);
  expect(server.edits[0]).toMatchObject({ listingId: REFUGE_ID, kind: 'close' });
  expect(server.edits[0]?.changes.find(({ field }) => field === 'verification')?.after).toMatchObject({
    state: 'closed',
    replaced_by: LAW_ID,
  });
});
