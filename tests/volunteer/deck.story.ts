import { expect, HARBOUR_ID, openDesk, SAMPLES, staffListing, test } from './desk-page.ts';

// The figure is a second (settled 34).
const TEN_TIMES_A_SECOND_MS = 10_000;
const still = 'Still right';

test('V1 the deck shows one listing with one question, what it says now and four answers as large as a thumb', async ({
  page,
}) => {
  await openDesk(page);
  await expect(page.locator('.deck-card')).toHaveCount(1);
  await expect(page.locator('.deck-card h2')).toHaveText('Harbour Helpline (made up)');
  await expect(page.locator('.asked')).toHaveText('Is this number still right?');
  await expect(page.locator('.value-large')).toContainText('+44 20 7946 0101');
  const answers = page.locator('.answers .answer');
  await expect(answers).toHaveText([still, 'Changed', 'Can’t tell', 'Skip']);
  const foot = await page.locator('.foot-tabs').boundingBox();
  for (const box of await Promise.all((await answers.all()).map((one) => one.boundingBox()))) {
    expect(box?.height).toBeGreaterThanOrEqual(48);
    // All four without scrolling, on the smallest of phones, and above the ways at the foot.
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
  }
});

test('V2 a changed value asks whether it changed or was always wrong, and a number is proposed as another channel', async ({
  page,
  server,
}) => {
  await openDesk(page);
  await page.getByRole('button', { name: 'Changed' }).click();
  await page.getByLabel('Phone number now').fill('020 7946 0199');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('whether it changed or was always wrong');
  await page.getByLabel('It was always wrong').check();
  await page.getByLabel('I asked somebody else who knows').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: /^Outbox/ }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect.poll(() => server.edits.length).toBe(1);
  expect(server.edits[0]).toMatchObject({
    listingId: HARBOUR_ID,
    baseVersion: 1,
    method: 'called-independent-contact',
    changes: [
      { field: 'channels.phone:+442079460101', after: null, cause: 'always-wrong' },
      { field: 'channels.phone:+442079460199', before: null, cause: 'always-wrong' },
    ],
  });
});

/** The helpline, whose languages or places nobody has looked at for years: that is what its card asks. */
const asking = (field: string, more: object) =>
  staffListing(
    { ...(SAMPLES[0] as (typeof SAMPLES)[number]), ...more },
    {
      checkedFields: { [field]: '2020-01-01' },
    },
  );

test('V1 V2 V8 languages are changed in the card itself, without a network, and a page that ends in the middle loses nothing', async ({
  page,
  context,
  server,
}) => {
  server.put(asking('languages', { languages: [{ code: 'en', mode: 'staff' }] }));
  await openDesk(page);
  await expect(page.locator('.asked')).toHaveText('Do they still speak these languages?');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Changed' }).click();
  const languages = page.getByRole('combobox', { name: 'Languages' });
  await languages.fill('Tigr');
  await page.getByRole('option', { name: 'Tigrinya' }).click();
  await expect(page.locator('.deck-card .language-row')).toHaveText([/^English/, /^Tigrinya/]);
  await page.reload();
  await expect(page.locator('.deck-card .language-row')).toHaveText([/^English/, /^Tigrinya/]);
  const send = page.getByRole('button', { name: 'Send for checking' });
  await send.click();
  await expect(page.getByText('Say which: a wrong value may have misled people.')).toBeVisible();
  await expect(page.getByText('Say how you made sure.')).toBeVisible();
  await page.getByLabel('It was always wrong').check();
  await page.getByLabel('I met them').check();
  const isNextAtOnce = page.waitForFunction(
    () => document.querySelector('.asked')?.textContent !== 'Do they still speak these languages?',
    null,
    { timeout: TEN_TIMES_A_SECOND_MS },
  );
  await send.click();
  await isNextAtOnce;
  await context.setOffline(false);
  await expect
    .poll(() => server.edits)
    .toMatchObject([
      {
        listingId: HARBOUR_ID,
        method: 'met-in-person',
        changes: [
          {
            field: 'languages',
            before: [{ code: 'en', mode: 'staff' }],
            after: [
              { code: 'en', mode: 'staff' },
              { code: 'ti', mode: 'staff' },
            ],
            cause: 'always-wrong',
          },
        ],
      },
    ]);
  // What was sent is not there as a draft as well.
  await page.getByRole('button', { name: /^Outbox/ }).click();
  await expect(page.getByText('Harbour Helpline (made up)')).toHaveCount(0);
});

