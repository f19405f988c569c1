import type { Locator, Page } from '@playwright/test';
import { COORDINATOR, fillDirectory, LAW_ID, proposalOf, REVIEWER } from '../volunteer/a-directory.ts';
import { openDesk, test } from '../volunteer/desk-page.ts';
import { LOG, PEOPLE, PROPOSALS, RISKY } from './made-up-people.ts';

const PHONE = { width: 360, height: 640 };
const LAPTOP = { width: 1280, height: 800 };

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: `docs/screenshots/volunteers-${name}.png` });
}

/** Less than a screen of it: what the page beside it speaks of. */
async function shootPart(part: Locator, name: string): Promise<void> {
  await part.screenshot({ path: `docs/screenshots/volunteers-${name}.png` });
}

const toTab = (page: Page, at: number) => page.locator('.foot-tabs button').nth(at).click();

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });
  test('today, the queue, a call', async ({ page }) => {
    await openDesk(page);
    await shoot(page, 'today');
    await toTab(page, 1);
    await shoot(page, 'queue');
    await page.getByRole('button', { name: 'Call' }).first().click();
    await shoot(page, 'call');
  });
});

test.describe('on a phone, in Arabic', () => {
  test.use({ viewport: PHONE, locale: 'ar', colorScheme: 'dark' });
  test('today', async ({ page }) => {
    await openDesk(page);
    await shoot(page, 'today-ar');
  });
});

test.describe('on a laptop', () => {
  test.use({ viewport: LAPTOP });
  test('the form, the review, coverage, people', async ({ page, server }) => {
    fillDirectory(server, REVIEWER);
    server.answers.set('GET /api/edits', () => [
      proposalOf(LAW_ID, {
        channels: [
          { type: 'phone', value: '+442079460199', cost: 'free' },
          { type: 'email', value: 'advice@quay.example' },
        ],
      }),
    ]);
    await openDesk(page);
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    await page.locator('.change-after').waitFor();
    await shoot(page, 'review');
    await page.getByRole('button', { name: 'Coverage', exact: true }).click();
    await page.locator('table').first().waitFor();
    await shoot(page, 'coverage');
    await page.getByRole('button', { name: 'Listings', exact: true }).click();
    await page.locator('.row-name', { hasText: 'Quay Law Centre (made up)' }).click();
    await page.locator('.editor').waitFor();
    await page.locator('.preview-phone').first().waitFor();
    await shoot(page, 'editor');
  });
  test('people who wait, the log, a release', async ({ page, server }) => {
    fillDirectory(server, COORDINATOR);
    server.answers.set('GET /api/people', () => ({ people: PEOPLE }));
    server.answers.set('GET /api/proposals', () => ({ proposals: PROPOSALS }));
    server.answers.set('GET /api/log', () => ({ entries: LOG, more: false, names: {} }));
    server.answers.set('GET /api/export/diff', () => RISKY);
    await openDesk(page);
    await page.getByRole('button', { name: 'People', exact: true }).click();
    await page.getByText('Sparrow').first().waitFor();
    await shoot(page, 'people');
    const part = (name: string) => page.getByRole('region', { name });
    await part('Release').getByRole('button', { name: 'Show the risky changes' }).click();
    await page.locator('.change-after').first().waitFor();
    await shootPart(part('Release'), 'release');
    await part('The log').getByRole('button').first().click();
    await part('The log').locator('tbody tr').first().waitFor();
    await shootPart(part('The log'), 'log');
  });
});
