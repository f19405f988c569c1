import type { Page } from '@playwright/test';
import type { Listing } from '../../src/core/schema.ts';
import { fillDirectory, LAW_ID, REFUGE_ID, REVIEWER } from './a-directory.ts';
import { expect, openDesk, test } from './desk-page.ts';
import type { FakeServer } from './fake-server.ts';

// Where a place is that is not public: neither on the device nor on its screen.

const STREET = '12 Acacia Road';

/** Everything that the page keeps, as text. */
async function onDevice(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const opened = indexedDB.open('g3');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opened.onsuccess = () => resolve(opened.result);
    });
    const names = [...database.objectStoreNames];
    const stores = database.transaction(names);
    const rows = names.map(
      (name) =>
        new Promise((resolve) => {
          const asked = stores.objectStore(name).getAll();
          asked.onsuccess = () => resolve(asked.result);
        }),
    );
    const all = JSON.stringify(await Promise.all(rows));
    database.close();
    return all;
  });
}

/** The server has a further version of it, whatever that says. */
function changeOn(server: FakeServer, id: string, change: object, forgetBefore: number | null): void {
  const kept = server.listings.get(id);
  if (!kept) throw new Error('tests: no such listing');
  const listing = { ...kept.listing, ...change } as Listing;
  server.put({ ...kept, version: kept.version + 1, listing, forgetBefore });
}

test.beforeEach(async ({ page, server }) => {
  fillDirectory(server, REVIEWER);
  await openDesk(page);
});

test('SV-10 a record that tells where a hidden place is comes onto no device, and the desk says so without its words', async ({
  page,
  server,
}) => {
  changeOn(server, REFUGE_ID, { notes: [`The house is at ${STREET}.`] }, null);
  await page.reload();
  const notices = page.locator('.notices');
  await expect(notices).toContainText('1 service was not put on this device');
  await expect(notices).toContainText(REFUGE_ID);
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
  await expect(page.locator('.row-name')).toHaveText(['Quay Law Centre (made up)']);
  expect(await onDevice(page)).not.toContain('Acacia');
  await expect(page.locator('body')).not.toContainText('Acacia');
  changeOn(server, REFUGE_ID, { notes: [] }, null);
  await page.reload();
  await expect(page.locator('.row-name')).toHaveCount(0);
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
  await expect(page.locator('.row-name')).toHaveCount(2);
  await expect(notices).not.toContainText('not put on this device');
});

test('SV-12 when a place becomes confidential, a form with its old words goes from the device, and its author is told', async ({
  page,
  server,
}) => {
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
  await page.locator('.row-name', { hasText: 'Quay Law Centre (made up)' }).click();
  await page.getByLabel('What they do').first().fill(`Free advice at ${STREET}.`);
  await expect.poll(() => onDevice(page)).toContain('Acacia');
  changeOn(server, LAW_ID, { locations: [{ visibility: 'none', location_type: 'redacted' }] }, 2);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  const notices = page.locator('.notices');
  await expect(notices).toContainText('A place was made private.');
  await expect(notices).toContainText('Quay Law Centre (made up)');
  expect(await onDevice(page)).not.toContain('Acacia');
  for (const box of await page.getByRole('textbox').all())
    expect(await box.inputValue()).not.toContain('Acacia');
  await page.getByRole('button', { name: 'I have read it' }).click();
  await expect(notices).not.toContainText('A place was made private.');
  await page.reload();
  await expect(notices).not.toContainText('A place was made private.');
  expect(server.edits).toEqual([]);
});
