import type { Locator, Page } from '@playwright/test';
import { onlyInChromium, TOLD_ONCE, WHOLE_BROWSER } from '../browsers.ts';
import { chooseRegion, chooseTile, isKeptOnPhone, loseNetwork, openGuide, tab, typeInto } from './journey.ts';
import {
  answerNeutralSite,
  answerNothing,
  COVER,
  clickWhereItIs,
  deployment,
  hasReachedNeutralSite,
  hearFrom,
  leaveControl,
  NEUTRAL_SITE,
  ONLY_THE_COVER,
  openResults,
  showsOnlyTheCover,
  whatIsLeft,
} from './leaving.ts';
import { expect, test } from './own-site.ts';

// Settled 34: order, and ten times the figure.
const PAINT_CEILING_MS = 1000;
const SLOW_PHONE = 6;

/** Presses "more" until the whole list is there: each adds groups, the last perhaps the rest of one. */
async function showAll(page: Page): Promise<Locator> {
  const more = page.locator('#main .button-quiet.wide');
  const groups = page.locator('.cards');
  while (await more.isVisible()) {
    const shown = await groups.count();
    await more.click();
    await expect(async () => {
      expect((await groups.count()) > shown || !(await more.isVisible())).toBe(true);
    }).toPass();
  }
  return groups;
}

/** Runs in the page: leaves as a click does, and says what is left before this task ends. */
const leaveAndLook = `document.querySelector('.exit-bar').click(); (${whatIsLeft})()`;

test('S2 EX-4 leaving takes the list off before anything else happens', async ({ page, context }) => {
  await answerNeutralSite(context);
  await openGuide(page);
  await openResults(page);
  expect(await page.evaluate(leaveAndLook)).toEqual(ONLY_THE_COVER);
  // A window that is closed on its way has hung its browser (seen once).
  await hasReachedNeutralSite(page);
});

test('S2 EX-4 leaving takes off a service and the sheet that lies over it', async ({ page, context }) => {
  await answerNeutralSite(context);
  await openGuide(page);
  await openResults(page);
  await page.locator('.card-name').first().click();
  await page.locator('.sticky-actions .button').click();
  await page.getByRole('dialog').waitFor();
  expect(await page.evaluate(leaveAndLook)).toEqual(ONLY_THE_COVER);
  await hasReachedNeutralSite(page);
});

test.describe('where no worker was ever started', () => {
  test.use({ serviceWorkers: 'block' });

  test('S2 EX-9 with neither worker nor network the cover stays, and the address is the cover', async ({
    page,
    context,
    site,
  }) => {
    await openGuide(page);
    await openResults(page);
    await loseNetwork(context, site);
    await clickWhereItIs(page);
    await expect(page).toHaveURL(COVER);
    await showsOnlyTheCover(page);
  });

  test('EX-4 a long list holds only the cards near the screen, and is as long as it was', async ({
    page,
  }) => {
    await openGuide(page);
    await chooseTile(page, 'talk');
    await chooseRegion(page, 'Sample City');
    // Every service of the city: no need chosen, no question answered.
    await tab(page, 0);
    await chooseTile(page, 'notSure');
    for (let question = 0; question < 3; question++)
      await page.locator('.step-actions .button-quiet').last().click();
    await page.locator('.card').first().waitFor();
    const first = await page.locator('.card-name').first().innerText();
    const groups = await showAll(page);
    expect(await groups.count()).toBeGreaterThan(5);
    await page.locator('.list-age').scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator('.card').count()).toBeLessThan(50);
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    const before = await height();
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(page.locator('.card-name').first()).toHaveText(first);
    await expect.poll(() => page.locator('.card').count()).toBeLessThan(50);
    expect(Math.abs((await height()) - before)).toBeLessThan(40);
  });

  test('S2 EX-4 on a slow phone with a long list the next picture is the cover', {
    ...onlyInChromium('only its DevTools can make the phone slow'),
  }, async ({ page }) => {
    let painted = Number.NaN;
    await page.exposeFunction('tell', (milliseconds: number) => {
      painted = milliseconds;
    });
    await page.route(COVER, () => undefined);
    await openGuide(page);
    await chooseTile(page, 'talk');
    await chooseRegion(page, 'Sample City');
    await showAll(page);
    await page.evaluate(() => {
      const { tell } = window as unknown as { tell(milliseconds: number): void };
      // The second frame after the tap begins when the first, with the cover in it, has been painted.
      const frames = (after: number, then: (now: number) => void) =>
        requestAnimationFrame((now) => (after === 1 ? then(now) : frames(after - 1, then)));
      addEventListener('click', (tap) => frames(2, (now) => tell(now - tap.timeStamp)), true);
    });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PHONE });
    await clickWhereItIs(page);
    await expect.poll(() => painted).toBeLessThan(PAINT_CEILING_MS);
  });

  test('S2 EX-9 with no worker, and a server that never answers, the cover stays', {
    tag: TOLD_ONCE,
  }, async ({ page }) => {
    const heard = await hearFrom(page);
    await openGuide(page);
    const letGo = await answerNothing(page);
    await clickWhereItIs(page);
    await expect.poll(() => heard.last).toEqual(ONLY_THE_COVER);
    await letGo();
  });
});

