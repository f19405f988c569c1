import { expect, type Page } from '@playwright/test';
import { faultsOfCard, sentencesIn } from '../held-up.ts';
import { giveVoices } from '../speech.ts';
import { chooseRegion, chooseTile, isKeptOnPhone, loseNetwork, openGuide, tab } from './journey.ts';
import { test } from './own-site.ts';

const LANGUAGES = ['en', 'es', 'ar', 'sw'];

/** From Urgent help, as from a service. */
async function openCards(page: Page): Promise<void> {
  await tab(page, 2);
  await page.locator('#main .cards-row').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Show a card' })).toBeVisible();
}

const rows = (page: Page) => page.locator('#main .card-rows .row-button');
const pressed = (page: Page) => page.locator('#main .card-languages').first().locator('[aria-pressed=true]');
const closeCard = (page: Page) => page.getByRole('button', { name: 'Close' }).click();

test.describe(() => {
  test.use({ locale: 'sw' });
  test('7.8 which language people read here is never guessed from the phone', async ({ page }) => {
    await openGuide(page);
    await page.locator('#main [data-language=en]').click();
    await openCards(page);
    await expect(pressed(page)).toHaveCount(0);
    await expect(rows(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Español' }).click();
    await expect(rows(page)).toHaveCount(10);
  });
});

test('7.8 without a network, each of ten sentences fills the screen in the language of her place, hers below', async ({
  page,
  context,
  site,
}) => {
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await isKeptOnPhone(page);
  await loseNetwork(context, site);
  const before = site.seen.length;
  await openCards(page);
  await expect(pressed(page)).toHaveText('Kiswahili');
  const faults: string[] = [];
  for (const [local, sentences] of LANGUAGES.map((code) => [code, sentencesIn(code)] as const)) {
    await page.locator(`#main .card-languages [lang=${local}]`).click();
    for (let at = 1; at < 10; at++) {
      await rows(page).nth(at).click();
      await expect(page.getByRole('dialog').getByRole('heading')).toHaveText(sentences[at] ?? '');
      const below = page.locator('dialog .card-own');
      if (local === 'en') await expect(below).toHaveCount(0);
      else await expect(below).toHaveText(sentencesIn('en')[at] ?? '');
      for (const [width, height, least] of [
        [360, 640, 30],
        [1280, 800, 70],
        [320, 480, 22],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        const found = await faultsOfCard(page, local, least);
        faults.push(...found.map((fault) => `${local} ${at} ${width}x${height}: ${fault}`));
      }
      await closeCard(page);
    }
  }
  expect(faults).toEqual([]);
  expect(site.seen.length).toBe(before);
});

test('7.8 the card for an interpreter names her language in both languages', async ({ page }) => {
  await openGuide(page);
  await openCards(page);
  await page.getByRole('button', { name: 'العربية' }).click();
  await rows(page).first().click();
  // Her own comes first, and "another language" helps nobody.
  const languages = page.locator('#main .card-rows .card-choices button');
  await expect(languages.first()).toHaveText('English');
  await expect(languages.filter({ hasText: 'Another language' })).toHaveCount(0);
  await languages.filter({ hasText: 'Tigrinya' }).click();
  await expect(page.getByRole('dialog').getByRole('heading')).toHaveText(
    'أحتاج إلى مترجم. لغتي هي التغرينية.',
  );
  await expect(page.locator('dialog .card-own')).toHaveText(
    'I need an interpreter. My language is Tigrinya.',
  );
});

test('S12 a card is read aloud only by a voice of the phone itself, and is silent once somebody leaves', async ({
  page,
  context,
}) => {
  const told = await giveVoices(page, [
    { lang: 'es-ES', localService: false },
    { lang: 'ar-SA', localService: true },
  ]);
  await openGuide(page);
  await isKeptOnPhone(page);
  await context.setOffline(true);
  await openCards(page);
  const listen = page.getByRole('button', { name: 'Listen' });
  for (const [language, buttons] of [
    ['Español', 0],
    ['Kiswahili', 0],
    ['العربية', 1],
  ] as const) {
    await page.getByRole('button', { name: language }).click();
    await rows(page).nth(1).click();
    await expect(page.locator('dialog .card-words')).toBeVisible();
    await expect(listen).toHaveCount(buttons);
    if (buttons === 0) await closeCard(page);
  }
  const sentence = `ar-SA: ${sentencesIn('ar')[1]}`;
  await listen.click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(listen).toBeVisible();
  // What the page says gets here a moment later.
  await expect.poll(() => told).toEqual([sentence, 'stop']);
  await listen.click();
  await closeCard(page);
  await expect.poll(() => told).toEqual([sentence, 'stop', sentence, 'stop']);
  told.splice(0);
  await rows(page).nth(1).click();
  await listen.click();
  await page.getByRole('dialog').getByRole('link', { name: 'Leave now' }).click();
  await expect(page).toHaveURL(/\/cover\/$/);
  await expect.poll(() => told.slice(0, 2)).toEqual([sentence, 'stop']);
});

test('S12 a phone without any voice, or without speech at all, has no button to listen', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'speechSynthesis'));
  await openGuide(page);
  await openCards(page);
  await page.getByRole('button', { name: 'Kiswahili' }).click();
  await rows(page).nth(1).click();
  await expect(page.locator('dialog .card-words')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Listen' })).toHaveCount(0);
});

test('7.8 a card is one tap from a service', async ({ page }) => {
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await page.locator('.card-name').first().click();
  await page.locator('#main .cards-row').click();
  await expect(rows(page)).toHaveCount(10);
});
