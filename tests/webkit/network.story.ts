import type { EngineHost } from '../engines/engine-host.ts';
import { expect, test } from '../engines/engine-test.ts';
import {
  appIsReady,
  CARD_NAME,
  everyScreen,
  isKeptOnPhone,
  isShown,
  lookForNewer,
  openGuide,
  SEARCH,
  soon,
  tab,
} from '../engines/steps.ts';
import type { Engine, Surface } from '../engines/surface.ts';
import { faultsOf } from '../stories/request-rules.ts';
import type { SeenRequest } from '../stories/test-site.ts';

interface Noting {
  readonly violations: string[];
}

const violationsOn = (surface: Surface) =>
  surface.evaluate(() => (window as unknown as Noting).violations.splice(0));

test('NW-4 no rule of the page is broken on any screen, and only our own worker may be started', async ({
  surface,
  host,
}, info) => {
  host.runFirst(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      violations.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  await openGuide(surface, host);
  await everyScreen(surface, async () => undefined);
  // Lists were found, so the worker that finds them was started under the rules.
  expect(await violationsOn(surface)).toEqual([]);
  const refused = await surface.evaluate(() => {
    const attempts = ['/assets/other.js', '//evil.example/worker.js', 'data:text/javascript,'];
    return attempts.map((address) => {
      try {
        new Worker(address).terminate();
        return 'started';
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  if (await surface.evaluate(() => 'trustedTypes' in window)) {
    expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError']);
  } else {
    // Without them the address is judged by the policy alone, which allows our own host.
    info.annotations.push({ type: 'note', description: 'this engine has no Trusted Types' });
  }
  await surface.evaluate(() => fetch('https://elsewhere.example/').then(String, String));
  await soon(() => violationsOn(surface)).toContainEqual(expect.stringMatching(/^connect-src https:/));
});

test('NW-5 the host is asked for the few known files and told nothing else', async ({ surface, host }) => {
  await openGuide(surface, host);
  await everyScreen(surface, async () => undefined);
  await isKeptOnPhone(surface);
  await surface.reload();
  await appIsReady(surface);
  expect(await lookForNewer(surface)).toBe('Your lists are up to date.');
  expect(host.seen().length).toBeGreaterThan(20);
  expect(host.seen().flatMap(faultsOf)).toEqual([]);
  const before = host.seen().length;
  await surface.evaluate(async () => {
    await fetch('/data/index.json?need=stay', { headers: { 'X-Person': '1' } });
  });
  expect(host.seen().slice(before).flatMap(faultsOf)).toEqual([
    'GET /data/index.json?need=stay: not a known path',
    'GET /data/index.json?need=stay: header x-person',
  ]);
});

interface Person {
  readonly language: string;
  readonly tile: string;
  readonly town: string;
  readonly words: string;
  /** Which boxes she ticks among the filters. */
  readonly filters: readonly number[];
}
const SHE: Person = { language: 'es', tile: 'stay', town: 'nai', words: 'refugio', filters: [0, 3] };
const HE: Person = { language: 'ar', tile: 'legal', town: 'mom', words: 'محام', filters: [1, 2, 4] };
// By its place among the lists: its name differs by language.
const KENYA = 1;
// Longer than a busy machine keeps one request of a step from the next; the first visit's come from several places.
const QUIET_MS = 800;
const FIRST_QUIET_MS = 2500;

test('NW-6 two people with different needs and languages ask the host for exactly the same', async ({
  engine,
  host,
}) => {
  const first = await requestsOf(SHE, host, engine);
  const second = await requestsOf(HE, host, engine, first);
  // All languages at once, one list, nothing for what she looks for, the index when she asks for it.
  expect(first.slice(1).map((step) => step.length)).toEqual([1, expect.any(Number), 1, 0, 0, 2]);
  expect(second).toEqual(first);
});

/**
 * Everything that the host saw of a person, with every header, a list for each step she took. The requests of one step
 * come over several connections, in whatever order the network gives them, so they are sorted inside it. A step is over when
 * as much was asked as by the person before, and the host has been quiet for a while.
 */
async function requestsOf(
  person: Person,
  host: EngineHost,
  engine: Engine,
  personBefore: readonly string[][] = [],
): Promise<string[][]> {
  const surface = await engine.open();
  const steps: string[][] = [];
  const endStep = async () => {
    const { seen } = host.site;
    const place = steps.length;
    const asked = () => seen.filter(({ url }) => url !== '/sw.js').length;
    await soon(
      () => asked() >= (personBefore[place]?.length ?? 0),
      `step ${place} as of the one before`,
    ).toBe(true);
    const quiet = place === 0 ? FIRST_QUIET_MS : QUIET_MS;
    for (let before = -1; before !== seen.length; await pause(quiet)) before = seen.length;
    const step = seen.splice(0).filter(({ url }) => url !== '/sw.js');
    steps.push(step.map(withoutConnection).sort());
  };
  const letWorkerIn = host.site.hold('/sw.js');
  await openGuide(surface, host);
  // The list that comes with the guide is fetched last of all.
  await soon(() => host.site.seen.some(({ url }) => url.endsWith('.bin'))).toBe(true);
  await endStep();
  await surface.click(`#main [data-language=${person.language}]`);
  await isShown(surface, `html[lang=${person.language}]`);
  await endStep();
  letWorkerIn();
  await isKeptOnPhone(surface);
  await endStep();
  await surface.click(`#main [data-tile=${person.tile}]`);
  await isShown(surface, { css: '#main .row-button .quiet bdi' });
  await surface.click({ css: '#main .row-button', nth: KENYA });
  await surface.type(SEARCH, person.town);
  await surface.click('.town-picker .row-button');
  await endStep();
  await surface.click('#main .button.wide');
  await isShown(surface, CARD_NAME);
  await surface.type(SEARCH, person.words);
  await surface.click('.chip-filters');
  for (const nth of person.filters) await surface.click({ css: '#main .choice', nth });
  await surface.click('.sticky-actions .button-quiet');
  await surface.click('.sticky-actions .button');
  await endStep();
  await surface.click(CARD_NAME);
  await surface.click('.sticky-actions .button-quiet');
  await surface.click('.sticky-actions .button');
  await isShown(surface, 'dialog[open] .row-button');
  await surface.click('dialog[open] .sheet-bar .button-quiet');
  await tab(surface, 1);
  await endStep();
  await lookForNewer(surface);
  await endStep();
  await surface.close();
  return steps;
}

/** Whether a connection is kept is the browser's choice, and says nothing of her. */
function withoutConnection({ headers, ...rest }: SeenRequest): string {
  const { connection: _kept, ...others } = headers;
  return JSON.stringify({ ...rest, headers: others });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
