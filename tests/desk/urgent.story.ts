import { expect, type Page } from '@playwright/test';
import { isKept, openSampleCity, test } from './desk-site.ts';

const urgent = (page: Page) => page.locator('.bar').getByRole('button', { name: 'Urgent help', exact: true });
const tabs = (page: Page) => page.locator('.bar-tab');

test('S1 urgent help is one press from every screen of the desk, in the same place, with the network cut', async ({
  page,
  context,
  site,
}) => {
  await openSampleCity(page);
  await isKept(page);
  await site.close();
  await context.setOffline(true);
  const places = new Set<string>();
  for (const size of [
    { width: 1280, height: 800 },
    { width: 360, height: 640 },
  ]) {
    await page.setViewportSize(size);
    places.clear();
    for (let at = 0; at < (await tabs(page).count()); at++) {
      await tabs(page).nth(at).click();
      // Wherever the page has been read to.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await expect(urgent(page)).toBeInViewport({ ratio: 1 });
      places.add(JSON.stringify(await urgent(page).boundingBox()));
      await urgent(page).click();
      const dialog = page.getByRole('dialog', { name: 'Urgent help' });
      // The made-up city lies in no country: every country is there, folded.
      expect(await dialog.locator('details[data-country]').count()).toBeGreaterThan(10);
      await dialog.locator('details[data-country=GB] > summary').click();
      await expect(dialog.locator('a[href="tel:999"]')).toBeInViewport();
      await expect(dialog).toContainText('Calls can show on this phone and on the bill.');
      await expect(dialog.getByRole('link', { name: 'Leave now' })).toBeInViewport({ ratio: 1 });
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(urgent(page)).toBeFocused();
    }
    expect([...places]).toHaveLength(1);
  }
});

test('S1 the numbers of the country that is worked with are there without choosing, with what a text leaves behind', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Get New York City/ }).click();
  await page.locator('#needs').waitFor();
  await urgent(page).click();
  const dialog = page.getByRole('dialog', { name: 'Urgent help' });
  await expect(dialog.getByRole('heading', { name: 'United States' })).toBeVisible();
  await expect(dialog.locator('a[href="tel:911"]')).toBeInViewport();
  await expect(dialog).toContainText('233733');
  await expect(dialog).toContainText('The message stays in this phone until you delete it.');
  // Others are one fold away.
  await expect(dialog.locator('details[data-country=GB]')).toBeHidden();
  await dialog.getByText('Another country').click();
  await expect(dialog.locator('details[data-country=GB]')).toBeVisible();
  await expect(dialog.locator('details[data-country=US]')).toHaveCount(0);
});
