import { expect, type Page } from '@playwright/test';
import type { HandedContact } from '../../src/core/hand-over/contacts.ts';
import { writeContactList, writeMarks } from '../../src/core/hand-over.ts';
import { sampleListings } from '../unit/region-files.ts';
import { holdBeforeCamera } from './fake-camera.ts';
import { loseNetwork, openGuide, tab, typeInto } from './journey.ts';
import type { TestSite } from './test-site.ts';
import { visitCards } from './tour.ts';

/** By its place in the list: the names of regions differ by language. */
const KENYA = 1;

/** What is done at each stop; the page is left as it was found. */
type Look = (stop: string) => Promise<void>;

/** Goes to every screen and every state of one that looks different, in any language, and stops at each. */
export async function visitEveryScreen(page: Page, site: TestSite, look: Look): Promise<void> {
  await openGuide(page);
  await look('first screen');
  await page.locator('#main details[data-country=GB] > summary').click();
  // Its numbers are drawn once the browser has said that it is open.
  await page.locator('#main details[data-country=GB] .line-number').first().waitFor();
  await look('first screen, a country open');
  await askNotSure(page, look);
  await tab(page, 0);
  await choosePlace(page, look);
  await readResults(page, look);
  await readService(page, look);
  await tab(page, 1);
  await page.locator('#main .card').nth(1).waitFor();
  await look('saved');
  await page.locator('#main .actions .button-quiet').first().click();
  await look('saved, numbers');
  await page.locator('#main > .button-quiet').click();
  await page.locator('#main .secret').waitFor();
  await look('saved, about to be kept');
  await page.locator('#main .notice .button-quiet').last().click();
  await page.locator('#main .actions .button-quiet').last().click();
  await look('saved, empty');
  await receiveLists(page, look);
  await tab(page, 2);
  await look('urgent help');
  await visitCards(page, look);
  await tab(page, 3);
  await page.locator('#main > .row-button').nth(1).click();
  await look('settings, about to erase');
  await page.locator('#main h1 + .row-button').click();
  await look('what it can and cannot hide');
  await readRights(page, look);
  const regainNetwork = await loseNetwork(page.context(), site);
  await expect(page.locator('.notices .notice')).toBeVisible();
  await look('without a network');
  await regainNetwork();
}

/** The made-up city has no law. */
async function readRights(page: Page, look: Look): Promise<void> {
  await tab(page, 0);
  await page.locator('#main .place-line button').click();
  await page.locator('#main .rows').last().locator('.row-button').nth(KENYA).click();
  await page.getByRole('searchbox').waitFor();
  await tab(page, 0);
  await page.locator('#main .rights-line button').waitFor();
  await look('first screen, with rights');
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
}

const HANDED: readonly HandedContact[] = [
  {
    name: 'Nour',
    number: '+442079460101',
    way: 'call',
    hours: {
      kind: 'weekly',
      stretches: [{ days: ['MO', 'TU', 'WE', 'FR', 'SU'], opens: 540, closes: 1500 }],
    },
  },
  {
    name: 'A name as long as there may be one in a code: eighty letters and signs, no more',
    number: null,
    way: 'call',
    hours: { kind: 'unknown' },
  },
  { name: 'Sam', number: { code: '1195', country: 'KE' }, way: 'text', hours: { kind: 'always' } },
];

