import { chooseTile, openService } from './journey.ts';
import { arriveAt, expect, type goTo, test } from './test-town.ts';

test('S5 the language of the screen and the language of a service are two choices', async ({ page }) => {
  await arriveAt(page, 'online');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'العربية' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.locator('.tabs .tab').nth(0).click();
  await chooseTile(page, 'online');
  // Reading in Arabic asks for no service that speaks it: both are still there.
  await expect(page.locator('.card')).toHaveCount(2);
  const mine = page.locator('.chips > .chip', { hasText: 'العربية' });
  await expect(mine).toHaveAttribute('aria-pressed', 'false');
  await mine.click();
  await expect(page.locator('.card')).toHaveCount(1);
  // And it says how it is spoken: here through an interpreter, not by staff.
  await expect(page.locator('.card .facts')).toContainText('عبر مترجم');
  await page.locator('.tabs .tab').nth(3).click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  for (const [name, lang] of [
    ['Español', 'es'],
    ['Kiswahili', 'sw'],
  ] as const) {
    await page.getByRole('button', { name }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  }
});

test('S5 words that are not in her language say in which they are, and are never left out', async ({
  page,
}) => {
  await arriveAt(page, 'online');
  const swahili = page.locator('.card', { hasText: 'Kituo cha Picha' });
  await expect(swahili).toContainText('Tunakusaidia kuondoa picha.');
  await expect(swahili).toContainText('Only in Swahili');
  await expect(swahili.locator('.card-name bdi')).toHaveAttribute('lang', 'sw');
  await expect(page.locator('.card', { hasText: 'Photo Help' })).not.toContainText('Only in');

  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'العربية' }).click();
  await page.locator('.tabs .tab').nth(0).click();
  await chooseTile(page, 'online');
  await openService(page, 'Kituo cha Picha');
  await expect(page.locator('.only-in')).toBeVisible();
  await expect(page.locator('h1 bdi')).toHaveAttribute('lang', 'sw');
  // Where the list has words in her language, those are shown.
  await page.locator('.back').click();
  await page
    .locator('.card-name')
    .filter({ hasText: /Photo Help|مساعدة الصور/ })
    .click();
  await expect(page.locator('h1')).toHaveText('مساعدة الصور');
  await expect(page.getByText('نساعدك على حذف الصور.')).toBeVisible();
  await expect(page.locator('.only-in')).toHaveCount(0);
});

test('S5 numbers run from left to right in Arabic too', async ({ page }) => {
  await arriveAt(page, 'talk');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'العربية' }).click();
  await page.locator('.tabs .tab').nth(0).click();
  await chooseTile(page, 'talk');
  await page.locator('.card', { hasText: 'Open Door' }).locator('.button').click();
  const number = page.getByRole('dialog').locator('.digits').first();
  await expect(number).toHaveText('0808 157 0001');
  expect(await number.evaluate((digits) => getComputedStyle(digits).direction)).toBe('ltr');
  // The first digit stands to the left of the last one on the screen.
  const [first, last] = await number.evaluate((digits) => {
    const node = digits.firstChild as Text;
    return [0, node.length - 1].map((at) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().left;
    });
  });
  expect(first).toBeLessThan(last ?? 0);
});

test.describe('on a phone set to Arabic', () => {
  test.use({ locale: 'ar-EG' });

  test('S5 the phone that speaks Arabic is answered in Arabic from the first screen', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('#main h1')).toBeVisible();
    // A draft is called one, in the same language.
    await expect(page.locator('.draft').first()).toBeVisible();
    await goToPlace(page);
    await expect(page.locator('#main h1')).toBeVisible();
    expect(await page.title()).toBe('Guide');
  });
});

async function goToPlace(page: Parameters<typeof goTo>[0]): Promise<void> {
  await chooseTile(page, 'online');
}
