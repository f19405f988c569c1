import { expect, type Page } from '@playwright/test';
import { chooseTile, tab, typeInto } from './journey.ts';

/** Called on every screen, dialog and error state; the name is for messages. */
export type Look = (screen: string) => Promise<void>;

// By its place in the list: the names of regions differ by language.
const KENYA = 1;
const TOWN = 'na';
const WORDS = 'zzmarker doctor';

const back = (page: Page) => page.locator('.bar .back').click();
const heading = (page: Page) => expect(page.locator('#main h1')).toBeVisible();

/** Everything that can be reached with a finger, in whatever language is on, from a fresh first screen and back to it. */
export async function wholeTour(page: Page, look: Look): Promise<void> {
  await look('first');
  const notice = page.locator('#main .first-notice .button-quiet').first();
  if (await notice.isVisible()) await notice.click();
  await page.locator('#main [data-country] summary').first().click();
  await look('first, a country open');
  await page.locator('#main .first .link').click();
  await heading(page);
  await look('what this page can hide');
  await back(page);
  await visitPlace(page, look);
  await visitRights(page, look);
  await visitResults(page, look);
  await visitService(page, look);
  await visitTabs(page, look);
  await visitQuestions(page, look);
  await tab(page, 0);
}

async function visitPlace(page: Page, look: Look): Promise<void> {
  await page.locator('#main .place-line button').click();
  await look('place');
  await page.locator('#main .rows').last().locator('.row-button').nth(KENYA).click();
  const field = page.getByRole('searchbox');
  await field.waitFor();
  await look('place, a region chosen');
  await typeInto(field, TOWN);
  const towns = page.locator('.town-picker .row-button');
  await towns.first().waitFor();
  await look('place, towns found');
  await typeInto(field, 'qqqq');
  await expect(towns).toHaveCount(0);
  await typeInto(field, TOWN);
  await towns.first().click();
  await page.locator('.town-picker .choice').last().click();
  await look('place, a town and a distance');
  await page.locator('.town-picker .chosen .link').click();
  await page.locator('#main .button.wide').click();
  await expect(page.locator('#main .tiles')).toBeVisible();
}

async function visitRights(page: Page, look: Look): Promise<void> {
  await page.locator('#main .rights-line button').click();
  const questions = page.locator('#main > .rows .row-button');
  await questions.first().waitFor();
  await look('rights');
  await questions.first().click();
  await page.locator('#main .source').first().waitFor();
  await look('rights, a page');
  await page.locator('#main .source .link').first().click();
  await page.locator('dialog .button').waitFor();
  await look('rights, a source');
  await page.locator('dialog .sheet-bar .button-quiet').click();
  await back(page);
  await back(page);
}

async function visitResults(page: Page, look: Look): Promise<void> {
  await chooseTile(page, 'talk');
  await page.locator('.card').first().waitFor();
  await look('results');
  await visitMap(page, look);
  const main = page.locator('.chip-main');
  await main.click();
  await expect(page.locator('[data-group=confirmed]')).toBeVisible();
  await openFolds(page, 'details.group');
  await look('results in their groups');
  await main.click();
  for (const chip of await page.locator('.chips > .chip:not(.chip-main)').all()) {
    if ((await chip.getAttribute('aria-pressed')) === 'false') await chip.click();
  }
  await look('results, quick filters on');
  await typeInto(page.getByRole('searchbox'), WORDS);
  await page.locator('#main .empty').waitFor();
  await look('results, nothing found');
  await page.locator('.chip-filters').click();
  await page.locator('.sticky-actions').waitFor();
  await openFolds(page, '#main details');
  for (const group of await page.locator('fieldset.filter-group').all())
    await group.locator('.choice').first().click();
  await look('filters');
  await page.locator('.sticky-actions .button-quiet').click();
  await page.locator('.sticky-actions .button').click();
  await page.locator('.card').first().waitFor();
  await page.locator('.list-age .link').click();
  await expect(page.locator('.list-age [role=status]')).not.toBeEmpty();
  await look('results, looked for a newer list');
}

/** From the list to the map of it and back; the first time its size is agreed to. */
async function visitMap(page: Page, look: Look): Promise<void> {
  await page.locator('#main .map-open').click();
  const size = page.locator('#main .notice .button');
  const map = page.locator('.leaflet-container');
  await size.or(map).first().waitFor();
  if (await size.isVisible()) {
    await look('map, its size');
    await size.click();
  }
  await page.locator('.map-pin').first().waitFor();
  await look('map');
  await map.press('ArrowRight');
  await page.locator('.map-zoom button').first().click();
  await page.locator('.map-zoom button').last().click();
  await page.locator('.map-zoom button').last().click();
  const pin = page.locator('.map-pin').first();
  if (await pin.isVisible()) await pin.press('Enter');
  await look('map, looked at');
  await back(page);
  await page.locator('.card').first().waitFor();
}