test('V1 V7 a place is written in the card, and a street without a word of consent is held back there', async ({
  page,
  server,
}) => {
  server.put(asking('locations', { locations: [] }));
  await openDesk(page);
  await page.getByRole('button', { name: 'I know the answer' }).click();
  await page.getByRole('button', { name: 'Add a place' }).click();
  await page.getByRole('button', { name: 'Only the area' }).click();
  await page.getByRole('option', { name: 'Everyone: they agreed to it' }).click();
  await page.getByLabel('Street and number').fill('1 Made Up Street');
  await page.getByLabel('I met them').check();
  await page.getByRole('button', { name: 'Send for checking' }).click();
  await expect(page.locator('.deck-card .field-problem').first()).toContainText('Tick that they agreed');
  expect(server.edits).toHaveLength(0);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'I know the answer' })).toBeVisible();
});

test('V2 whoever was called has proved the number too: it is not asked again', async ({ page, server }) => {
  server.put(
    staffListing(SAMPLES[0] as (typeof SAMPLES)[number], {
      checkedFields: { 'channels.phone:+442079460101': '2020-01-01' },
    }),
  );
  await openDesk(page);
  await page.getByRole('button', { name: 'Skip', exact: true }).click();
  await page.getByRole('button', { name: /^Queue/ }).click();
  await page.locator('.entry', { hasText: 'Harbour' }).getByRole('button', { name: 'Call' }).click();
  await page.locator('.script-step').getByRole('button', { name: 'Can’t tell' }).first().click();
  await page.getByRole('button', { name: 'The call is over' }).click();
  await expect
    .poll(() =>
      server.checks
        .filter(({ answer }) => answer === 'still-right')
        .map(({ field }) => field)
        .sort(),
    )
    .toEqual(['channels.phone:+442079460101', 'status']);
});

test('V16 notes stay folded in light reading, rest and a limit hold the cards back, and the month is told to its author alone', async ({
  page,
}) => {
  await openDesk(page);
  await page.getByRole('button', { name: 'You' }).click();
  await expect(page.locator('.kept-alive')).toContainText('You kept 0 services alive this month');
  await page.getByLabel(/Keep notes and descriptions folded/).check();
  await page.getByRole('button', { name: 'Today' }).click();
  await page.getByText('More about this service').click();
  await expect(page.getByText('Callers may tell of being hurt.')).toBeHidden();
  await page.getByText(/Show its own words/).click();
  await expect(page.getByText('Callers may tell of being hurt.')).toBeVisible();
  await page.getByRole('button', { name: still }).click();
  await page.getByRole('button', { name: 'You' }).click();
  await expect(page.locator('.kept-alive')).toContainText('You kept 1 service alive this month');
  await page.getByRole('button', { name: '7 days' }).click();
  await page.getByRole('button', { name: 'Today' }).click();
  await expect(page.getByText('You rest until')).toBeVisible();
  await expect(page.locator('.deck-card')).toHaveCount(0);
});

test('V16 a service that somebody does not want to see is not shown for 30 days, also after a reload', async ({
  page,
}) => {
  await openDesk(page);
  await page.getByRole('button', { name: 'Not this one for 30 days' }).click();
  await expect(page.locator('.deck-card h2')).toHaveText('Lantern Clinic (made up)');
  await page.reload();
  await expect(page.locator('.deck-card h2')).toHaveText('Lantern Clinic (made up)');
});
