import { fillDirectory, LAW_ID, REVIEWER } from './a-directory.ts';
import { expect, openDesk, test } from './desk-page.ts';

test.beforeEach(async ({ page, server }) => {
  fillDirectory(server, REVIEWER);
  await openDesk(page);
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
});

test('V11 listings are found by name, by number and by how long they wait for a check', async ({ page }) => {
  const names = page.locator('.row-name');
  await expect(names).toHaveText(['Lantern House (made up)', 'Quay Law Centre (made up)']);
  await page.getByRole('textbox', { name: 'Find' }).fill('quay');
  await expect(names).toHaveText(['Quay Law Centre (made up)']);
  await page.getByRole('textbox', { name: 'Find' }).fill('79460112');
  await expect(names).toHaveText(['Lantern House (made up)']);
});

test('SV-19 a listing is hidden at once by one person, with a reason', async ({ page, server }) => {
  const asked: unknown[] = [];
  server.answers.set(`POST /api/listings/${LAW_ID}/hide`, (body) => {
    asked.push(body);
    const kept = server.listings.get(LAW_ID);
    if (!kept) throw new Error('tests: no such listing');
    const hidden = { ...kept, version: 2, hidden: { at: '2026-11-29T10:00:00.000Z', reason: 'unsafe' } };
    server.put(hidden);
    return hidden;
  });
  await page.getByRole('button', { name: 'More about Quay Law Centre (made up)' }).click();
  await page.getByLabel('It is not safe').check();
  await page.getByRole('button', { name: 'Hide now' }).click();
  await expect(page.locator('.row-name')).toHaveText(['Lantern House (made up)']);
  expect(asked).toEqual([{ reason: 'unsafe' }]);
});

test('V11 history is there for ever, and a step is changed back by a new change that is checked like any other', async ({
  page,
  server,
}) => {
  server.changeBySomebody(LAW_ID, 'alternate_name', 'The Quay', 'Heron');
  await page.getByRole('button', { name: 'You', exact: true }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
  await page.getByRole('button', { name: 'More about Quay Law Centre (made up)' }).click();
  await page.getByRole('button', { name: 'Everything that was changed' }).click();
  await expect(page.locator('main')).toContainText('By Heron, checked by Wren');
  await expect(page.locator('.change-after')).toContainText('The Quay');
  await page.getByRole('button', { name: 'Change it back' }).click();
  await expect(page.getByLabel('Another name it is known by')).toHaveValue('');
  await page.getByLabel('It was always wrong').check();
  await page.getByLabel('I met them').check();
  await page.getByRole('button', { name: 'Send for checking' }).click();
  await expect.poll(() => server.edits.length).toBe(1);
  expect(server.edits[0]).toMatchObject({
    baseVersion: 2,
    changes: [{ field: 'alternate_name', before: 'The Quay', after: null, cause: 'always-wrong' }],
  });
});
