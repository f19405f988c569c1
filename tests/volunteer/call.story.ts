import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { CLINIC_ID, expect, HARBOUR_ID, openDesk, SAMPLES, staffListing, test } from './desk-page.ts';

async function callClinic(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Queue/ }).click();
  await page.locator('.entry', { hasText: 'Lantern Clinic' }).getByRole('button', { name: 'Call' }).click();
}

test('V4 the queue puts the crisis line first, and each row says why it is there now', async ({
  page,
  server,
}) => {
  server.reports.push({ listingId: CLINIC_ID, signal: 'number-dead', weekOf: '2099-01-05' });
  await openDesk(page);
  await page.getByRole('button', { name: /^Queue/ }).click();
  const rows = page.locator('.entry');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Harbour Helpline');
  await expect(rows.first()).toContainText(/Checked \d+ days ago; due every 30/);
  await expect(rows.last()).toContainText('Reported: the number is dead (1×)');
});

test('V3 a call has what to say in order, a large number to press, and an outcome for each question', async ({
  page,
  server,
}) => {
  await openDesk(page);
  await callClinic(page);
  const call = page.locator('.call-link');
  await expect(call).toHaveAttribute('href', 'tel:+442079460102');
  expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(48);
  const steps = page.locator('.script-step');
  await expect(steps.first()).toContainText('I am a volunteer with');
  await expect(steps.last()).toContainText('Thank you');
  const cost = steps.filter({ hasText: 'Does it cost anything?' });
  await cost.getByRole('button', { name: 'Changed' }).click();
  await cost.getByLabel('Costs a little').check();
  await cost.getByLabel('It changed').check();
  await cost.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'The call is over' }).click();
  await expect.poll(() => server.edits.length).toBe(1);
  expect(server.edits[0]).toMatchObject({
    method: 'called-published-number',
    changes: [{ field: 'cost', after: { value: 'low-cost' }, cause: 'changed' }],
  });
  expect(server.checks).toContainEqual(expect.objectContaining({ field: 'cost', answer: 'changed' }));
});

test('V2 V3 languages are changed while somebody is on the telephone, who says how it was found out', async ({
  page,
  server,
}) => {
  const clinic = SAMPLES[1] as (typeof SAMPLES)[number];
  server.put(
    staffListing(
      { ...clinic, languages: [{ code: 'en', mode: 'staff' }] },
      { checkedFields: { languages: '2020-01-01' } },
    ),
  );
  await openDesk(page);
  await callClinic(page);
  const step = page.locator('.script-step').filter({ hasText: 'languages' });
  await step.getByRole('button', { name: 'Changed' }).click();
  await step.getByRole('combobox', { name: 'Languages' }).fill('Tigr');
  await page.getByRole('option', { name: 'Tigrinya' }).click();
  await step.getByLabel('It changed').check();
  await step.getByRole('button', { name: 'Send for checking' }).click();
  await page.getByRole('button', { name: 'The call is over' }).click();
  await expect.poll(() => server.edits.length).toBe(1);
  expect(server.edits[0]).toMatchObject({
    listingId: CLINIC_ID,
    method: 'called-published-number',
    changes: [
      {
        field: 'languages',
        after: [
          { code: 'en', mode: 'staff' },
          { code: 'ti', mode: 'staff' },
        ],
        cause: 'changed',
      },
    ],
  });
  expect(server.checks).toContainEqual(expect.objectContaining({ field: 'languages', answer: 'changed' }));
});

test('V3 nobody answered: it is tried at another time of day, and after three times a reviewer decides', async ({
  page,
  server,
}) => {
  for (const hour of ['09', '14'])
    server.checks.push({
      id: `3f2b8c1e-0000-4000-8000-0000000000${hour}`,
      listingId: CLINIC_ID,
      field: 'status',
      answer: 'no-answer',
      at: `2026-02-02T${hour}:00:00.000Z`,
    });
  await openDesk(page);
  await callClinic(page);
  await expect(page.getByText('Nobody answered: 2×.')).toContainText(
    'Try again in the evening, by their clock.',
  );
  await page.getByRole('button', { name: 'Nobody answered' }).click();
  await expect(page.getByText('Nobody answered: 3×.')).toContainText('A reviewer now decides');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => server.checks.filter(({ answer }) => answer === 'no-answer').length).toBe(3);
});

test('V3 of a refuge whoever picks up is not told what it is', async ({ page, server }) => {
  const [harbour] = SAMPLES;
  if (!harbour) throw new Error('tests: no sample');
  server.put(
    staffListing({
      ...harbour,
      needs: ['home.refuge'],
      locations: [{ visibility: 'none', location_type: 'redacted' }],
    }),
  );
  await openDesk(page);
  await expect(page.locator('.asked')).toHaveText('Do they have space?');
  await page.getByRole('button', { name: 'Call them' }).click();
  await expect(page.getByText('Do not say what this service is.')).toBeVisible();
  await expect(page.locator('.script-step').first()).toContainText('May I ask who I am speaking to?');
  await expect(page.locator('.script-step').nth(1)).toContainText('Only if it is the service');
});

test('V1 due checks can be had as a calendar file that names no service', async ({ page }) => {
  await openDesk(page);
  await page.getByRole('button', { name: /^Queue/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the dates' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual(['Follow-up 2']);
  for (const word of ['Harbour', 'Lantern', HARBOUR_ID, CLINIC_ID]) expect(text).not.toContain(word);
});
