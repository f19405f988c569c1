import { expect } from '@playwright/test';
import type { EngineHost } from './engine-host.ts';
import { type Surface, type Target, WAIT_MS } from './surface.ts';

// The steps of a person's way through the guide, in any engine. `tests/stories/journey.ts` is the same for Playwright.

export const EXIT = '.exit-bar';
/** Cards say what a service is called here. */
export const CARD_NAME = '#main .card .card-name';
export const SEARCH = 'input[type=search]';
const LISTS = '#main > section:nth-of-type(2)';

export async function isShown(surface: Surface, target: Target): Promise<void> {
  await soon(() => surface.count(target), JSON.stringify(target)).toBeGreaterThan(0);
}

export async function isGone(surface: Surface, target: Target): Promise<void> {
  await soon(() => surface.count(target), JSON.stringify(target)).toBe(0);
}

/** Asked again and again, at short intervals, until it is as expected. */
export const soon: typeof expect.poll = (ask, options) =>
  expect.poll(ask, {
    ...(typeof options === 'string' ? { message: options } : options),
    intervals: [20, 50, 100],
    timeout: WAIT_MS,
  });

/** Opens the guide and waits until the app has taken over. */
export async function openGuide(surface: Surface, host: EngineHost): Promise<void> {
  await surface.open(host.guide);
  await appIsReady(surface);
}

export async function appIsReady(surface: Surface): Promise<void> {
  await isShown(surface, '#main h1');
}

/** Waits until the service worker answers for this page: only then does the phone need no network. */
export async function isKeptOnPhone(surface: Surface): Promise<void> {
  await soon(() => surface.evaluate(workerHere), 'the service worker').toMatchObject({ answers: true });
  await surface.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Runs in the page. Where it does not answer, the rest tells how far it has come. */
async function workerHere(): Promise<object> {
  const { controller } = navigator.serviceWorker;
  const registration = await navigator.serviceWorker.getRegistration();
  const [installing, waiting, active] = [
    registration?.installing,
    registration?.waiting,
    registration?.active,
  ].map((worker) => worker?.state);
  return {
    answers: controller !== null,
    isRegistered: registration !== undefined,
    installing,
    waiting,
    active,
  };
}

export async function tab(surface: Surface, index: 0 | 1 | 2 | 3): Promise<void> {
  await surface.click({ css: '.tabs .tab', nth: index });
}

/** The places, once it is known which of them have a list of their own: until then only their countries are there. */
async function openPlaces(surface: Surface): Promise<void> {
  await surface.click('#main .place-line button');
  await isShown(surface, { css: '#main .row-button', text: 'kB' });
}

/** Gets a region's list; ends on the screen where it was chosen. */
export async function takeRegion(surface: Surface, name: string): Promise<void> {
  await tab(surface, 0);
  await openPlaces(surface);
  await surface.click({ css: '#main .row-button', text: name });
  await isShown(surface, SEARCH);
}

/** Chooses a place with a list of its own; the list is then on the phone. */
export async function chooseRegion(surface: Surface, name: string): Promise<void> {
  await takeRegion(surface, name);
  await surface.click('#main .button.wide');
  await isShown(surface, '#main .tiles');
}

export async function showResults(surface: Surface, tile: string): Promise<void> {
  await tab(surface, 0);
  await surface.click(`#main [data-tile=${tile}]`);
  await isShown(surface, CARD_NAME);
}

/** She looks for newer lists by herself; gives what she is told of it. */
export async function lookForNewer(surface: Surface): Promise<string> {
  await tab(surface, 3);
  // Until the lists are open they are not named, and the button stands higher.
  await isShown(surface, `${LISTS} li`);
  await surface.click(`${LISTS} .button-quiet`);
  await soon(() => surface.text(`${LISTS} [role=status]`)).toMatch(/\S/);
  await soon(() => surface.text(`${LISTS} [role=status]`)).not.toMatch(/…$/);
  return surface.text(`${LISTS} [role=status]`);
}

/** The services that she sees, in their order, and how many there are. */
export async function resultsOf(surface: Surface): Promise<{ title: string; names: string[] }> {
  await isShown(surface, CARD_NAME);
  return surface.evaluate(() => ({
    title: document.querySelector('#main h1')?.textContent ?? '',
    names: [...document.querySelectorAll('#main .card .card-name')].map((card) => card.textContent ?? ''),
  }));
}

export async function hasReachedNeutralSite(surface: Surface, host: EngineHost): Promise<void> {
  await soon(() => surface.href()).toBe(host.elsewhere.neutral);
  await soon(() => surface.text('h1')).toBe('Weather');
}

/** Called on every screen; the name is for messages. */
export type Look = (screen: string) => Promise<void>;

/** Every screen and the contact sheet, by taps alone, from the first screen and back to it. */
export async function everyScreen(surface: Surface, look: Look): Promise<void> {
  await look('first');
  await surface.click('#main .first .link');
  await isGone(surface, '#main .tiles');
  await look('what this page can hide');
  await surface.click('.bar .back');
  await isShown(surface, '#main .tiles');
  await openPlaces(surface);
  await look('place');
  await surface.click({ css: '#main .row-button', text: 'Kenya' });
  await surface.type(SEARCH, 'na');
  await surface.click('.town-picker .row-button');
  // The towns close, and what stands below them moves.
  await isGone(surface, '.town-picker .row-button');
  await surface.click('#main .button.wide');
  await surface.click('#main .rights-line button');
  await isShown(surface, '#main > .rows');
  await look('rights');
  await surface.click('#main > .rows .row-button');
  await isShown(surface, '#main .source');
  await look('rights, a page');
  await surface.click('#main .source .link');
  await isShown(surface, 'dialog[open]');
  await look('rights, a source');
  await surface.click('dialog[open] .sheet-bar .button-quiet');
  await isGone(surface, 'dialog');
  await surface.click('.bar .back');
  await surface.click('.bar .back');
  await surface.click('#main [data-tile=talk]');
  await isShown(surface, CARD_NAME);
  await look('results');
  await surface.click('#main .chip-filters');
  await surface.click('#main fieldset.filter-group .choice');
  await look('filters');
  await surface.click('.sticky-actions .button-quiet');
  await surface.click('.sticky-actions .button');
  await surface.type(SEARCH, 'zzmarker');
  await isShown(surface, '#main .empty');
  await look('nothing found');
  await surface.type(SEARCH, '');
  await isShown(surface, CARD_NAME);
  await surface.click('.card .card-actions .button-quiet');
  await surface.click(CARD_NAME);
  await isShown(surface, '.service-section');
  await look('service');
  await surface.click('.sticky-actions .button');
  await surface.click('dialog[open] .row-button');
  await look('contact sheet');
  await surface.click('dialog[open] .sheet-bar .button-quiet');
  await isGone(surface, 'dialog');
  await tab(surface, 1);
  await look('saved');
  // Not by where it is: what is saved arrives a moment later and moves it.
  await surface.evaluate(() => document.querySelector<HTMLElement>('#main .receive-open')?.click());
  await isShown(surface, '#main .button.wide');
  await look('receive');
  await tab(surface, 2);
  await look('urgent');
  await tab(surface, 3);
  await look('settings');
  await tab(surface, 0);
  await surface.click('#main [data-tile=notSure]');
  await look('not sure');
  await tab(surface, 0);
  await isShown(surface, '#main .tiles');
}
