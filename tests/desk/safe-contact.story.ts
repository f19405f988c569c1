import type { Page } from '@playwright/test';
import { makeCaseload, newClient, openCaseload, toScreen } from './clients-page.ts';
import { expect, openSampleCity, test } from './desk-site.ts';
import { readPdf } from './printed.ts';

const HALF_A_PAGE_PX = (297 / 2 / 25.4) * 96;
const section = (page: Page) => page.getByRole('region', { name: 'Safe contact' });
const verdict = (page: Page) => section(page).locator('.contact-verdict');

test('C7 until somebody asks the client, the card says do not contact, and only what was said yes to is yes', async ({
  page,
}) => {
  await openSampleCity(page);
  await makeCaseload(page);
  const code = await newClient(page);
  const card = section(page);
  await expect(verdict(page)).toHaveText('Do not contact');
  for (const box of await card.getByRole('checkbox').all()) await expect(box).not.toBeChecked();
  await expect(card.getByRole('radio', { name: /^Nothing/ })).toBeChecked();

  await card.getByText('Phone call').click();
  await expect(verdict(page)).toHaveText('Do not contact: no day to ask again is set');
  await card.getByLabel('Ask again by').fill('2099-01-15');
  await expect(verdict(page)).toHaveText('Do not contact: no safe time is set');
  await card.getByRole('button', { name: 'Add a safe time' }).click();
  await expect(verdict(page)).toHaveText('Do not contact: no safe time is set');
  await card.getByText('Monday', { exact: true }).click();
  await expect(verdict(page)).toHaveText('Contact in these ways only');
  await expect(card.getByText('Monday: 09:00 to 17:00')).toBeVisible();
  await card.getByText('Something else that we agreed on').click();
  await card.getByLabel('What to say instead').fill('the dentist');
  await card.getByLabel('Ask again by').fill('2020-01-15');
  await expect(verdict(page)).toHaveText('Do not contact: ask again first');
  await card.getByLabel('Ask again by').fill('2099-01-15');

  await page.getByRole('button', { name: 'Lock' }).click();
  await openCaseload(page);
  await page.getByRole('button', { name: code }).click();
  await toScreen(page, 'Client');
  await expect(verdict(page)).toHaveText('Contact in these ways only');
  await expect(card.locator('.contact-card').getByText('the dentist')).toBeVisible();
});

test('C7 it prints as half a page for the client’s file, and nothing else of the page does', async ({
  page,
}) => {
  await openSampleCity(page);
  await makeCaseload(page);
  const code = await newClient(page);
  await page.getByLabel('Your note').fill('asked for a bed');
  const card = section(page);
  for (const way of ['Phone call', 'Text message', 'E-mail', 'Letter']) await card.getByText(way).click();
  for (const at of [0, 1]) {
    await card.getByRole('button', { name: 'Add a safe time' }).click();
    const time = card.locator('.time').nth(at);
    for (const day of ['Monday', 'Wednesday', 'Thursday', 'Saturday'])
      await time.getByText(day, { exact: true }).click();
  }
  await card.getByLabel('Ask again by').fill('2099-01-15');
  await card
    .getByLabel('Who else may answer or read it')
    .fill('A neighbour now and then, and the older child.');
  const pdf = await readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  expect(pdf.title).toBe('Guide');
  expect(pdf.pages).toHaveLength(1);
  const [printed] = pdf.pages;
  const text = printed?.text.replace(/\s+/g, ' ') ?? '';
  for (const words of [
    code,
    'Contact in these ways only',
    'Phone call',
    'A neighbour now and then',
    '15 Jan 2099',
  ])
    expect(text).toContain(words);
  for (const words of ['asked for a bed', 'Clients', 'Shortlist', 'Leave now', 'Erase', 'Sample data'])
    expect(text).not.toContain(words);
  expect((printed?.height ?? 0) > (printed?.width ?? 0)).toBe(true);
  await page.emulateMedia({ media: 'print' });
  // As wide as paper is between its margins.
  await page.setViewportSize({ width: 688, height: 1000 });
  const high = await page.locator('.contact-paper').evaluate((paper) => paper.getBoundingClientRect().height);
  expect(high).toBeLessThan(HALF_A_PAGE_PX - 53);
  // Elsewhere the page prints as it is.
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await toScreen(page, 'Match');
  await expect(page.locator('.print-paper')).toHaveCount(0);
});