async function visitService(page: Page, look: Look): Promise<void> {
  const card = page.locator('.card', { has: page.locator('.card-actions .button') }).first();
  await card.locator('.card-actions .button-quiet').click();
  await card.locator('.card-name').click();
  await page.locator('.service-section').first().waitFor();
  await look('service');
  await page.locator('.sticky-actions .button').click();
  await visitSheet(page, look);
  await back(page);
}

/** Every channel opened, with what it leaves behind and its big number. No link is followed. */
async function visitSheet(page: Page, look: Look): Promise<void> {
  const sheet = page.locator('dialog[open]');
  await sheet.locator('.row-button').first().waitFor();
  for (const row of await sheet.locator('.row-button').all()) await row.click();
  for (const big of await sheet.locator('.channel-body > .button-quiet').all()) await big.click();
  await look('contact sheet');
  const known = sheet.locator('.trace .link');
  if ((await known.count()) > 0) await known.first().click();
  await sheet.locator('.sheet-bar .button-quiet').click();
  await expect(sheet).toHaveCount(0);
}

async function visitTabs(page: Page, look: Look): Promise<void> {
  await tab(page, 1);
  await page.locator('.card').first().waitFor();
  await look('saved');
  await page.locator('#main > .button-quiet').click();
  await typeInto(page.locator('#main .secret'), WORDS);
  await look('saved, about to be kept');
  await page.locator('#main .notice .button').click();
  await expect(page.locator('#main .secret')).toHaveCount(0);
  await look('saved and kept');
  await page.locator('#main .notice .button-quiet').first().click();
  await page.locator('#main .secret').waitFor();
  await look('saved, locked');
  await typeInto(page.locator('#main .secret'), WORDS);
  await page.locator('#main .notice .button').click();
  await page.locator('.card').first().waitFor();
  await page.locator('#main .notice .button-quiet').nth(1).click();
  await page.locator('#main .notice .button-quiet').nth(1).click();
  await expect(page.locator('#main > .notice')).toHaveCount(0);
  await page.locator('#main .button-quiet').first().click();
  await look('saved, numbers big');
  await page.locator('.card .button').click();
  await visitSheet(page, look);
  await page.locator('#main .button-quiet').nth(1).click();
  await look('saved, emptied');
  await page.locator('#main .receive-open').click();
  await heading(page);
  await look('receive');
  await tab(page, 2);
  await page.locator('#main summary').first().click();
  await look('urgent');
  await visitCards(page, look);
  await tab(page, 3);
  await heading(page);
  for (const chip of await page.locator('#main .chips .chip:not([lang])').all()) await chip.click();
  const sections = page.locator('#main > section');
  await sections.nth(0).locator('.button-quiet').first().click();
  await sections.nth(0).locator('.button-quiet').nth(1).click();
  await sections.nth(1).locator('.button-quiet').first().click();
  await expect(sections.nth(1).locator('[role=status]')).not.toBeEmpty();
  await page.locator('#main > .row-button').nth(1).click();
  await look('settings, about to erase');
  await page.locator('#main > .notice .button-quiet').click();
  await tab(page, 0);
}

export async function visitCards(page: Page, look: Look): Promise<void> {
  await page.locator('#main .cards-row').click();
  await page.locator('#main .card-languages').waitFor();
  await look('cards, no language chosen');
  await page.locator('#main .card-languages [lang=sw]').click();
  await page.locator('#main .card-rows .row-button').first().click();
  await look('cards, the languages of interpreters');
  await page.locator('#main .card-rows .row-button').nth(1).click();
  await page.locator('dialog .card-words').waitFor();
  await look('a card');
  await page.locator('dialog .sheet-bar .button-quiet').click();
}

async function visitQuestions(page: Page, look: Look): Promise<void> {
  await chooseTile(page, 'notSure');
  const option = page.locator('#main .rows .row-button');
  for (const question of ['first', 'second', 'third']) {
    await heading(page);
    await look(`not sure, ${question} question`);
    await option.first().click();
  }
  await page.locator('.card, .empty').first().waitFor();
  await look('results of the questions');
}

async function openFolds(page: Page, details: string): Promise<void> {
  const closed = page.locator(`${details}:not([open]) > summary`);
  while ((await closed.count()) > 0) await closed.first().click();
}

export async function chooseLanguage(page: Page, code: string): Promise<void> {
  await page.locator(`#main [data-language=${code}]`).click();
  await expect(page.locator('html')).toHaveAttribute('lang', code);
}
