import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { SECURITY_HEADERS } from '../../src/cli/security-headers.ts';
import { chooseRegion, chooseTile, isKeptOnPhone, loseNetwork, openGuide } from './journey.ts';
import { answerNeutralSite, hasReachedNeutralSite } from './leaving.ts';
import { expect, test } from './own-site.ts';
import type { TestSite } from './test-site.ts';

test.use({ actionTimeout: 20_000 });

const CITY = 'Sample City';

async function openList(page: Page): Promise<void> {
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, CITY);
}

const inView = (page: Page) => page.locator('#main h2').first();
const cards = (page: Page) => page.locator('#main .card');

async function getMap(page: Page): Promise<void> {
  await page.locator('.map-open').click();
  await page.locator('#main .notice .button').click();
  await page.locator('.map-pin').first().waitFor();
  await cards(page).first().waitFor();
}

const ofMaps = (site: TestSite) => site.seen.map(({ url }) => url).filter((url) => url.includes('/maps/'));

test('NW-8 S9 the map comes only when she agrees to its size, whole; looking around asks nobody', async ({
  page,
  site,
}) => {
  await openList(page);
  await page.locator('.map-open').click();
  await expect(page.locator('#main .notice .button')).toHaveText(/kB|MB/);
  expect(ofMaps(site)).toEqual([]);
  await page.locator('#main .notice .button').click();
  await page.locator('.map-pin').first().waitFor();
  expect(ofMaps(site)).toHaveLength(1);
  await isKeptOnPhone(page);
  // What the service worker keeps of the map's script.
  await expect.poll(() => keptScripts(page)).toBe(2);
  const before = site.seen.length;
  const map = page.locator('.leaflet-container');
  const box = await map.boundingBox();
  if (!box) throw new Error('tests: no map');
  await page.mouse.move(box.x + 150, box.y + 150);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 90, { steps: 8 });
  await page.mouse.up();
  for (let step = 0; step < 4; step += 1) await page.locator('.map-zoom button').first().click();
  for (let step = 0; step < 6; step += 1) await page.locator('.map-zoom button').last().click();
  await map.press('ArrowUp');
  await map.press('+');
  expect(site.seen.slice(before)).toEqual([]);
  expect(site.seen.filter(({ headers }) => 'range' in headers)).toEqual([]);
});

/** How many files of the shell's cache draw a map: the page's and the worker's part. */
function keptScripts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let found = 0;
    for (const name of (await caches.keys()).filter((one) => one.startsWith('shell-'))) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        if ((await (await cache.match(request))?.text())?.match(/leaflet-pane|\.pmtiles/)) found += 1;
    }
    return found;
  });
}

test('X5 the map that was fetched once opens without a network, after a fresh start too', async ({
  page,
  site,
  context,
}) => {
  await openList(page);
  await getMap(page);
  await isKeptOnPhone(page);
  await expect.poll(() => keptScripts(page)).toBe(2);
  await loseNetwork(context, site);
  // The only list here is her place.
  await openGuide(page);
  await chooseTile(page, 'stay');
  await page.locator('.map-open').click();
  await page.locator('.map-pin').first().waitFor();
  await expect(page.locator('#main .notice .button')).toHaveCount(0);
  await expect(cards(page).first()).toBeVisible();
  expect(await isDrawn(page)).toBe(true);
});

/** Whether the ground has more than one colour. */
function isDrawn(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const colours = new Set<string>();
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('canvas.leaflet-tile')) {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      };
      for (let at = 0; at < data.length; at += 4000)
        colours.add(`${data[at]} ${data[at + 1]} ${data[at + 2]}`);
    }
    return colours.size > 2;
  });
}

test('the list under the map is what the map shows, and says so (WCAG 4.1.3)', async ({ page }) => {
  await openList(page);
  await getMap(page);
  const all = Number.parseInt(await inView(page).innerText(), 10);
  expect(all).toBeGreaterThan(3);
  for (let step = 0; step < 4; step += 1) await page.locator('.map-zoom button').first().click();
  await expect(inView(page)).not.toHaveText(new RegExp(`^${all} `));
  const fewer = Number.parseInt(await inView(page).innerText(), 10);
  expect(fewer).toBeLessThan(all);
  await expect(page.locator('#main [role=status]').last()).toHaveText(await inView(page).innerText());
  expect(await cards(page).count()).toBe(Math.min(10, fewer));
});

