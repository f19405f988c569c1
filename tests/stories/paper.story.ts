import { chooseRegion, chooseTile, openGuide } from './journey.ts';
import { deployment } from './leaving.ts';
import { expect, test } from './own-site.ts';

// What a printer or a PDF gets (CT-10). The guide itself has no print button, no sharing and no export yet.

const HEADINGS: Readonly<Record<string, RegExp>> = {
  en: /This list is from .*2026.*call before you go.*Paper can be found/,
  es: /Esta lista es del .*2026.*llama antes de ir/,
  ar: /هذه القائمة من .*2026/,
  sw: /Orodha hii ni ya .*2026/,
};

for (const language of deployment.languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });

    test(`CT-10 paper says how old it is and that it can be found, and shows no way out, in ${language}`, async ({
      page,
    }) => {
      await openGuide(page);
      await chooseTile(page, 'stay');
      await page.locator('#main .rows .row-button').nth(1).click();
      await page.getByRole('searchbox').waitFor();
      await page.locator('#main .button.wide').click();
      await page.locator('.card').first().waitFor();
      await expect(page.locator('.print-only')).toBeHidden();
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.print-only')).toBeVisible();
      await expect(page.locator('.print-only')).toHaveText(HEADINGS[language] ?? /never/);
      await expect(page.locator('.exit:visible')).toHaveCount(0);
      expect(await page.title()).toBe(deployment.neutral_name);
    });
  });
}

test('CT-10 of a place that is not public only its area is on paper', async ({ page }) => {
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Sample City');
  const card = page.locator('.card', { hasText: 'Address is private' }).first();
  await card.waitFor();
  await card.locator('.card-name').click();
  await page.locator('.service-section').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#main')).toContainText('private');
  await expect(page.locator('#main')).not.toContainText(/\d+ [A-Z]\w+ (Street|Road|Lane|Avenue)/);
});
