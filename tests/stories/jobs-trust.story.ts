import type { Page } from '@playwright/test';
import { openService } from './journey.ts';
import { arriveAt, expect, goTo, test } from './test-town.ts';

const fact = (page: Page, name: string) => page.locator('.card', { hasText: name }).locator('.facts');

/** The same list at another moment: the clock of the page is the one that is asked. */
async function lookAt(page: Page, moment: string): Promise<void> {
  await page.clock.setFixedTime(new Date(moment));
  await goTo(page, 'health');
}

test('S7 opening is told by the clock of the service, over midnight, summer time and holidays', async ({
  page,
}) => {
  await arriveAt(page, 'health');
  // Tuesday, 13:00 in Nairobi.
  await expect(fact(page, 'Night Clinic')).toContainText('Closed. Opens Fri 20:00');
  await expect(fact(page, 'Week Clinic')).toContainText('Open until 17:00');
  await expect(fact(page, 'Letter Clinic')).toContainText('By appointment');
  await expect(fact(page, 'Always Clinic')).toContainText('24 hours, every day');

  // Saturday, 01:30 in Nairobi, and still Friday evening in London.
  await lookAt(page, '2026-11-27T22:30:00Z');
  await expect(fact(page, 'Night Clinic')).toContainText('Open until 02:00');
  await expect(fact(page, 'Week Clinic')).toContainText('Closed. Opens Mon 09:00');
  await lookAt(page, '2026-11-27T23:30:00Z');
  await expect(fact(page, 'Night Clinic')).toContainText('Closed. Opens');

  // London is an hour behind itself from 25 October: 08:30 by the world's clock was 09:30 there on the Friday before.
  await lookAt(page, '2026-10-23T08:30:00Z');
  await expect(fact(page, 'Week Clinic')).toContainText('Open until 17:00');
  await lookAt(page, '2026-10-26T08:30:00Z');
  await expect(fact(page, 'Week Clinic')).toContainText('Closed. Opens 09:00');

  await lookAt(page, '2026-12-25T12:00:00Z');
  await expect(fact(page, 'Week Clinic')).toContainText('Closed. Opens Mon 09:00');
});

test('S7 hours that nobody knows are never called closed', async ({ page }) => {
  await arriveAt(page, 'health');
  for (const name of ['Words Clinic', 'Silent Clinic']) {
    await expect(fact(page, name)).toContainText('Hours not known. Call to ask');
    await expect(fact(page, name)).not.toContainText(/closed/i);
  }
  await openService(page, 'Words Clinic');
  const hours = page.locator('.service-section', { hasText: 'When they are open' });
  await expect(hours).toContainText('The page says: Most mornings, please ring.');
  await expect(hours).not.toContainText(/closed/i);
});

test.describe('far away', () => {
  test.use({ timezoneId: 'America/New_York' });

  test('S7 a person who looks from another country is told that it is their time, not hers', async ({
    page,
  }) => {
    await arriveAt(page, 'health');
    await expect(fact(page, 'Week Clinic')).toContainText('Open until 17:00 (their time)');
    await expect(fact(page, 'Night Clinic')).toContainText('Opens Fri 20:00 (their time)');
    await openService(page, 'Week Clinic');
    await expect(page.locator('.week .is-today')).toContainText('09:00 to 17:00');
  });
});

test('S8 every card says when it was checked, and an old one says to call first', async ({ page }) => {
  await arriveAt(page, 'child');
  for (const [name, words] of [
    ['Fresh Club', 'Checked on 12 Nov 2026'],
    ['Due Club', 'Checked on 1 Apr 2026. Call before you go'],
    ['Old Club', 'Checked on 1 Aug 2025. Not checked for a long time. Call first'],
    ['Beyond Club', 'Not checked for 23 months. Call first'],
    ['Page Club', 'From a public page, not yet checked by us'],
    ['Other Club', "From someone else's page, not yet checked by us"],
    ['Quarrel Club', 'Sources do not agree about this service. Call first'],
  ] as const)
    await expect(fact(page, name)).toContainText(words);
  // The list's own age is another matter, and stands below it.
  await expect(page.locator('.list-age')).toContainText('This list came to your phone on 24 Nov 2026.');

  // Fresh ones first, the one of long ago last, and none is hidden.
  const names = await page.locator('.card-name').allInnerTexts();
  expect(names).toHaveLength(7);
  expect(names.at(-1)).toBe('Beyond Club');
  expect(names.indexOf('Fresh Club')).toBeLessThan(names.indexOf('Due Club'));
  expect(names.indexOf('Due Club')).toBeLessThan(names.indexOf('Page Club'));
  expect(names.indexOf('Page Club')).toBeLessThan(names.indexOf('Old Club'));

  await openService(page, 'Due Club');
  const how = page.locator('.service-section', { hasText: 'How we know this' });
  await expect(how).toContainText('Checked by a visit on 1 Apr 2026. Call before you go');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await openService(page, 'Page Club');
  await expect(how).toContainText('We read the page on 21 Nov 2026. The page has no date.');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await openService(page, 'Quarrel Club');
  await expect(how).toContainText('The number is another one elsewhere.');
});
