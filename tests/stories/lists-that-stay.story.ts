import type { Page } from '@playwright/test';
import { listingOf } from '../fixtures/listing-of.ts';
import { chooseRegion, chooseTile, openGuide, tab } from './journey.ts';
import { expect, test } from './own-site.ts';

// What the host may say of a list without taking it from her.

const TESTLAND = { id: 'testland', kind: 'region', name: 'Testland' } as const;
const LISTINGS = [listingOf({ name: 'Kelp Law', needs: ['law.advice'], sample: true })];

async function lookForNewer(page: Page): Promise<void> {
  await tab(page, 3);
  await page.getByRole('button', { name: 'Look for newer lists' }).click();
  await expect(page.getByText('Your lists are up to date.')).toBeVisible();
}

test('SG-3 a list that is gone from the host stays, and she is told that nobody updates it any more', async ({
  page,
  site,
}) => {
  await site.publish([{ ...TESTLAND, listings: LISTINGS }]);
  await openGuide(page);
  await lookForNewer(page);
  await tab(page, 0);
  await chooseTile(page, 'legal');
  await chooseRegion(page, 'Testland');
  const service = page.locator('.card', { hasText: 'Kelp Law' });
  await expect(service).toBeVisible();
  const told = page.getByText('We no longer update this list. Call before you go.');
  await expect(told).toHaveCount(0);

  await site.publish([]);
  await lookForNewer(page);
  await expect(page.locator('li', { has: told })).toContainText('Testland');
  await tab(page, 0);
  await chooseTile(page, 'legal');
  await expect(service).toBeVisible();
  await expect(told).toBeVisible();
});
