import { expect, test } from '../engines/engine-test.ts';
import { isShown, lookForNewer, openGuide, SEARCH, showResults, soon, takeRegion } from '../engines/steps.ts';
import { inRegions, listingSaying, REGION_SIZE } from '../fixtures/hostile/hostile-listing.ts';
import { XSS_TEXTS } from '../fixtures/hostile/xss-payloads.ts';

const PLAIN = 'Plain words';
const FIND_BY = 'batchword';
const BATCH = 10;

interface Shown {
  /** The elements of its card, its screen and its contact sheet, in their order. */
  readonly elements: string;
  readonly says: boolean;
  readonly handlers: number;
}

test('CT-1 whatever a listing says is shown as the words it is and never runs', async ({ surface, host }) => {
  const texts = [PLAIN, ...XSS_TEXTS];
  // Results show ten at first: a word for each ten finds them.
  const wordOf = (place: number) => FIND_BY + String.fromCharCode(97 + Math.floor(place / BATCH)).repeat(6);
  const listings = texts.map((text, place) => listingSaying(text, wordOf(place)));
  const regions = inRegions(listings);
  await host.site.publish(regions);
  await openGuide(surface, host);
  expect(await lookForNewer(surface)).toBe('Your lists are up to date.');
  const shown: Record<string, Shown> = {};
  for (let place = 0; place < listings.length; place += BATCH) {
    if (place % REGION_SIZE === 0) {
      await takeRegion(surface, regions[place / REGION_SIZE]?.name ?? '');
      await showResults(surface, 'live');
    }
    const batch = listings.slice(place, place + BATCH);
    await surface.type(SEARCH, wordOf(place));
    await soon(() => surface.count('#main .card')).toBe(batch.length);
    const words = batch.map(({ id }, index) => [id, texts[place + index] ?? ''] as const);
    for (const { id } of batch) await isShown(surface, `#main .card[data-id='${id}']`);
    // WebDriver gives up on a page that says nothing for fifteen seconds: one at a time, however slow the machine.
    for (const [id, text] of words) Object.assign(shown, await surface.evaluate(lookAtCards, { [id]: text }));
  }
  const [plain, ...hostile] = listings.map(({ id }) => shown[id]);
  expect(plain?.elements.split(' ').length).toBeGreaterThan(100);
  expect(plain).toMatchObject({ says: true, handlers: 0 });
  for (const [place, screens] of hostile.entries()) expect(screens, XSS_TEXTS[place]).toEqual(plain);
  expect(await surface.evaluate(() => (globalThis as { __pwned?: unknown }).__pwned ?? 'nothing')).toBe(
    'nothing',
  );
});

/** Runs in the page, which is much quicker for hundreds of services: opens each, and its contact sheet. */
async function lookAtCards(texts: Readonly<Record<string, string>>): Promise<Record<string, Shown>> {
  const until = async (selector: string, isThere = true): Promise<HTMLElement> => {
    for (let tries = 0; tries < 600; tries++) {
      const found = document.querySelector<HTMLElement>(selector);
      if (Boolean(found) === isThere) return found ?? document.body;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`waited in vain for ${selector}`);
  };
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const shown: Record<string, Shown> = {};
  for (const [id, text] of Object.entries(texts)) {
    const parts: Element[] = [];
    const note = (element: Element) => parts.push(element.cloneNode(true) as Element);
    note(await until(`.card[data-id='${id}']`));
    (await until(`.card[data-id='${id}'] .card-name`)).click();
    await until('.service-section');
    note(await until('#main'));
    (await until('.sticky-actions .button')).click();
    const sheet = await until('dialog[open]');
    for (const row of sheet.querySelectorAll<HTMLElement>('.row-button')) row.click();
    await until('dialog[open] .channel-body');
    note(sheet);
    (await until('dialog[open] .sheet-bar .button-quiet')).click();
    await until('dialog', false);
    (await until('.bar .back')).click();
    await until('.service-section', false);
    const all = parts.flatMap((part) => [part, ...part.querySelectorAll('*')]);
    shown[id] = {
      elements: all.map(({ localName }) => localName).join(' '),
      says: parts.every((part) => plain(part.textContent ?? '').includes(plain(text))),
      handlers: all.filter((element) => element.getAttributeNames().some((name) => name.startsWith('on')))
        .length,
    };
  }
  return shown;
}