test('EX-8 the cover comes first, and the neutral site is asked for from there', async ({
  page,
  context,
}) => {
  let letAnswer = () => {};
  const held = new Promise<void>((resolve) => {
    letAnswer = resolve;
  });
  const askedFrom: string[] = [];
  await context.route(NEUTRAL_SITE, async (route) => {
    askedFrom.push(page.url());
    await held;
    await route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' });
  });
  const heard = await hearFrom(page);
  await openGuide(page);
  await isKeptOnPhone(page);
  await clickWhereItIs(page);
  await expect.poll(() => askedFrom).toEqual([expect.stringMatching(COVER)]);
  expect(page.url()).toMatch(COVER);
  await expect.poll(() => heard.last).toEqual(ONLY_THE_COVER);
  letAnswer();
  await hasReachedNeutralSite(page);
});

test('S2 EX-9 without a network leaving ends on the cover, and a reload stays there', {
  tag: WHOLE_BROWSER,
}, async ({ page, context, site }) => {
  const asked = await answerNeutralSite(context);
  await openGuide(page);
  await isKeptOnPhone(page);
  await loseNetwork(context, site);
  await clickWhereItIs(page);
  await expect(page).toHaveURL(COVER);
  await showsOnlyTheCover(page);
  await page.reload();
  await showsOnlyTheCover(page);
  expect(asked).toEqual([]);
});

test('S2 EX-9 when nothing answers any more leaving ends on the cover', async ({ page, context }) => {
  const heard = await hearFrom(page);
  await openGuide(page);
  await isKeptOnPhone(page);
  const letGo = await answerNothing(context);
  await clickWhereItIs(page);
  await expect.poll(() => page.url()).toMatch(COVER);
  await expect.poll(() => heard.last).toEqual(ONLY_THE_COVER);
  await letGo();
});

test('EX-10 installed as an app, leaving stays on the cover and asks for nothing outside', async ({
  page,
  context,
}) => {
  const asked = await answerNeutralSite(context);
  await context.addInitScript(() => {
    const real = window.matchMedia.bind(window);
    window.matchMedia = (query) =>
      query.includes('standalone') ? ({ ...real(query), matches: true } as MediaQueryList) : real(query);
  });
  await openGuide(page);
  await isKeptOnPhone(page);
  await clickWhereItIs(page);
  await expect(page).toHaveURL(COVER);
  await showsOnlyTheCover(page);
  // A second visit to the cover, so that a first one which went on would have asked by now.
  await page.reload();
  await showsOnlyTheCover(page);
  expect(asked).toEqual([]);
});

test('EX-12 leaving in one tab leaves in every other', async ({ page, context }) => {
  await answerNeutralSite(context);
  const other = await context.newPage();
  await openGuide(other);
  await openResults(other);
  await openGuide(page);
  await clickWhereItIs(page);
  await hasReachedNeutralSite(page);
  await hasReachedNeutralSite(other);
});

test('EX-16 EX-17 leaving tells nobody, asks nothing and opens nothing', async ({ page, context, site }) => {
  const neutral = deployment.exit_sites.en?.[0];
  const asked = await answerNeutralSite(context);
  const cover = await (await page.request.get('/cover/')).text();
  const parts = [...cover.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.accept();
  });
  await openGuide(page);
  await openResults(page);
  await typeInto(page.getByRole('searchbox'), 'doctor');
  await isKeptOnPhone(page);
  const sent: string[] = [];
  context.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
  await clickWhereItIs(page);
  await hasReachedNeutralSite(page);
  const here = (path: string | undefined) => `GET ${new URL(path ?? '', site.origin).href}`;
  const allowed = ['/cover/', ...parts].map(here).concat(`GET ${neutral}`);
  expect(sent).toContain(`GET ${neutral}`);
  expect(sent.filter((one) => !allowed.includes(one))).toEqual([]);
  const headers = asked.map((request) => Object.keys(request.headers()));
  expect(headers.flat().filter((name) => /^(referer|origin|cookie)$/.test(name))).toEqual([]);
  expect(asked.map((request) => request.postData())).toEqual([null]);
  expect(context.pages()).toHaveLength(1);
  expect(dialogs).toEqual([]);
});

test('S2 EX-22 after leaving, the guide starts as if she had asked nothing', async ({ page, context }) => {
  await answerNeutralSite(context);
  await openGuide(page);
  await openResults(page);
  await page.locator('.card .button-quiet').first().click();
  await page.locator('.chip-main').click();
  await typeInto(page.getByRole('searchbox'), 'refuge');
  await page.locator('.card-name').first().click();
  await expect(page.locator('.back')).toBeVisible();
  await leaveControl(page).click();
  await hasReachedNeutralSite(page);
  await openGuide(page);
  await expect(page.locator('.back')).toHaveCount(0);
  await expect(page.locator('.tile')).toHaveCount(8);
  // A tile asks anew. The way by the place would go on to her words, if they were still there.
  await page.locator('#main .place-line .row-button').click();
  await page.locator('#main .button.wide').click();
  await expect(page.locator('.tile')).toHaveCount(8);
  await page.locator('[data-tile=stay]').click();
  await page.locator('.card').first().waitFor();
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(page.locator('.chip[aria-pressed=true]')).toHaveCount(0);
  await page.locator('.tabs .tab').nth(1).click();
  await expect(page.locator('#main h1')).toBeVisible();
  await expect(page.locator('.card')).toHaveCount(0);
});
