import { TRAP_LISTINGS } from '../fixtures/trap-listings.ts';
import { chooseTile, openGuide } from './journey.ts';
import { expect, test, townIn } from './test-town.ts';

test('X9 a list that cannot be read says so and still gives numbers to call, never "no services"', async ({
  page,
  host,
}) => {
  await host.publish(TRAP_LISTINGS, [], { isUnreadable: true });
  await openGuide(page);
  await chooseTile(page, 'talk');
  await townIn(page).click();
  await page.getByRole('searchbox').waitFor();
  await page.getByRole('button', { name: 'Show services' }).click();
  await expect(page.locator('h1')).toContainText('The list cannot be read');
  await expect(page.getByText('You can always call:')).toBeVisible();
  await page.locator('#main [data-country=KE] summary').click();
  await expect(page.locator('#main a[href="tel:1195"]')).toBeVisible();
  await expect(page.locator('#main')).not.toContainText('0 services');
});
