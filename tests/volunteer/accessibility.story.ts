import type { Page } from '@playwright/test';
import { screensFor } from '../../src/desk/volunteer/screen-names.ts';
import { axeByDayAndNight } from '../axe-findings.ts';
import { foreignCommas } from '../foreign-commas.ts';
import { overEachOther } from '../over-each-other.ts';
import { fillDirectory, LAW_ID, REVIEWER } from './a-directory.ts';
import { expect, openDesk, test } from './desk-page.ts';

const SCREENS = screensFor(['contributor']);
const tab = (page: Page, name: (typeof SCREENS)[number]) =>
  page.locator('.bar-tab').nth(SCREENS.indexOf(name));

for (const locale of ['en-GB', 'ar']) {
  test.describe(() => {
    test.use({ locale });
    test(`AX-1 axe finds nothing on any of the volunteers' screens in the light and in the dark, and nothing runs off or is too small (${locale})`, async ({
      page,
      server,
    }) => {
      const faults: string[] = [];
      const look = async (screen: string) => {
        const found = [
          ...(await axeByDayAndNight(page)),
          ...(await page.evaluate(badlyPlaced)),
          ...(await foreignCommas(page)),
          ...(await overEachOther(page)),
        ];
        faults.push(...found.map((fault) => `${screen}: ${fault}`));
      };
      await openDesk(page);
      await page.locator('.deck-card').waitFor();
      await look('today');
      await page.locator('.answers .answer').nth(1).click();
      await page.locator('.deck-card form').waitFor();
      await look('a change');
      await page.locator('.deck-card form .button-quiet').click();
      await page.locator('.card-ways .answer').first().click();
      await page.locator('.script-step').first().waitFor();
      await look('a call');
      await tab(page, 'queue').click();
      await page.locator('.entry').first().waitFor();
      await look('queue');
      server.refusesWith = 'failed';
      await tab(page, 'today').click();
      await page.locator('.answers .answer').first().click();
      await tab(page, 'outbox').click();
      await page.locator('main > .button-wide').click();
      await page.locator('.entry .notice').first().waitFor();
      await look('outbox');
      await tab(page, 'guide').click();
      await look('guide');
      await tab(page, 'you').click();
      await look('you');
      server.session = { ...server.session, me: null };
      await page.evaluate(() => indexedDB.deleteDatabase('g3'));
      await page.reload();
      await page.locator('main .button-wide').first().waitFor();
      for (const fold of await page.locator('summary').all()) await fold.click();
      await look('sign in');
      expect(faults).toEqual([]);
    });
  });
}

for (const locale of ['en-GB', 'ar']) {
  test.describe(() => {
    test.use({ locale });
    test(`AX-1 axe finds nothing on a reviewer's screens on a phone in the light and in the dark, and nothing runs off or is too small (${locale})`, async ({
      page,
      server,
    }) => {
      fillDirectory(server, REVIEWER);
      server.answers.set(`POST /api/listings/${LAW_ID}/provider-links`, () => ({
        token: 'k'.repeat(43),
        endsAt: '2026-12-20T10:00:00.000Z',
      }));
      const faults: string[] = [];
      const look = async (screen: string) => {
        const found = [
          ...(await axeByDayAndNight(page)),
          ...(await page.evaluate(badlyPlaced)),
          ...(await page.evaluate(tooSmall)),
          ...(await foreignCommas(page)),
          ...(await overEachOther(page)),
        ];
        faults.push(...found.map((fault) => `${screen}: ${fault}`));
      };
      const listings = page.locator('.bar-tab').nth(2);
      const openMore = () => page.locator('.listings-table td:last-child button').last().click();
      const choose = async (file: string, at: number) =>
        page
          .locator('input[type=file]')
          .nth(at)
          .setInputFiles({
            name: 'file',
            mimeType: 'text/plain',
            buffer: Buffer.from(file),
          });
      await openDesk(page);
      await listings.click();
      await openMore();
      await page.locator('dialog .part .button-quiet').first().click();
      await page.locator('dialog .made-link').waitFor();
      await look('a link for the provider');
      await page.locator('dialog .stack > .button-quiet').nth(1).click();
      await page.locator('main .input').fill('nothing like it');
      await look('no twin');
      await page.locator('main .input').fill('made up');
      await page.locator('.row-button').first().click();
      await page.locator('fieldset.twins').first().waitFor();
      await look('side by side');
      await listings.click();
      await page.locator('main .actions .button-quiet').first().click();
      await choose('no sheet', 0);
      await choose(JSON.stringify({ type: 'waypost-signals', version: 1, signals: [] }), 1);
      await expect(page.locator('#signals-part ~ p').last()).not.toContainText('0');
      await look('files');
      await listings.click();
      await page.locator('.row-name').first().click();
      await page.locator('.preview-phone').waitFor();
      await look('the form');
      expect(faults).toEqual([]);
    });
  });
}

/** Runs in the page. What is pressed, with the words that are pressed along with it. */
function tooSmall(): string[] {
  const scope = document.querySelector('dialog[open]') ?? document.querySelector('main');
  return [...(scope?.querySelectorAll<HTMLElement>('button, input, textarea, summary') ?? [])].flatMap(
    (one) => {
      const height = Math.max(
        one.getBoundingClientRect().height,
        one.closest('label')?.getBoundingClientRect().height ?? 0,
      );
      const isSeen =
        one.getBoundingClientRect().width > 1 && !one.closest('.visually-hidden, [aria-hidden=true]');
      const words = one.innerText || one.getAttribute('aria-label') || one.id;
      return isSeen && height > 0 && height < 47.5
        ? [`"${words.slice(0, 30)}" is ${Math.round(height)} high`]
        : [];
    },
  );
}

/** Runs in the page. */
function badlyPlaced(): string[] {
  const faults: string[] = [];
  const width = document.documentElement.clientWidth;
  for (const one of document.querySelectorAll<HTMLElement>('body *')) {
    const box = one.getBoundingClientRect();
    if (one.matches('dialog[open]') && one.scrollWidth > one.clientWidth)
      faults.push('the sheet is too wide');
    const isSeen = box.width > 1 && box.height > 1 && getComputedStyle(one).visibility !== 'hidden';
    if (!isSeen || one.closest('.visually-hidden, .skip, .exit-hidden, .bar-nav, [aria-hidden=true]'))
      continue;
    if (box.left < -0.5 || box.right > width + 0.5) faults.push(`${one.className || one.tagName} runs off`);
    if (one.matches('.answer, .pick, .button-wide') && box.height < 47.5)
      faults.push(`"${one.innerText.slice(0, 30)}" is ${Math.round(box.height)} high`);
  }
  return faults;
}
