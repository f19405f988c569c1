import { type Browser, expect, test } from '@playwright/test';
import { appIsReady, chooseTile, isKeptOnPhone, lookForNewer, openGuide, tab, typeInto } from './journey.ts';
import { type SeenRequest, TestSite } from './test-site.ts';
import { chooseLanguage } from './tour.ts';

interface Person {
  readonly language: string;
  readonly tile: string;
  readonly town: string;
  readonly words: string;
  /** Which boxes she ticks among the filters. */
  readonly filters: readonly number[];
  readonly isStatusSafe: boolean;
}

const SHE: Person = {
  language: 'es',
  tile: 'stay',
  town: 'nai',
  words: 'refugio',
  filters: [0, 3],
  isStatusSafe: true,
};
const HE: Person = {
  language: 'ar',
  tile: 'legal',
  town: 'mom',
  words: 'محام',
  filters: [7, 9, 11],
  isStatusSafe: false,
};

// Longer than a busy machine keeps one request of a step from the next; the first visit's come from several places.
const QUIET_MS = 800;
const FIRST_QUIET_MS = 2500;
const isUpdateCheck = ({ url }: { readonly url: string }) => url === '/sw.js';

/** Registering and looking again differ in these, and in nothing that is hers. */
function withoutOccasion({ headers, ...rest }: SeenRequest): object {
  const { referer, 'cache-control': caching, connection, ...others } = headers;
  expect(['/', '/sw.js']).toContain(new URL(referer ?? '/', 'http://localhost').pathname);
  return {
    ...rest,
    headers: others,
    isPlain: [caching, connection].every((value) => !value || value.length < 20),
  };
}

test('NW-6 two people with different needs and languages ask the host for exactly the same', async ({
  browser,
}) => {
  const site = await TestSite.open();
  const first = await requestsOf(SHE, site, browser);
  const second = await requestsOf(HE, site, browser, first);
  expect(first.map((step) => step.length)).toEqual([
    expect.any(Number),
    1,
    expect.any(Number),
    1,
    0,
    0,
    0,
    2,
    expect.any(Number),
  ]);
  expect(second).toEqual(first);
  await site.close();
});

/**
 * Everything the host saw of a person, with every header, a list for each step she took. The requests of one step come
 * over several connections, in whatever order the network gives them, so they are sorted inside it.
 */
async function requestsOf(
  person: Person,
  site: TestSite,
  browser: Browser,
  personBefore: readonly string[][] = [],
): Promise<string[][]> {
  const context = await browser.newContext({ baseURL: site.origin });
  const page = await context.newPage();
  const steps: string[][] = [];
  const updateChecks = new Set<string>();
  const endStep = async () => {
    await page.waitForLoadState('networkidle');
    // A page's idle does not speak for its workers: the step is over when as much was asked as by the person before, and
    // the host has been quiet for a while too.
    const place = steps.length;
    const asked = () => site.seen.filter((request) => !isUpdateCheck(request)).length;
    await expect.poll(asked, `step ${place}`).toBeGreaterThanOrEqual(personBefore[place]?.length ?? 0);
    const quiet = place === 0 ? FIRST_QUIET_MS : QUIET_MS;
    for (let before = -1; before !== site.seen.length; await page.waitForTimeout(quiet))
      before = site.seen.length;
    const seen = site.seen.splice(0);
    // The browser looks for a newer worker when it likes: each of those looks must be the same, their number is its own.
    for (const request of seen.filter(isUpdateCheck))
      updateChecks.add(JSON.stringify(withoutOccasion(request)));
    steps.push(
      seen
        .filter((request) => !isUpdateCheck(request))
        .map((request) => JSON.stringify(request))
        .sort(),
    );
  };
  // First visit: the language is chosen before the service worker has come.
  const letWorkerIn = site.hold('/sw.js');
  await openGuide(page);
  await endStep();
  await chooseLanguage(page, person.language);
  await endStep();
  letWorkerIn();
  await isKeptOnPhone(page);
  await endStep();
  await chooseTile(page, person.tile);
  await page.locator('#main .row-button').nth(1).click();
  await typeInto(page.getByRole('searchbox'), person.town);
  await page.locator('.town-picker .row-button').first().click();
  await endStep();
  await page.locator('#main .button.wide').click();
  await page.locator('.card').first().waitFor();
  if (person.isStatusSafe) await page.locator('.chip-main').click();
  await typeInto(page.getByRole('searchbox'), person.words);
  await page.locator('.chip-filters').click();
  for (const index of person.filters) await page.locator('.choice:visible').nth(index).click();
  await page.locator('.sticky-actions .button-quiet').click();
  await page.locator('.sticky-actions .button').click();
  await endStep();
  await page.locator('.card .card-name').first().click();
  await page.locator('.sticky-actions .button-quiet').click();
  await page.locator('.sticky-actions .button').click();
  await page.locator('dialog[open] .sheet-bar .button-quiet').click();
  await tab(page, 1);
  await endStep();
  // Second visit: the phone answers for itself, the chosen language included.
  await page.reload();
  await appIsReady(page);
  await chooseLanguage(page, person.language);
  await endStep();
  await expect(await lookForNewer(page)).not.toBeEmpty();
  await endStep();
  await context.close();
  return [...steps, [...updateChecks].sort()];
}
