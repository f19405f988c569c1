import { expect, test } from '../engines/engine-test.ts';
import {
  CARD_NAME,
  chooseRegion,
  EXIT,
  hasReachedNeutralSite,
  isKeptOnPhone,
  isShown,
  openGuide,
  showResults,
  soon,
} from '../engines/steps.ts';
import type { Surface } from '../engines/surface.ts';
import { ONLY_THE_COVER, whatIsLeft } from '../stories/leaving.ts';

type Left = ReturnType<typeof whatIsLeft>;
interface Looking {
  whatIsLeft?(): Left;
}

/** Gives pages a word for what is left on them. */
const LOOK = `window.whatIsLeft = ${whatIsLeft};`;

/** Null while one page takes the place of the other. */
const left = (surface: Surface) =>
  surface.evaluate(() => (window as unknown as Looking).whatIsLeft?.() ?? null);

test('EX-4 leaving takes a list, a service and the sheet over it off before anything else happens', async ({
  surface,
  host,
}) => {
  host.runFirst(LOOK);
  const places = {
    list: async () => undefined,
    service: async () => surface.click(CARD_NAME),
    sheet: async () => {
      await surface.click(CARD_NAME);
      await surface.click('.sticky-actions .button');
      await isShown(surface, 'dialog[open] .row-button');
    },
  };
  for (const [place, go] of Object.entries(places)) {
    await openGuide(surface, host);
    // The only list on the phone is hers the next time without being asked for.
    if (place === 'list') await chooseRegion(surface, 'Kenya');
    await showResults(surface, 'stay');
    await go();
    // One task: nothing else of the page can have run between the tap and the look.
    const seen = await surface.evaluate(() => {
      document.querySelector<HTMLElement>('.exit-bar')?.click();
      return (window as unknown as Looking).whatIsLeft?.();
    });
    expect(seen, place).toEqual(ONLY_THE_COVER);
    await hasReachedNeutralSite(surface, host);
  }
});

test('EX-8 the cover comes first, and the neutral site is asked for from there', async ({
  surface,
  host,
}) => {
  // A page that waits for an address takes no question from some drivers: it has to tell by itself.
  host.runFirst(`${LOOK}
    setInterval(() => {
      if (!document.body) return;
      const body = JSON.stringify({ path: location.pathname, left: window.whatIsLeft() });
      navigator.sendBeacon('/told', body);
    }, 50);`);
  const told = () => JSON.parse(host.told.at(-1) ?? '{}') as { path?: string; left?: Left };
  const letAnswer = host.elsewhere.hold();
  await openGuide(surface, host);
  await isKeptOnPhone(surface);
  await soon(() => told().path).toBe('/');
  expect(told().left).not.toEqual(ONLY_THE_COVER);
  await surface.click(EXIT);
  await soon(() => host.elsewhere.asked).toEqual(['/weather']);
  // It is asked for, does not answer, and what is on the screen meanwhile is the cover at its own address.
  const before = host.told.length;
  await soon(() => host.told.length).toBeGreaterThan(before + 2);
  expect(told()).toEqual({ path: '/cover/', left: ONLY_THE_COVER });
  letAnswer();
  await hasReachedNeutralSite(surface, host);
});

const noNetwork = () => {
  Object.defineProperty(navigator, 'onLine', { get: () => false });
};

test('EX-9 without a network leaving ends on the cover, and a reload stays there', async ({
  surface,
  host,
}) => {
  host.runFirst(LOOK);
  host.runFirst(noNetwork, ['cover']);
  await openGuide(surface, host);
  await isKeptOnPhone(surface);
  await host.site.close();
  await surface.evaluate(noNetwork);
  await surface.click(EXIT);
  await soon(() => surface.href()).toBe(host.cover);
  await isShown(surface, 'main[data-cover] > table');
  // The page that is being left draws its curtain; the cover that takes its place has none.
  await soon(() => left(surface)).toEqual(ONLY_THE_COVER);
  await surface.reload();
  await isShown(surface, 'main[data-cover] > table');
  await soon(() => left(surface)).toEqual(ONLY_THE_COVER);
  expect(await surface.href()).toBe(host.cover);
  expect(host.elsewhere.asked).toEqual([]);
});

test('EX-9 with neither worker nor network the cover stays, and the address is the cover', async ({
  surface,
  host,
}) => {
  host.runFirst(LOOK);
  host.site.hold('/sw.js');
  await openGuide(surface, host);
  await host.site.close();
  await surface.evaluate(noNetwork);
  await surface.click(EXIT);
  await soon(() => surface.href()).toBe(host.cover);
  await soon(() => left(surface)).toEqual(ONLY_THE_COVER);
  expect(host.elsewhere.asked).toEqual([]);
});

test('EX-12 leaving in one window leaves in every other', async ({ surface, host }) => {
  await openGuide(surface, host);
  await isKeptOnPhone(surface);
  const other = await surface.newWindow();
  await openGuide(other, host);
  await surface.click(EXIT);
  await hasReachedNeutralSite(surface, host);
  await hasReachedNeutralSite(other, host);
});
