import { COORDINATOR, fillDirectory, LAW_ID, REVIEWER } from './a-directory.ts';
import { expect, openDesk, test } from './desk-page.ts';

const openLaw = async (page: import('@playwright/test').Page) => {
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
  await page.locator('.row-name', { hasText: 'Quay Law Centre (made up)' }).click();
  await page.locator('.editor').waitFor();
};

for (const viewport of [
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
])
  test.describe(() => {
    test.use({ viewport });

    test(`V2 V6 a service is changed by the keyboard alone, and a replaced value asks whether it was always wrong (${viewport.width})`, async ({
      page,
      server,
    }) => {
      fillDirectory(server, COORDINATOR);
      await openDesk(page);
      await openLaw(page);
      await page.getByLabel('Name', { exact: true }).focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Backspace');
      await page.keyboard.type(', main office)');
      await page.getByRole('button', { name: 'Send for checking' }).press('Enter');
      await expect(page.getByText('Say which: a wrong value may have misled people.')).toBeVisible();
      expect(server.edits).toHaveLength(0);
      await page.getByLabel('It was always wrong').press('Space');
      await page.getByLabel('I met them').press('Space');
      await page.getByRole('button', { name: 'Send for checking' }).press('Enter');
      await expect.poll(() => server.edits.length).toBe(1);
      expect(server.edits[0]).toMatchObject({
        listingId: LAW_ID,
        kind: 'change',
        baseVersion: 1,
        method: 'met-in-person',
        changes: [
          {
            field: 'name',
            before: 'Quay Law Centre (made up)',
            after: 'Quay Law Centre (made up, main office)',
            cause: 'always-wrong',
          },
        ],
      });
    });
  });

test('V6 hours are a line of text and a table, each following the other, nights too', async ({
  page,
  server,
}) => {
  fillDirectory(server, REVIEWER);
  await openDesk(page);
  await openLaw(page);
  const line = page.getByLabel('As a line of text');
  await expect(line).toHaveValue('Mon-Fri 09:00-17:00');
  await line.fill('Mon-Thu 9am-5pm; Fri 8pm-2am');
  await line.blur();
  await expect(page.getByLabel('Friday: closes')).toHaveValue('02:00');
  await expect(page.getByText('the next day', { exact: true })).toBeVisible();
  await page.getByLabel('Friday: closes').fill('03:00');
  await expect(line).toHaveValue('Mon-Thu 09:00-17:00; Fri 20:00-03:00');
  await line.fill('Mornings, mostly');
  await expect(
    page.getByText('This cannot be read without guessing. People will see your words.'),
  ).toBeVisible();
  await expect(page.locator('.preview-phone')).toContainText('Mornings, mostly');
});

test('V6 V7 a yes without evidence holds the edit back; with its day it is what a survivor sees, right to left too', async ({
  page,
  server,
}) => {
  fillDirectory(server, REVIEWER);
  await openDesk(page);
  await openLaw(page);
  const checks = page.getByRole('group', { name: 'Do they check papers?' });
  await checks.getByLabel('No', { exact: true }).check();
  await expect(page.getByText('A yes or a no needs a day and how we know.', { exact: false })).toBeVisible();
  await expect(page.locator('.editor-preview')).toContainText('once nothing needed is missing');
  await page.locator('[data-field=status_check] input[type=date]').fill('2026-11-01');
  await expect(page.locator('.preview-phone')).toContainText('No · checked on 1 Nov 2026');
  await page.locator('.editor-preview .choice').click();
  await page.getByRole('option', { name: 'العربية' }).click();
  const shown = page.locator('.preview-phone > [dir=rtl][lang=ar]');
  await expect(shown).toContainText('Quay Law Centre (made up)');
  await expect(shown.getByRole('heading', { name: 'اللغات' })).toBeVisible();
});

test('V7 only what this edit caused is found, as it is typed; the button stays, an error holds back, a warning wants a reason', async ({
  page,
  server,
}) => {
  fillDirectory(server, REVIEWER);
  await openDesk(page);
  await openLaw(page);
  const send = page.getByRole('button', { name: 'Send for checking' });
  await expect(page.locator('.finding, .field-problem')).toHaveCount(0);
  await page
    .getByLabel('What they do')
    .fill(
      'Notwithstanding administrative particularities, beneficiaries receive comprehensive representation.',
    );
  await expect(page.locator('.finding')).toContainText('hard to read');
  await expect(send).toBeInViewport();
  await page.getByLabel('It changed').check();
  await page.getByLabel('I met them').check();
  await send.click();
  expect(server.edits).toHaveLength(0);
  await page.getByLabel('Leave it as it is, because').fill('These are the words of the law.');
  await send.click();
  await expect.poll(() => server.edits.length).toBe(1);
  expect(server.edits[0]?.overrides).toEqual([
    { rule: 'hard-text', field: 'description', reason: 'These are the words of the law.' },
  ]);
});

test('V8 what is typed is there again after a crash in the middle of it', async ({
  page,
  context,
  server,
}) => {
  fillDirectory(server, REVIEWER);
  await openDesk(page);
  await openLaw(page);
  await page.getByLabel('Number', { exact: true }).fill('020 7946 01');
  await page.getByLabel('A word to whoever checks it').fill('They moved the phone');
  // The pause after which it is kept.
  await page.waitForTimeout(1_000);
  const client = await context.newCDPSession(page);
  // Asked and not waited for: who has crashed does not answer.
  void client.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');
  const other = await context.newPage();
  await openDesk(other);
  await openLaw(other);
  await expect(other.getByLabel('Number', { exact: true })).toHaveValue('020 7946 01');
  await expect(other.getByLabel('A word to whoever checks it')).toHaveValue('They moved the phone');
});

