import { expect, test } from '../engines/engine-test.ts';
import { appIsReady, EXIT, everyScreen, hasReachedNeutralSite, openGuide } from '../engines/steps.ts';

const STEPS = 6;

test('EX-5 a journey through every screen is one entry in the history, with one address and nothing in it', async ({
  surface,
  host,
}) => {
  host.runFirst(() => {
    const changes: string[] = [];
    Object.assign(window, { changes });
    for (const name of ['pushState', 'replaceState'] as const) {
      const real = history[name].bind(history);
      history[name] = (...given) => {
        changes.push(name);
        real(...given);
      };
    }
    for (const kind of ['hashchange', 'popstate']) addEventListener(kind, () => changes.push(kind));
  });
  await openGuide(surface, host);
  const start = await surface.evaluate(whereItIs);
  expect(start).toMatchObject({ path: '/', state: null });
  const screens: string[] = [];
  await everyScreen(surface, async (screen) => {
    screens.push(screen);
    expect(await surface.evaluate(whereItIs), screen).toEqual(start);
  });
  expect(screens).toHaveLength(16);
  const changes = () => surface.evaluate(() => (window as unknown as { changes: string[] }).changes);
  expect(await changes()).toEqual([]);
  // The trap is set: what must never happen would have been seen.
  await surface.evaluate(() => history.pushState(null, '', '/elsewhere'));
  expect(await changes()).toEqual(['pushState']);
  expect(await surface.evaluate(whereItIs)).not.toEqual(start);
});

/** Runs in the page: everything of it that the browser writes into its history. */
function whereItIs() {
  const path = location.href.slice(location.origin.length);
  return { path, length: history.length, state: history.state as unknown, title: document.title };
}

test('EX-6 after a journey through every screen, six steps back and six forward never show the guide', async ({
  surface,
  host,
}) => {
  const start = host.elsewhere.start(host.guide);
  await surface.open(start);
  await surface.click('#guide');
  await appIsReady(surface);
  await everyScreen(surface, async () => undefined);
  await surface.click(EXIT);
  await hasReachedNeutralSite(surface, host);
  const places = new Set<string>();
  const note = async () => {
    places.add(await surface.href());
    // Nothing of ours in the document either, whatever the address says.
    expect(await surface.count('#app, #main, .exit-bar')).toBe(0);
  };
  for (let step = 0; step < STEPS; step++) {
    await surface.back();
    await note();
  }
  expect(places).toContain(start);
  for (let step = 0; step < STEPS; step++) {
    await surface.forward();
    await note();
  }
  expect(places).toContain(host.elsewhere.neutral);
  expect([...places].filter((place) => place !== 'about:blank').sort()).toEqual(
    [start, host.elsewhere.neutral].sort(),
  );
});
