import type { Page } from '@playwright/test';
import { SCREENS, type ScreenName } from '../../src/desk/caseworker/workspace.ts';
import { axeByDayAndNight } from '../axe-findings.ts';
import { foreignCommas } from '../foreign-commas.ts';
import { overEachOther } from '../over-each-other.ts';
import { expect, openSampleCity, test } from './desk-site.ts';
import { keepClient, openUnitedKingdom } from './kept-client.ts';

type Look = (stop: string, part?: string) => Promise<void>;

const SMALLEST = { width: 320, height: 640 };

const openScreen = (page: Page, name: ScreenName) =>
  page.locator('.bar-tab').nth(SCREENS.indexOf(name)).click();

/** Into sight first, as a finger has it: the list closes when the page under it is scrolled. */
async function chooseNeed(page: Page): Promise<void> {
  await page.locator('#needs').evaluate((field) => field.scrollIntoView({ block: 'center' }));
  await page.locator('#needs').click();
  await page.locator('.list-box .list-item').nth(4).click();
}

/** All screens and what looks different on one, in parts; by place and class, as the words differ by language. */
const PARTS: Readonly<Record<string, (page: Page, look: Look) => Promise<void>>> = {
  async 'lists, matching and comparing'(page, look) {
    await page.goto('/');
    await page.locator('#main table .button-quiet').last().waitFor();
    await look('lists');
    await openSampleCity(page);
    await look('match, nothing asked');
    await chooseNeed(page);
    // While it is open the library hides the rest of the page from assistive technology, bar and headings too, but leaves
    // it in the order of Tab: axe is asked about the list itself (decision 021).
    await look('match, a list of choices', '.popover');
    await page.keyboard.press('Escape');
    await page.locator('.form > .weighed .check').first().click();
    await page.locator('.row').nth(1).waitFor();
    await look('match, services');
    for (const at of [0, 1]) await page.locator('.row .check').nth(at).click();
    await page.locator('#results-title ~ .check').click();
    await page.locator('.rows').nth(1).waitFor();
    await look('match, refused shown and two to compare');
    await openScreen(page, 'compare');
    await page.locator('.compare').waitFor();
    await look('compare');
    await openScreen(page, 'match');
    await page.locator('.row-name').first().click();
    await page.locator('#service-title').waitFor();
    await look('a service');
  },

  async 'sheets, codes and cards'(page, look) {
    await openSampleCity(page);
    await openScreen(page, 'sheet');
    await page.locator('.files').waitFor();
    await look('the sheet, nothing chosen');
    await openScreen(page, 'match');
    await chooseNeed(page);
    await page.keyboard.press('Escape');
    await page.locator('.row').nth(1).waitFor();
    for (const at of [0, 1]) await page.locator('.row').nth(at).locator('.button-quiet').click();
    await openScreen(page, 'sheet');
    await page.locator('.sheet-pair').waitFor();
    await page.locator('input[type=file]').setInputFiles({
      name: 'x.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('name,phone\nx,08081570100\n'),
    });
    await page.locator('.files .table').waitFor();
    await look('the sheet and a file');
    for (const layout of ['card', 'zine', 'screen']) {
      await page.locator('.sheet-choices select').nth(1).selectOption(layout);
      await look(`the sheet as ${layout}`);
    }
    await openScreen(page, 'hand-over');
    await page.locator('.radio').last().click();
    await page.locator('#main .hand-over-trace + .button').click();
    await page.locator('.hand-over-code .qr').waitFor();
    await look('a code to hand over');
    await openScreen(page, 'cards');
    await page.locator('#main .card-languages').first().waitFor();
    await look('cards, no language chosen');
    await page.locator('#main .card-languages').first().locator('[lang=sw]').click();
    await page.locator('#main .row-button').first().click();
    await look('cards, the languages of interpreters');
    await page.locator('#main .row-button').nth(1).click();
    await page.locator('dialog .card-words').waitFor();
    await look('a card');
  },

  async 'a client'(page, look) {
    await openSampleCity(page);
    const panel = page.locator('.panel-clients');
    await panel.locator('.button-quiet').first().click();
    await look('choosing a passphrase');
    for (const at of [0, 1]) await panel.locator('.secret').nth(at).fill('seven quiet kettles');
    await panel.locator('button[type=submit]').click();
    await panel.locator('.client-list').waitFor({ state: 'attached' });
    await panel.locator('.actions .button-quiet').first().click();
    await panel.locator('.client-button').waitFor();
    await openScreen(page, 'client');
    await page.locator('textarea').first().fill('020 7946 0123');
    await page.locator('.found-list').waitFor();
    await page.locator('.times .button-quiet').click();
    await page.locator('.radio').last().click();
    await look('a client');
    await page.locator('.part .button-quiet').last().click();
    await page.locator('dialog').waitFor();
    await look('erasing a client');
    await page.keyboard.press('Escape');
    await openScreen(page, 'data');
    await page.locator('input[type=file]').waitFor();
    await look('this device and files');
  },

  // With what only stands there once there is a client and a yes.
  async 'a call together and the log'(page, look) {
    await keepClient(page, '', openUnitedKingdom);
    await openScreen(page, 'together');
    await page.locator('.card .check').nth(2).waitFor();
    await look('what the client agrees to');
    await page.locator('.card .button').click();
    await page.locator('.card .field-problem').nth(1).waitFor();
    await look('what is missing');
    for (const at of [2, 9]) await page.locator('.card .check').nth(at).click();
    await page.locator('.card .button').click();
    await page.locator('.script ol').first().waitFor();
    await page.locator('.script-choices .choice').click();
    await page.locator('.list-box .list-item:not([data-selected])').nth(1).click();
    await page.locator('[data-script=theirs] ol').waitFor();
    await look('a call');
    await page.locator('.outcomes button').nth(4).click();
    await page.locator('.signal-offer summary').click();
    await look('what came of it');
    await page.locator('.signal-offer button').click();
    await openScreen(page, 'log');
    await page.locator('.board-card').waitFor();
    await page.locator('.card .input-date').fill('2026-01-05');
    await page.locator('.card .button').click();
    await page.locator('.board-card .overdue').waitFor();
    await look('the log as a board');
    await page.locator('.log-filters .choice').nth(2).click();
    await page.locator('.list-box .list-item').nth(1).click();
    await page.locator('tr[data-status]').first().waitFor();
    await look('the log as a list');
    await page.locator('tr[data-status] button').first().click();
    await page.locator('dialog').waitFor();
    await look('a referral');
  },

  async 'what lies over every screen'(page, look) {
    await openSampleCity(page);
    await page.locator('.bar-urgent').click();
    await page.locator('dialog [data-country] summary').first().click();
    await page.locator('dialog .line-number').first().waitFor();
    await look('urgent help');
    await page.locator('dialog .sheet-bar .button-quiet').click();
    await page.keyboard.press('?');
    await page.locator('dialog').waitFor();
    await look('the keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.locator('.palette').waitFor();
    await look('the commands');
    await page.keyboard.press('Escape');
    await chooseNeed(page);
    await page.keyboard.press('Escape');
    await page.locator('.row').nth(1).waitFor();
    await page.locator('.row-name').first().focus();
    // Something to take back, beside the tour.
    await page.keyboard.press('n');
    await page.keyboard.press('Escape');
    await page.locator('.toast').waitFor();
    await page.locator('.bar-look .button-quiet').last().click();
    await page.locator('dialog p button').click();
    await page.locator('.tour').waitFor();
    await look('practice, the tour, and something to take back');
  },
};

for (const [name, visit] of Object.entries(PARTS)) {
  test(`AX-1 axe finds nothing on the desk, in the light and in the dark: ${name} (en-GB)`, async ({
    page,
  }) => {
    expect(await faultsOn(page, visit, axeFromTheTop)).toEqual({});
  });

  test.describe(() => {
    // From right to left, and on the smallest screen.
    test.use({ locale: 'ar', viewport: SMALLEST });
    test(`AX-1 X8 axe finds nothing on the smallest desk, and nothing of it runs off: ${name} (ar)`, async ({
      page,
    }) => {
      const both: Ask = async (_, part) => {
        const outside = await page.evaluate(outOfPlace);
        return [...outside, ...(await foreignCommas(page)), ...(await axeFromTheTop(page, part))];
      };
      expect(await faultsOn(page, visit, both)).toEqual({});
    });
  });

  test.describe(() => {
    // The longest words of the four.
    test.use({ locale: 'es', viewport: SMALLEST });
    test(`X8 nothing of the desk runs off a screen of 320, and what is wide is pushed along in its own place: ${name} (es)`, async ({
      page,
    }) => {
      expect(await faultsOn(page, visit, () => page.evaluate(outOfPlace))).toEqual({});
    });
  });
}

type Ask = (page: Page, part?: string) => Promise<string[]>;

/** What has been scrolled half under the bar is small to axe. A list of choices closes when the page is scrolled. */
async function axeFromTheTop(page: Page, part?: string): Promise<string[]> {
  if (part) return axeByDayAndNight(page, part);
  const over = await overEachOther(page);
  await page.evaluate(() => scrollTo(0, 0));
  return [...over, ...(await axeByDayAndNight(page))];
}

/** What is found wrong at each stop of a visit; nothing at all where nothing is. */
async function faultsOn(
  page: Page,
  visit: (page: Page, look: Look) => Promise<void>,
  ask: Ask,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await visit(page, async (stop, part) => {
    const faults = await ask(page, part);
    if (faults.length > 0) found[stop] = faults;
  });
  return found;
}

/** Runs in the page: what runs off it, what scrolls where no key gets, what is too small for a finger (WCAG 2.5.8). */
function outOfPlace(): string[] {
  const LEAST_TARGET = 24;
  const root = document.documentElement;
  const scope = document.querySelector('dialog[open]') ?? document.body;
  const faults: string[] = [];
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide`);
  /** Not what is there for a screen reader alone: in a frame of one pixel. */
  const isShown = (one: HTMLElement) => {
    if (!one.checkVisibility()) return false;
    for (let frame: Element | null = one; frame; frame = frame.parentElement) {
      const { width, height } = frame.getBoundingClientRect();
      if (Math.min(width, height) <= 1 && getComputedStyle(frame).overflow !== 'visible') return false;
    }
    return one.getBoundingClientRect().width > 1;
  };
  const scrolls = (one: Element) =>
    one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX);
  const nameOf = (one: HTMLElement) => `"${(one.innerText || one.className).trim().slice(0, 40)}"`;
  const all = [...scope.querySelectorAll<HTMLElement>('*')].filter(isShown);
  const scrollers = all.filter(scrolls);
  for (const one of scrollers)
    if (one.tabIndex < 0 && !one.querySelector('a[href], button, input, [tabindex="0"]'))
      faults.push(`${nameOf(one)} scrolls, and no key gets there`);
  for (const one of all) {
    const { left, right, width, height } = one.getBoundingClientRect();
    const isPushedAlong = scrollers.some((scroller) => scroller.contains(one));
    if (!isPushedAlong && (left < -0.5 || right > root.clientWidth + 0.5))
      faults.push(`${nameOf(one)} runs off`);
    if (
      one.matches('button, a[href], summary, .check, .radio') &&
      Math.min(width, height) < LEAST_TARGET - 0.5
    )
      faults.push(`${nameOf(one)} is ${Math.round(width)} by ${Math.round(height)}`);
  }
  return faults;
}

test.describe(() => {
  test.use({ viewport: { width: 320, height: 480 } });
  test('AX-2 on the smallest screen what has the focus is never under a bar, and the way out is in sight', async ({
    page,
  }) => {
    await openSampleCity(page);
    const faults: string[] = [];
    for (const [at, screen] of SCREENS.entries()) {
      await page.locator('.bar-tab').nth(at).click();
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab');
        const found = await page.evaluate(outOfSight);
        if (found === null) break;
        faults.push(...found.map((fault) => `${screen}: ${fault}`));
      }
    }
    expect([...new Set(faults)]).toEqual([]);
  });
});

/** Runs in the page: what is wrong where the focus is now; null where it has left the page. */
function outOfSight(): string[] | null {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return null;
  const name = element.innerText || element.getAttribute('aria-label') || element.id || element.tagName;
  const bar = element.closest('.bar, .bar-ways, .skip');
  // A tick box is drawn by the box around it.
  const drawn = element.closest('.check, .radio') ?? element;
  const { left, top, right, bottom } = drawn.getBoundingClientRect();
  const isUnderBar = [top + 1, (top + bottom) / 2, Math.min(bottom - 1, innerHeight - 1)].some((y) => {
    const over = document.elementFromPoint((left + right) / 2, y)?.closest('.bar, .bar-ways');
    return over !== null && over !== undefined && over !== bar;
  });
  const exit = document.querySelector('.exit-bar');
  const box = exit?.getBoundingClientRect() ?? new DOMRect();
  const isExitThere = exit?.contains(
    document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2),
  );
  const list = document.querySelector('.list-box')?.getBoundingClientRect();
  const edge = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
  return [
    ...(list && list.top < edge ? [`the list of ${name.slice(0, 40)} reaches under the bar`] : []),
    ...(isUnderBar ? [`${name.slice(0, 40)} is under a bar`] : []),
    ...(bottom < 0 || top > innerHeight ? [`${name.slice(0, 40)} is out of sight`] : []),
    ...(isExitThere ? [] : [`${name.slice(0, 40)}: no way out in sight`]),
  ];
}
