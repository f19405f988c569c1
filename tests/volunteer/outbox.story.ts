import { readFileSync } from 'node:fs';
import { changeNumber } from './change-number.ts';
import { expect, HARBOUR_ID, openDesk, test } from './desk-page.ts';

test('V8 what is typed survives a page that is killed in the middle, and goes on where it stopped', async ({
  page,
  context,
}) => {
  await openDesk(page);
  await changeNumber(page);
  // The renderer dies without a word to the page. A window opened before the browser has noticed waits for it for ever.
  const dead = page.waitForEvent('crash');
  await page.goto('chrome://crash').catch(() => undefined);
  await dead;
  const other = await context.newPage();
  await openDesk(other);
  await expect(other.getByLabel('Phone number now')).toHaveValue('+44 20 7946 0199');
  await expect(other.getByLabel('It changed')).toBeChecked();
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.locator('.foot-tabs')).toContainText('Outbox (');
});

test('V8 what is typed on a card outlasts the whole form of the same service, and is found again among the drafts', async ({
  page,
}) => {
  await openDesk(page);
  await changeNumber(page);
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
  await page.locator('.row-name', { hasText: 'Harbour Helpline' }).click();
  await page.getByLabel('What they do').fill('Somebody to talk to at night.');
  await page.getByRole('button', { name: 'Leave for now' }).click();
  const drafts = page.getByRole('region', { name: 'Begun, not sent' }).getByRole('button');
  await expect(drafts).toHaveCount(2);
  await drafts.first().click();
  await expect(page.getByLabel('Phone number now')).toHaveValue('+44 20 7946 0199');
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
  await drafts.last().click();
  await expect(page.getByLabel('What they do')).toHaveValue('Somebody to talk to at night.');
});

test('V8 the outbox can be saved as a file', async ({ page, context }) => {
  await openDesk(page);
  await context.setOffline(true);
  await changeNumber(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: /^Outbox/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save all of it as a file' }).click(),
  ]);
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(file).toMatchObject({
    format: 'outbox',
    edits: [{ listingId: HARBOUR_ID }],
    checks: [{ answer: 'changed' }, { field: 'status', answer: 'still-right' }],
  });
});

test('V9 where somebody else changed the same field, mine, theirs or something new is chosen, with who and when', async ({
  page,
  context,
  server,
}) => {
  await openDesk(page);
  await context.setOffline(true);
  await page.evaluate(async (id) => {
    // An edit of the description, as the editor will make it.
    const opened = indexedDB.open('g3');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opened.onsuccess = () => resolve(opened.result);
    });
    const store = database.transaction('listings').objectStore('listings').get(id);
    const kept = await new Promise<{ listing: object }>((resolve) => {
      store.onsuccess = () => resolve(store.result);
    });
    const change = (field: string, before: string, after: string) => ({
      field,
      before,
      after,
      cause: 'changed',
    });
    const entry = {
      id: '3f2b8c1e-0000-4000-8000-00000000aaaa',
      kind: 'edit',
      listingId: id,
      by: 'p1',
      madeAt: '2026-02-01T10:00:00.000Z',
      tries: 0,
      problem: null,
      detail: null,
      base: kept.listing,
      current: null,
      edit: {
        id: '3f2b8c1e-0000-4000-8000-00000000aaaa',
        listingId: id,
        region: 'sample-city',
        kind: 'change',
        baseVersion: 1,
        changes: [
          change('description', 'Somebody to talk to, day and night.', 'Somebody to talk to, by day.'),
          change('name', 'Harbour Helpline (made up)', 'Harbour Line (made up)'),
        ],
        confirmed: [],
        overrides: [],
      },
    };
    const writing = database.transaction('outbox', 'readwrite');
    writing.objectStore('outbox').put(entry);
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    database.close();
  }, HARBOUR_ID);
  server.changeBySomebody(HARBOUR_ID, 'description', 'Somebody to talk to, at night.', 'Otter');
  await context.setOffline(false);
  await page.reload();
  await page.getByRole('button', { name: /^Outbox/ }).click();
  await page.getByRole('button', { name: 'Choose what is right' }).click();
  await expect(page.getByText('These of yours do not touch theirs and stay: Name.')).toBeVisible();
  await expect(page.locator('fieldset')).toContainText('Otter');
  await expect(page.locator('fieldset')).toContainText('Heron');
  await page.getByRole('button', { name: 'Save and send' }).click();
  await expect(page.getByRole('alert')).toContainText('Still to choose: 1');
  await page.getByLabel('Write something new').first().check();
  await page.getByRole('textbox').fill('Somebody to talk to, from six to six.');
  await page.getByRole('button', { name: 'Save and send' }).click();
  await expect.poll(() => server.edits.length).toBe(1);
  expect(server.edits[0]?.baseVersion).toBe(2);
  expect(server.edits[0]?.changes).toMatchObject([
    { field: 'name', after: 'Harbour Line (made up)' },
    {
      field: 'description',
      before: 'Somebody to talk to, at night.',
      after: 'Somebody to talk to, from six to six.',
    },
  ]);
});

test('V9 something new of a field that a line cannot hold is written in the form, from what stands now', async ({
  page,
  server,
}) => {
  await openDesk(page);
  server.changeBySomebody(HARBOUR_ID, 'notes', ['Callers may tell of grief.'], 'Otter');
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
  await page.locator('.row-name', { hasText: 'Harbour Helpline' }).click();
  await page.getByLabel('Notes').fill('Callers may tell of fear.');
  await page.getByLabel('It changed').check();
  await page.getByLabel('I met them').check();
  await page.getByRole('button', { name: 'Send for checking' }).click();
  await page.getByRole('button', { name: 'Choose what is right' }).click();
  await page.getByLabel('Something new: write it in the form').check();
  await page.getByRole('button', { name: 'Go on in the form' }).click();
  await expect(page.getByLabel('Notes')).toHaveValue('Callers may tell of fear.');
  await page.getByLabel('Notes').fill('Callers may tell of grief and fear.');
  await page.getByRole('button', { name: 'Send for checking' }).click();
  await expect.poll(() => server.edits.length).toBe(1);
  expect(server.edits[0]).toMatchObject({
    baseVersion: 2,
    changes: [
      {
        field: 'notes',
        before: ['Callers may tell of grief.'],
        after: ['Callers may tell of grief and fear.'],
        cause: 'changed',
      },
    ],
  });
  await expect(page.getByText('Everything is with the server.')).toBeVisible();
});

test('V8 signed out, what is done stays and waits; signed in as somebody else, it is not sent in their name', async ({
  page,
  server,
}) => {
  await openDesk(page);
  server.session = { ...server.session, me: null };
  await page.getByRole('button', { name: 'Still right' }).click();
  await page.getByRole('button', { name: /^Outbox/ }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  server.session = {
    ...server.session,
    me: { id: 'p2', name: 'Plover', roles: ['contributor'], regions: [], languages: [] },
  };
  await page.reload();
  await page.getByRole('button', { name: /^Outbox/ }).click();
  await expect(page.locator('.entry')).toHaveCount(1);
  expect(server.checks).toHaveLength(0);
});
