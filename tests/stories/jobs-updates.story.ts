import type { Page } from '@playwright/test';
import type { Listing } from '../../src/core/schema.ts';
import { listingOf } from '../fixtures/listing-of.ts';
import { TRAP_LISTINGS } from '../fixtures/trap-listings.ts';
import { chooseTile, isKeptOnPhone, tab } from './journey.ts';
import { arriveAt, expect, goTo, namesIn, test } from './test-town.ts';

/** Test Town a day later: one service has another name, one is gone, one is new. */
const NEXT_DAY: readonly Listing[] = [
  ...TRAP_LISTINGS.filter(({ name }) => name !== 'Lime Law').map((listing) =>
    listing.name === 'Maple Law' ? { ...listing, name: 'Maple Legal Help' } : listing,
  ),
  listingOf({ name: 'Nettle Law', needs: ['law.advice'] }),
];

/** Still there after anything but a new page. */
async function markPage(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''));
}
const isSamePage = (page: Page) => page.locator('html[data-same-page]').count();

test('S8 a newer list comes in the background, and the person reading the old one is not interrupted', async ({
  context,
  host,
}) => {
  const page = await context.newPage();
  await page.clock.install({ time: new Date('2026-11-24T10:00:00Z') });
  await arriveAt(page, 'legal');
  await isKeptOnPhone(page);
  await host.publish(NEXT_DAY);
  await page.clock.install({ time: new Date('2026-11-25T14:00:00Z') });
  await page.reload();
  await chooseTile(page, 'legal');
  await expect(page.locator('.card')).toHaveCount(4);
  await markPage(page);
  const kelp = page.locator('.card', { hasText: 'Kelp Law' });
  await kelp.locator('.card-name').focus();
  // Not at once: the network is hers for the first moments.
  const before = host.asked('/data/');
  await page.clock.runFor(10_000);
  expect(host.asked('/data/')).toBe(before);
  await page.clock.runFor(15_000);
  await expect(page.locator('.card', { hasText: 'Maple Legal Help' })).toBeVisible();
  expect((await namesIn(page, '#main')).sort()).toEqual([
    'Juniper Law',
    'Kelp Law',
    'Maple Legal Help',
    'Nettle Law',
  ]);
  await expect(page.locator('.list-age')).toContainText('This list came to your phone on 25 Nov 2026.');
  expect(await isSamePage(page)).toBe(1);
  await expect(kelp.locator('.card-name')).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // And it is kept: without a network the new one is there.
  await host.site.close();
  await page.reload();
  await chooseTile(page, 'legal');
  await expect(page.locator('.card', { hasText: 'Nettle Law' })).toBeVisible();
});

test('S8 a person can look for a newer list herself, and is told what came of it', async ({ page, host }) => {
  await arriveAt(page, 'legal');
  await page.getByRole('button', { name: 'Look for a newer list' }).click();
  await expect(page.getByText('The list is up to date.')).toBeVisible();
  await host.publish(NEXT_DAY);
  await tab(page, 3);
  await page.getByRole('button', { name: 'Look for newer lists' }).click();
  await expect(page.getByText('1 list is new.')).toBeVisible();
  await page.getByRole('button', { name: 'Look for newer lists' }).click();
  await expect(page.getByText('Your lists are up to date.')).toBeVisible();
  await tab(page, 0);
  await chooseTile(page, 'legal');
  await expect(page.locator('.card', { hasText: 'Nettle Law' })).toBeVisible();
  await host.site.close();
  await tab(page, 3);
  await page.getByRole('button', { name: 'Look for newer lists' }).click();
  await expect(page.getByText('We could not reach the list.')).toBeVisible();
});

test('S8 a new version of the page waits until she takes it', async ({ page, host }) => {
  await arriveAt(page, 'legal');
  await isKeptOnPhone(page);
  await markPage(page);
  host.changeScript('/sw.js', { after: '\n// a newer one' });
  const isWaiting = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null);
  expect(await isWaiting()).toBe(false);
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await expect.poll(isWaiting).toBe(true);
  expect(await isSamePage(page)).toBe(1);
  await expect(page.locator('.card').first()).toBeVisible();
  // Opening the page again does not take it either, while a page is open: no mixture of two versions.
  await page.reload();
  expect(await isWaiting()).toBe(true);
  await markPage(page);
  await tab(page, 3);
  await expect(page.getByText('A new version of this page is ready.')).toBeVisible();
  expect(await isSamePage(page)).toBe(1);
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.locator('html[data-same-page]')).toHaveCount(0);
  await expect(page.locator('#main h1')).toBeVisible();
  expect(await isWaiting()).toBe(false);
});

test('SG-7 a service that is withdrawn is gone from the list and from what she saved, also offline, until it is back', async ({
  page,
  host,
}) => {
  const withdrawn = TRAP_LISTINGS.find(({ name }) => name === 'Lime Law');
  const lime = page.locator('.card', { hasText: 'Lime Law' });
  const look = async () => {
    await tab(page, 3);
    await page.getByRole('button', { name: 'Look for newer lists' }).click();
    await expect(page.getByText('1 list is new.')).toBeVisible();
  };
  await arriveAt(page, 'legal');
  await lime.getByRole('button', { name: 'Save' }).click();
  // Its list has it still: the withdrawal alone counts.
  await host.publish(TRAP_LISTINGS, [withdrawn?.id ?? '']);
  await look();
  await goTo(page, 'legal');
  await expect(lime).toHaveCount(0);
  await tab(page, 1);
  await expect(page.locator('#main h1')).toBeVisible();
  await expect(page.getByText('Lime Law')).toHaveCount(0);
  await isKeptOnPhone(page);
  await page.reload();
  await goTo(page, 'legal');
  await expect(lime).toHaveCount(0);
  await host.publish(TRAP_LISTINGS);
  await look();
  await goTo(page, 'legal');
  await expect(lime).toHaveCount(1);
  await host.publish(TRAP_LISTINGS, [withdrawn?.id ?? '']);
  await look();
  await host.site.close();
  await page.reload();
  await goTo(page, 'legal');
  await expect(lime).toHaveCount(0);
});
