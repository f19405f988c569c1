import { expect, test } from '../engines/engine-test.ts';
import {
  CARD_NAME,
  chooseRegion,
  hasReachedNeutralSite,
  isGone,
  isShown,
  openGuide,
  SEARCH,
  showResults,
  soon,
} from '../engines/steps.ts';
import type { Key, Surface } from '../engines/surface.ts';

const ONE = 'Press Shift two more times to leave';
const TWO = 'Press Shift one more time to leave';
const PAUSE_MS = 5300;

/** What is said politely; it is in no one's sight. */
const said = (surface: Surface) =>
  surface.evaluate(() => document.querySelector('#exit-status')?.textContent ?? null);

const press = async (surface: Surface, ...keys: readonly Key[]) => {
  for (const key of keys) await surface.press(key);
};

test('EX-13 three presses of Shift leave, left and right mixed, and each before says what is left to do', async ({
  surface,
  host,
}) => {
  await openGuide(surface, host);
  expect(await said(surface)).toBe('');
  await press(surface, 'ShiftLeft');
  await soon(() => said(surface)).toBe(ONE);
  await press(surface, 'ShiftRight');
  await soon(() => said(surface)).toBe(TWO);
  await press(surface, 'ShiftLeft');
  await hasReachedNeutralSite(surface, host);
});

test('EX-13 both pressed together are two presses', async ({ surface, host }) => {
  await openGuide(surface, host);
  // By the page itself: WebKit's driver holds both for one key, and waits for ever for it to come up.
  await surface.evaluate(() => {
    for (const kind of ['keydown', 'keyup'])
      for (const code of ['ShiftLeft', 'ShiftRight'])
        document.body.dispatchEvent(new KeyboardEvent(kind, { key: 'Shift', code, bubbles: true }));
  });
  await soon(() => said(surface)).toBe(TWO);
  await press(surface, 'ShiftLeft');
  await hasReachedNeutralSite(surface, host);
});

test('EX-13 it leaves while she types a search, and from the sheet that lies over a service', async ({
  surface,
  host,
}) => {
  await openGuide(surface, host);
  await chooseRegion(surface, 'Kenya');
  await showResults(surface, 'stay');
  await surface.click(SEARCH);
  await press(surface, 'ShiftLeft', 'ShiftRight', 'ShiftRight');
  await hasReachedNeutralSite(surface, host);
  await openGuide(surface, host);
  await showResults(surface, 'stay');
  await surface.click(CARD_NAME);
  await surface.click('.sticky-actions .button');
  await isShown(surface, 'dialog[open] .row-button');
  await press(surface, 'ShiftLeft', 'ShiftLeft');
  await soon(() =>
    surface.evaluate(() => document.querySelector('dialog[open] [role=status]')?.textContent),
  ).toBe(TWO);
  await press(surface, 'ShiftLeft');
  await hasReachedNeutralSite(surface, host);
});

test('EX-13 Shift used for something else, held down, or pressed too slowly does not leave', async ({
  surface,
  host,
}) => {
  await openGuide(surface, host);
  await chooseRegion(surface, 'Kenya');
  await showResults(surface, 'stay');
  await surface.click(SEARCH);
  for (let times = 0; times < 3; times++) {
    await surface.keyDown('ShiftLeft');
    await surface.press('a');
    await surface.keyUp('ShiftLeft');
  }
  expect(await said(surface)).toBe('');
  // It was written: in capitals where the driver minds the Shift that is down.
  expect(await surface.evaluate(() => document.querySelector('input')?.value)).toMatch(/^a{3}$/i);
  await press(surface, 'ShiftLeft', 'ShiftLeft', 'x', 'ShiftLeft');
  await soon(() => said(surface)).toBe(ONE);
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  expect(await said(surface)).toBe('');
  await surface.keyDown('ShiftLeft');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await surface.keyUp('ShiftLeft');
  expect(await said(surface)).toBe(ONE);
  await isShown(surface, SEARCH);
  expect(await surface.href()).toBe(host.guide);
});

test('EX-13 Escape never leaves', async ({ surface, host }) => {
  await openGuide(surface, host);
  await chooseRegion(surface, 'Kenya');
  await showResults(surface, 'stay');
  await surface.click(CARD_NAME);
  await surface.click('.sticky-actions .button');
  await isShown(surface, 'dialog[open] .row-button');
  await press(surface, 'Escape', 'Escape', 'Escape', 'Escape', 'Escape');
  await isGone(surface, 'dialog');
  await isShown(surface, '#main h1');
  expect(await surface.href()).toBe(host.guide);
});