/** A list off another screen, which the page's camera is made to see. */
async function receiveLists(page: Page, look: Look): Promise<void> {
  const receive = page.locator('#main .receive-open');
  const camera = page.locator('#main .button.wide');
  await receive.click();
  await camera.waitFor();
  await look('receive');
  await holdBeforeCamera(page, null);
  await camera.click();
  await page.locator('#main .camera').waitFor();
  await look('receive, the camera on');
  await camera.click();
  await holdBeforeCamera(page, 'a code of others');
  await camera.click();
  await page.locator('#main .notice').waitFor();
  await look('receive, a problem');
  const ids = [
    ...sampleListings()
      .slice(0, 2)
      .map(({ id }) => id),
    'fffffff0-0000-4000-8000-000000000000',
  ];
  const byIds = writeMarks(ids, ids);
  await holdBeforeCamera(page, byIds.ok ? byIds.value : null);
  await camera.click();
  await page.locator('#main .card').nth(1).waitFor();
  await look('received, services of the list');
  await page.locator('#main > .actions .button').click();
  await page.locator('#main > .actions .button-quiet').waitFor();
  await look('received, kept');
  await page.locator('#main > .actions .button-quiet').click();
  await page.locator('#main .actions .button-quiet').last().click();
  await receive.click();
  const listDay = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const whole = await writeContactList({ contacts: HANDED, listDay }, async (bytes) => bytes);
  await holdBeforeCamera(page, whole.ok ? whole.value : null);
  await camera.click();
  await page.locator('#main .card').nth(2).waitFor();
  await look('received, names and numbers');
  await page.locator('#main .card .button').last().click();
  await page.locator('dialog .trace').waitFor();
  await look('received, a number');
  await page.locator('dialog .sheet-bar .button-quiet').click();
}

async function askNotSure(page: Page, look: Look): Promise<void> {
  await page.locator('#main [data-tile=notSure]').click();
  await look('not sure, first question');
  await page.locator('#main .row-button').first().click();
  await look('not sure, urgent numbers first');
  await page.locator('#main .row-button').first().click();
  await look('not sure, last question');
}

/** The made-up city: its list holds every kind of fact. It is the last place with a list of its own. */
async function choosePlace(page: Page, look: Look): Promise<void> {
  await page.locator('#main [data-tile=stay]').click();
  const lists = page.locator('#main .row-button', { hasText: 'kB' });
  await lists.first().waitFor();
  await look('place');
  await lists.last().click();
  await typeInto(page.getByRole('searchbox'), 'a');
  await page.locator('#main .town-picker .row-button').first().waitFor();
  await look('place, towns found');
  await page.locator('#main .town-picker .row-button').first().click();
  await page.locator('#main .town-picker .row-button').first().waitFor({ state: 'detached' });
  await look('place, a town chosen');
  await page.locator('#main .button.wide').click();
  await page.locator('#main .card').first().waitFor();
}

async function lookAtMap(page: Page, look: Look): Promise<void> {
  await page.locator('#main .map-open').click();
  const size = page.locator('#main .notice .button');
  const pin = page.locator('.map-pin').first();
  await size.or(pin).first().waitFor();
  if (await size.isVisible()) {
    await look('map, its size');
    await size.click();
  }
  await pin.waitFor();
  await page.locator('#main .card').first().waitFor();
  await look('map');
  await page.locator('.bar .back').click();
  await page.locator('#main .card').first().waitFor();
}

async function readResults(page: Page, look: Look): Promise<void> {
  await look('results');
  await lookAtMap(page, look);
  await page.locator('#main .chip-main').click();
  await page.locator('#main [data-group=confirmed]').waitFor();
  for (const group of ['ask', 'conditional']) {
    await page.locator(`#main [data-group=${group}]:not([open]) > summary`).click();
  }
  await look('results by what is known of papers');
  await page.locator('#main .chip-filters').click();
  await page.locator('#main .sticky-actions').waitFor();
  // The numbers come with the answer.
  await page.locator('#main .count').first().waitFor({ state: 'attached' });
  await look('filters');
  await page.locator('#main .sticky-actions .button').click();
  await typeInto(page.getByRole('searchbox'), 'zzqqx');
  await page.locator('#main .empty').waitFor();
  await look('nothing found');
  await page.getByRole('searchbox').fill('');
  await page.locator('#main .card').first().waitFor();
}

async function readService(page: Page, look: Look): Promise<void> {
  const cards = page.locator('#main .card');
  for (const index of [0, 1]) await cards.nth(index).locator('.button-quiet').click();
  await cards.first().locator('.card-name').click();
  await page.locator('#main .service-section').first().waitFor();
  await look('service');
  await page.locator('#main .sticky-actions .button').click();
  await page.locator('dialog .row-button').first().waitFor();
  await look('contact');
  await page.locator('dialog .row-button').first().click();
  await page.locator('dialog .channel-body .button-quiet').first().click();
  await look('contact, a number written large');
  await page.locator('dialog .sheet-bar .button-quiet').click();
}
