import { readdirSync, readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { IndexFile } from '../../src/pack/signed-index.ts';
import { CLOSE, OPEN, outsideBrackets, pseudoText, pseudoWords } from '../fixtures/pseudo-locale.ts';
import { entriesOf, NAMESPACES } from '../unit/locale-files.ts';
import { visitEveryScreen } from './every-screen.ts';
import { overTheEdge } from './in-the-page.ts';
import { isKeptOnPhone, openGuide } from './journey.ts';
import { TestSite } from './test-site.ts';
import { wholeTour } from './tour.ts';

// A language that nobody speaks: every word of ours in brackets, with other letters and 1.6 times as long. What stands
// outside the brackets was written into the source; what needs its length in English breaks.
test.describe.configure({ mode: 'default' });

/** The signed index names them, in the languages that it has. */
const REGION_NAMES = (
  JSON.parse(readFileSync('dist/guide/data/index.json', 'utf8')) as IndexFile
).regions.flatMap(({ name }) => Object.values(name));
const NARROW = { width: 320, height: 568 };

let site: TestSite;
let context: BrowserContext;
const screens = new Set<string>();
const bare = new Map<string, string>();
const keys = new Map<string, string>();
const overflowing = new Map<string, string>();
const nonsense = new Map<string, string>();

test.beforeAll(async ({ browser, browserName }) => {
  site = await TestSite.open();
  for (const name of readdirSync('dist/guide/assets').filter((one) => one.endsWith('.json')))
    site.put(
      `/assets/${name}`,
      JSON.stringify(pseudoWords(JSON.parse(readFileSync(`dist/guide/assets/${name}`, 'utf8')))),
    );
  for (const name of readdirSync('dist/guide/assets').filter((one) => one.endsWith('.js'))) {
    const script = readFileSync(`dist/guide/assets/${name}`, 'utf8');
    if (script.includes('leaflet-pane')) site.put(`/assets/${name}`, withPseudoWords(script));
  }
  await tourOf(browser, wholeTour);
  // What else a screen may say is the same words in every browser.
  if (browserName !== 'firefox') await tourOf(browser, (page, look) => visitEveryScreen(page, site, look));
});

test.afterAll(() => site.close());

/** The map brings its words in its script: there each stands behind its name. */
function withPseudoWords(script: string): string {
  return entriesOf('en', 'map').reduce(
    (rest, { key, text }) => rest.replace(`${key}:\`${text}\``, () => `${key}:\`${pseudoText(text)}\``),
    script,
  );
}

async function tourOf(
  browser: Browser,
  tour: (page: Page, look: (screen: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  context = await browser.newContext({ baseURL: site.origin, viewport: NARROW });
  const page = await context.newPage();
  await openGuide(page);
  await isKeptOnPhone(page);
  await tour(page, async (screen) => {
    screens.add(screen);
    const note = (found: Map<string, string>, words: readonly string[]) => {
      for (const one of words) if (!found.has(one)) found.set(one, screen);
    };
    const texts = await wordsOn(page);
    note(
      bare,
      texts.map(outsideBrackets).filter((rest) => /\p{L}{2}/u.test(rest) && !REGION_NAMES.includes(rest)),
    );
    note(keys, texts.flatMap(keysIn));
    note(
      nonsense,
      texts.filter((text) => /\bundefined\b|\bNaN\b|\bnull\b|\[object|\{\{|\}\}|Invalid Date/.test(text)),
    );
    note(overflowing, await overTheEdge(page));
  });
  await context.close();
}

test('CT-11 the language that nobody speaks is on every screen', ({ browserName }) => {
  expect(screens.size).toBeGreaterThan(browserName === 'firefox' ? 22 : 35);
  expect(pseudoText('Call {{name}} now')).toBe(`${OPEN}Çáll {{name}} ñöw wördš${CLOSE}`);
  expect(outsideBrackets(`a ${OPEN}b ${OPEN}c${CLOSE} d${CLOSE} e`)).toBe('a e');
});

test('CT-11 every word of ours on every screen comes from the language files', () => {
  expect([...bare].map(([words, screen]) => `${screen}: ${words}`)).toEqual([]);
});

test('CT-11 no screen shows the name of a text, or what a program says for nothing', () => {
  expect([...keys].map(([words, screen]) => `${screen}: ${words}`)).toEqual([]);
  expect([...nonsense].map(([words, screen]) => `${screen}: ${words}`)).toEqual([]);
});

test('CT-11 words that are 1.6 times as long stay on a screen of 320 pixels, and in their controls', () => {
  expect([...overflowing].map(([words, screen]) => `${screen}: ${words}`)).toEqual([]);
});

const KEYS = NAMESPACES.flatMap((namespace) => entriesOf('en', namespace).map(({ key }) => key)).filter(
  (key) => key.includes('.'),
);

function keysIn(text: string): string[] {
  return KEYS.filter((key) => text.includes(key));
}

/**
 * Every text in sight, a sentence at a time, and what is read out in its place. Not the words that a listing brought,
 * nor names of places and people's own names of languages and countries: those are not ours to translate.
 */
function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const theirs =
      'bdi, .bar-title, .chip[lang], .map-pin[lang], .card-choices [lang], option, script, style, template';
    const scope = document.querySelector('dialog[open]') ?? document.body;
    // By the part that they stand in: a sentence may go on behind the words of a listing.
    const byPart = new Map<Element, string>();
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element?.checkVisibility() || element.closest(theirs)) continue;
      if (node.textContent?.trim()) byPart.set(element, (byPart.get(element) ?? '') + node.textContent);
    }
    const texts = [...byPart.values()];
    for (const element of scope.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        if (element.getAttribute(name) && !element.closest(theirs))
          texts.push(element.getAttribute(name) ?? '');
    return texts;
  });
}
