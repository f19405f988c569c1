import { expect, type Page } from '@playwright/test';
import { faultsOfCard, sentencesIn } from '../held-up.ts';
import { giveVoices } from '../speech.ts';
import { isKept, openSampleCity, test } from './desk-site.ts';

const tabNamed = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name });
const group = (page: Page, at: number) => page.locator('#main .card-languages').nth(at);

test('7.8 without a network, a card stands in the language of the place, the language of the client below', async ({
  page,
  context,
  site,
}) => {
  await openSampleCity(page);
  await isKept(page);
  await site.close();
  await context.setOffline(true);
  await tabNamed(page, 'Cards').click();
  // The made-up city lies in no country: nothing is guessed.
  await expect(page.locator('#main .row-button')).toHaveCount(0);
  await group(page, 0).getByRole('button', { name: 'English' }).click();
  await group(page, 1).getByRole('button', { name: 'العربية' }).click();
  await page.getByRole('button', { name: 'I do not feel safe. Please help me.' }).click();
  await expect(page.getByRole('dialog').getByRole('heading')).toHaveText(
    'I do not feel safe. Please help me.',
  );
  await expect(page.locator('dialog .card-own[lang=ar][dir=rtl]')).toHaveText(sentencesIn('ar')[7] ?? '');
  for (const [width, height, least] of [
    [1280, 800, 70],
    [360, 640, 30],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect(await faultsOfCard(page, 'en', least)).toEqual([]);
  }
});

test('S12 the desk has a button to listen only where the device itself speaks the language', async ({
  page,
}) => {
  const told = await giveVoices(page, [
    { lang: 'en-GB', localService: true },
    { lang: 'es-ES', localService: false },
  ]);
  await openSampleCity(page);
  await tabNamed(page, 'Cards').click();
  const listen = page.getByRole('button', { name: 'Listen' });
  await group(page, 0).getByRole('button', { name: 'Español' }).click();
  await page.getByRole('button', { name: 'I need a doctor.' }).click();
  await expect(page.locator('dialog .card-words')).toBeVisible();
  await expect(listen).toHaveCount(0);
  await page.getByRole('button', { name: 'Close' }).click();
  await group(page, 0).getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'I need a doctor.' }).click();
  await listen.click();
  await expect.poll(() => told).toEqual(['en-GB: I need a doctor.']);
});