test('invariant 3 only services with a public place have a pin', async ({ page }) => {
  await openList(page);
  const total = Number.parseInt(await page.locator('#main h1').innerText(), 10);
  await getMap(page);
  const shown = Number.parseInt(await inView(page).innerText(), 10);
  expect(shown).toBeLessThan(total);
  const pinned = await page
    .locator('.map-pin')
    .evaluateAll((pins) =>
      pins.reduce((sum, pin) => sum + Number(pin.querySelector('.map-many')?.textContent ?? 1), 0),
    );
  expect(pinned).toBe(shown);
});

test('the map by keyboard alone: to it, around it, to a pin, to its service', async ({ page }) => {
  await openList(page);
  await getMap(page);
  const map = page.locator('.leaflet-container');
  await map.focus();
  const before = await inView(page).innerText();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('+');
  await expect(inView(page)).not.toHaveText(before);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('-');
  await expect(inView(page)).toHaveText(before);
  await page.keyboard.press('Tab');
  await expect(page.locator('.map-pin:focus')).toHaveAttribute('aria-label', /\S/);
  await expect(page.locator('.map-pin:focus')).toHaveAttribute('role', 'button');
  // A pin for several is looked at more closely until there is one service, or several at one place.
  for (let step = 0; step < 15; step += 1) {
    if (await page.locator('#main h2:focus').count()) break;
    await page.locator('.map-pin').first().press('Enter');
  }
  await expect(page.locator('#main h2:focus')).toBeVisible();
  await cards(page).first().locator('.card-name').click();
  await expect(page.locator('#main .service-section').first()).toBeVisible();
});

test('EX-13 three presses of Shift leave with the map in focus', async ({ page, context }) => {
  await answerNeutralSite(context);
  await openList(page);
  await getMap(page);
  await page.locator('.leaflet-container').focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
  await hasReachedNeutralSite(page);
});

test('EX-1 the exit control is on top over the map', async ({ page }) => {
  await openList(page);
  await getMap(page);
  await page.locator('.leaflet-container').scrollIntoViewIfNeeded();
  const isOnTop = () =>
    page.evaluate(() => {
      const exit = document.querySelector('.exit-bar');
      const { x, y, width, height } = exit?.getBoundingClientRect() ?? new DOMRect();
      const hit = document.elementFromPoint(x + width / 2, y + height / 2);
      return hit !== null && exit?.contains(hit) === true;
    });
  expect(await isOnTop()).toBe(true);
  await page.mouse.wheel(0, 200);
  expect(await isOnTop()).toBe(true);
});

test('in Arabic the page is right to left, the map as it is everywhere, and its names are in Arabic', async ({
  page,
}) => {
  await openGuide(page);
  await page.locator('#main [data-language=ar]').click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await chooseTile(page, 'stay');
  await page.locator('#main .row-button', { hasText: 'kB' }).last().click();
  await page.getByRole('searchbox').waitFor();
  await page.locator('#main .button.wide').click();
  await cards(page).first().waitFor();
  await getMap(page);
  await expect(page.locator('.leaflet-container')).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('.leaflet-container')).toHaveAttribute('aria-label', 'خريطة');
  await expect(page.locator('#main h1')).toHaveText('الخدمات على خريطة');
});

test('S9 where no map can be had the list is as it was', async ({ page, site }) => {
  await openList(page);
  const path = `/data/maps/${await mapHash(page)}.pmtiles`;
  site.answer(path, (_request, response) => {
    response.writeHead(404);
    response.end();
  });
  await page.locator('.map-open').click();
  await page.locator('#main .notice .button').click();
  await expect(page.locator('#main h1 + [role=status]')).not.toBeEmpty();
  await page.locator('.bar .back').click();
  await expect(cards(page).first()).toBeVisible();
});

test('SG-1 a map that is not as it was signed is not shown', async ({ page, site }) => {
  await openList(page);
  const path = `/data/maps/${await mapHash(page)}.pmtiles`;
  // A map like another, as long as it should be, but for one bit.
  const bytes = readFileSync(`dist/guide${path}`);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  site.answer(path, (_request, response) => {
    const type = { 'Content-Type': 'application/octet-stream', 'Content-Length': bytes.length };
    response.writeHead(200, { ...SECURITY_HEADERS, ...type }).end(bytes);
  });
  await page.locator('.map-open').click();
  await page.locator('#main .notice .button').click();
  await expect(page.locator('#main h1 + [role=status]')).not.toBeEmpty();
  await expect(page.locator('.leaflet-container')).toHaveCount(0);
});

async function mapHash(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const index = await (await fetch('/data/index.json')).json();
    return index.maps.find(({ region }: { region: string }) => region === 'sample').sha256;
  });
}
