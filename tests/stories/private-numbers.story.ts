import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { onlyInChromium, TOLD_ONCE, WHOLE_BROWSER } from '../browsers.ts';
import {
  appIsReady,
  chooseRegion,
  chooseTile,
  isKeptOnPhone,
  loseNetwork,
  openGuide,
  tab,
  typeInto,
} from './journey.ts';
import { deployment } from './leaving.ts';
import { openProfile, openWithoutScript } from './own-browser.ts';
import { expect, test } from './own-site.ts';

// The numbers for danger, from wherever she is: the emergency number of the country and one line of its own.

const URGENT = 2;

/** How each screen is reached from the first, with a country chosen. */
const SCREENS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['first', async () => undefined],
  ['questions', (page) => chooseTile(page, 'notSure')],
  ['place', (page) => page.locator('#main .place-line button').click()],
  ['results', openResults],
  [
    'filters',
    async (page) => {
      await openResults(page);
      await page.locator('.chip-filters').click();
      await page.locator('.sticky-actions').waitFor();
    },
  ],
  [
    'nothing found',
    async (page) => {
      await openResults(page);
      await typeInto(page.getByRole('searchbox'), 'zzqqx');
      await page.locator('#main .empty').waitFor();
    },
  ],
  [
    'service',
    async (page) => {
      await openResults(page);
      await page.locator('.card-name').first().click();
      await page.locator('.service-section').first().waitFor();
    },
  ],
  ['saved', (page) => tab(page, 1)],
  [
    'receive',
    async (page) => {
      await tab(page, 1);
      await page.locator('#main .receive-open').click();
    },
  ],
  ['urgent', (page) => tab(page, URGENT)],
  ['settings', (page) => tab(page, 3)],
  [
    'what it can hide',
    async (page) => {
      await tab(page, 3);
      await page.locator('#main h1 + .row-button').click();
    },
  ],
];

async function openResults(page: Page): Promise<void> {
  await chooseTile(page, 'talk');
  await page.locator('.card').first().waitFor();
}

/** The numbers that can be tapped in what is on the screen now, without another tap. */
async function numbersInSight(page: Page): Promise<string[]> {
  const links = await page.locator('#main a[href^="tel:"]').filter({ visible: true }).all();
  return Promise.all(
    links.map(async (link) => ((await link.getAttribute('href')) ?? '').slice('tel:'.length)),
  );
}

/** An emergency number (999 or 112 in Kenya) and one that is not: a line of the country's own. */
async function hasBoth(page: Page, screen: string): Promise<void> {
  await expect(page.locator('#main a[href^="tel:"]').filter({ visible: true }).first(), screen).toBeVisible();
  const numbers = await numbersInSight(page);
  const isEmergency = (number: string) => ['999', '112', '911'].includes(number);
  expect(numbers.some(isEmergency), `${screen}: ${numbers}`).toBe(true);
  expect(
    numbers.some((number) => !isEmergency(number)),
    `${screen}: ${numbers}`,
  ).toBe(true);
}

test('TM-3 with a country chosen, its emergency number and a line are one tap away from every screen, offline', {
  tag: TOLD_ONCE,
}, async ({ page, context, site }) => {
  await openGuide(page);
  await chooseTile(page, 'talk');
  await chooseRegion(page, 'Kenya');
  await isKeptOnPhone(page);
  await loseNetwork(context, site);
  for (const [screen, open] of SCREENS) {
    await tab(page, 0);
    await page.locator('#main .tiles').waitFor();
    await open(page);
    // The one tap is where a finger finds it: nothing lies over it.
    await page.locator('.tabs .tab').nth(URGENT).click();
    await expect(page.locator('.tabs .tab').nth(URGENT)).toHaveAttribute('aria-current', 'page');
    await hasBoth(page, screen);
  }
  await page.reload();
  await appIsReady(page);
  await tab(page, URGENT);
  await hasBoth(page, 'urgent, opened anew');
});

test('TM-3 before any country is known, every country is one tap away, and opens to its numbers, offline', {
  tag: TOLD_ONCE,
}, async ({ page, context, site }) => {
  await openGuide(page);
  await isKeptOnPhone(page);
  await loseNetwork(context, site);
  await page.reload();
  await appIsReady(page);
  for (const [screen, open] of SCREENS.filter(([name]) =>
    /^(first|questions|place|saved|settings|what)/.test(name),
  )) {
    await tab(page, 0);
    await page.locator('#main .tiles').waitFor();
    await open(page);
    await tab(page, URGENT);
    const country = page.locator('#main details[data-country=KE]');
    await expect(country.locator('summary'), screen).toBeVisible();
    await country.locator('summary').click();
    await hasBoth(page, screen);
  }
});

test('TM-3 on the first screen the numbers of a country are one tap away, before and without the app', async ({
  browser,
  site,
}) => {
  // One browser: without script the page is the same whatever language the phone has.
  const context = await openWithoutScript(browser, { baseURL: site.origin });
  const page = await context.newPage();
  for (const language of deployment.languages) {
    await page.goto('/');
    const block = page.locator(`details[data-first=${language}]`);
    if ((await block.getAttribute('open')) === null) await block.locator('> summary').click({ force: true });
    await block.locator('[data-country=KE] > summary').click({ force: true });
    await hasNumbersIn(page, language);
  }
  await context.close();
});

test('TM-3 with JavaScript turned off in the browser, online, they are there all the same', {
  ...onlyInChromium('its profile can be written before it starts', WHOLE_BROWSER),
}, async ({ site }) => {
  const folder = mkdtempSync(join(tmpdir(), 'numbers-'));
  mkdirSync(join(folder, 'Default'));
  const off = { profile: { default_content_setting_values: { javascript: 2 } } };
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(off));
  const context = await openProfile(folder);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(site.origin);
    await expect(page.locator('html')).not.toHaveClass(/scripted/);
    await page.locator('details[data-first=en] [data-country=KE] > summary').click();
    await hasNumbersIn(page, 'en');
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function hasNumbersIn(page: Page, language: string): Promise<void> {
  const links = page.locator(`details[data-first=${language}] [data-country=KE] a[href^="tel:"]`);
  await expect.poll(() => links.first().isVisible()).toBe(true);
  const numbers = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(numbers, language).toContain('tel:999');
  expect(numbers.filter((number) => !/:(999|112|911)$/.test(number)).length, language).toBeGreaterThan(0);
}