test('V7 SV-10 a place that is not public has no field for a street', async ({ page, server }) => {
  fillDirectory(server, REVIEWER);
  await openDesk(page);
  await openLaw(page);
  await page.getByRole('button', { name: 'Add a place' }).click();
  await expect(page.getByLabel('Street and number')).toHaveCount(0);
  await page.getByRole('button', { name: /Who may know where it is/ }).click();
  await page.getByRole('option', { name: 'Everyone: they agreed to it' }).click();
  await page.getByLabel('Street and number').fill('1 Quay Street');
  await expect(
    page
      .getByText('Tick that they agreed', { exact: false })
      .or(page.getByText('This does not fit here yet.'))
      .first(),
  ).toBeVisible();
  await page.getByRole('button', { name: /Who may know where it is/ }).click();
  await page.getByRole('option', { name: 'Only the area' }).click();
  await page.getByLabel('Name of the area').fill('Old Harbour');
  await expect(page.getByLabel('Street and number')).toHaveCount(0);
  await page.waitForTimeout(1_000);
  const kept = await page.evaluate(async () => {
    const open = indexedDB.open('g3');
    await new Promise((done) => {
      open.onsuccess = done;
    });
    const all = open.result.transaction('drafts').objectStore('drafts').getAll();
    await new Promise((done) => {
      all.onsuccess = done;
    });
    return JSON.stringify(all.result);
  });
  expect(kept).toContain('Old Harbour');
  expect(kept).not.toContain('Quay Street');
});

test('V5 a new service is looked for first; six things make it whole, and the next most useful field is named', async ({
  page,
  server,
}) => {
  fillDirectory(server, REVIEWER);
  await openDesk(page);
  await page.getByRole('button', { name: 'Listings', exact: true }).click();
  await page.getByRole('button', { name: 'Add a service' }).click();
  await page.getByLabel('A phone number').fill('020 7946 0111');
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await expect(page.getByRole('heading', { name: '1 service looks like it' })).toBeVisible();
  await expect(page.locator('.compare')).toContainText('same number');
  await page.getByLabel('A phone number').fill('020 7946 0150');
  await page.getByLabel('Name', { exact: true }).fill('Beacon Kitchen (made up)');
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nothing like it is there.' })).toBeVisible();
  await page.getByRole('button', { name: 'Begin the form' }).click();
  await expect(page.locator('.next-useful')).toContainText('3 things are still needed');
  await page.getByRole('button', { name: 'Send for checking' }).click();
  await expect(page.locator('.editor-send [role=alert]')).toContainText('Something is missing here.');
  await page.getByLabel('What they do').fill('Warm meals for everyone.');
  await page.getByLabel('Organisation', { exact: true }).fill('Beacon Trust');
  await page.getByRole('combobox', { name: 'What it helps with' }).focus();
  await page.keyboard.type('Food');
  await page.locator('.list-box .list-item').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.locator('.next-useful')).toContainText('What would help most next: Helps without papers');
  await page.getByLabel('I met them').check();
  await page.getByRole('button', { name: 'Send for checking' }).click();
  await expect.poll(() => server.edits.length).toBe(1);
  expect(server.edits[0]).toMatchObject({ kind: 'new', baseVersion: 0, region: 'sample-city' });
});

test('V6 V7 what happens when somebody calls, what is kept secret and the notes are written, seen as in the guide and judged', async ({
  page,
  server,
}) => {
  fillDirectory(server, REVIEWER);
  await openDesk(page);
  await openLaw(page);
  const calling = page.getByRole('group', { name: 'What happens when you call' });
  await calling.getByLabel('Who answers').fill('Ask for Grace');
  await expect(calling.locator('.finding')).toContainText('This may name a person.');
  await calling.getByLabel('Who answers').fill('A lawyer of the team');
  await expect(calling.locator('.finding')).toHaveCount(0);
  await calling.getByRole('button', { name: 'Can people keep their name to themselves?' }).click();
  await page.getByRole('option', { name: 'Yes', exact: true }).click();
  await page.getByLabel('What they keep to themselves').fill('They tell nobody that you called.');
  await page.getByLabel('Notes', { exact: true }).fill('Ring the bell twice.\nThere is a quiet room.');
  const preview = page.locator('.preview-phone');
  await expect(preview).toContainText('Who answers: A lawyer of the team');
  await expect(preview).toContainText('You do not have to give your name.');
  await expect(preview).toContainText('They tell nobody that you called.');
  await expect(preview).toContainText('There is a quiet room.');
  await page.getByLabel('I met them').check();
  await page.getByRole('button', { name: 'Send for checking' }).click();
  await expect.poll(() => server.edits.length).toBe(1);
  expect(server.edits[0]?.changes).toMatchObject([
    { field: 'notes', after: ['Ring the bell twice.', 'There is a quiet room.'] },
    {
      field: 'on_contact',
      after: { who_answers: 'A lawyer of the team', anonymous: 'yes', can_hang_up: 'unknown' },
    },
    { field: 'confidentiality_note', after: 'They tell nobody that you called.' },
  ]);
});

test('V8 a draft that is thrown away right after a letter was typed does not come back', async ({
  page,
  server,
}) => {
  fillDirectory(server, REVIEWER);
  await openDesk(page);
  await openLaw(page);
  await page.getByLabel('What they do').fill('Nothing that should be kept.');
  // With the very next stroke, while the form still waits for a pause to write it down.
  await page.getByRole('button', { name: 'Throw this draft away' }).click();
  await openLaw(page);
  await expect(page.getByLabel('What they do')).not.toHaveValue('Nothing that should be kept.');
});
