import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Locator, type Page } from '@playwright/test';
import type { BuildInputs } from '../../src/cli/build.ts';
import { homePath } from '../../src/cli/home.ts';
import { WHOLE_BROWSER } from '../browsers.ts';
import { chooseTile, isKeptOnPhone, openGuide, tab } from './journey.ts';
import { arriveAt, expect, test } from './test-town.ts';

const FLOOR = { width: 320, height: 480 };
const EXIT_SITE = 'https://en.wikipedia.org/**';

/** A browser in which the person, or the phone's maker, has turned JavaScript off: the browser's own setting. */
const withoutScript = test.extend<{ quiet: Page }>({
  quiet: async ({ launchOptions, baseURL }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-'));
    mkdirSync(join(folder, 'Default'));
    const preferences = { profile: { default_content_setting_values: { javascript: 2 } } };
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
    const context = await chromium.launchPersistentContext(folder, {
      ...launchOptions,
      viewport: FLOOR,
      ...(baseURL ? { baseURL } : {}),
    });
    await use(context.pages()[0] ?? (await context.newPage()));
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

withoutScript(
  'S1 X6 without JavaScript, one tap on her country shows numbers to call, and there is a way out',
  { tag: WHOLE_BROWSER },
  async ({ quiet: page }) => {
    await page.goto('/');
    // The page's own script did not run: the setting holds.
    await expect(page.locator('html')).not.toHaveClass(/scripted/);
    // What would need script is not offered.
    await expect(page.locator('[data-tile]:visible')).toHaveCount(0);
    await expect(page.locator('.tabs:visible')).toHaveCount(0);
    for (const language of ['en', 'es', 'ar', 'sw']) {
      const block = page.locator(`details[data-first=${language}]`);
      if ((await block.getAttribute('open')) === null) await block.locator('> summary').click();
      expect(await block.getAttribute('lang')).toBe(language);
      for (const country of ['KE', 'GB', 'US']) {
        const list = block.locator(`details[data-country=${country}]`);
        // Nothing can move the page for her here: she has her country in the middle of the screen, and taps once.
        await list.locator('summary').evaluate((summary) => summary.scrollIntoView({ block: 'center' }));
        await list.locator('summary').click();
        await isCallable(list.locator('.line-number').first());
        await list.locator('summary').click();
      }
      await isReachable(page.locator('.exit-noscript'));
      await block.locator('> summary').click();
    }
    await leavesFor(page.context(), page);
  },
);

/** On the screen as it is, with its number in words and behind it, and not under anything else. */
async function isCallable(line: Locator): Promise<void> {
  await expect(line).toBeInViewport({ ratio: 1 });
  const [href, digits] = [await line.getAttribute('href'), await line.locator('.digits').innerText()];
  expect(href).toMatch(/^tel:/);
  expect(href?.replace(/\D/g, '')).toContain(digits.replace(/\D/g, '').replace(/^0/, ''));
  await isReachable(line);
}

async function isReachable(link: Locator): Promise<void> {
  const isOnTop = await link.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(isOnTop).toBe(true);
}

async function leavesFor(context: BrowserContext, page: Page): Promise<void> {
  await context.route(EXIT_SITE, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }),
  );
  await page.locator('.exit-noscript').click();
  await expect(page.getByRole('heading')).toHaveText('Weather');
}

for (const [how, script] of [
  ['never arrives', null],
  ['fails as it starts', 'throw new Error("broken");'],
] as const)
  test(`S1 X6 offline after one visit, the numbers and the exit are there when the app ${how}`, {
    tag: WHOLE_BROWSER,
  }, async ({ page, context, host }) => {
    await openGuide(page);
    await isKeptOnPhone(page);
    const app = await page.locator('script[type=module]').getAttribute('src');
    // The cache has every part but the app itself, or a broken one.
    const changed = await page.evaluate(
      async ([path, content]) => {
        let found = 0;
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys()) {
            if (new URL(request.url).pathname !== path) continue;
            found++;
            await cache.delete(request);
            if (content)
              await cache.put(
                request,
                new Response(content, { headers: { 'Content-Type': 'text/javascript' } }),
              );
          }
        }
        return found;
      },
      [app, script] as const,
    );
    expect(changed).toBe(1);
    const browser = await context.newCDPSession(page);
    await browser.send('Network.clearBrowserCache');
    await browser.detach();
    await host.site.close();
    await page.reload();
    // Nothing of the app has been drawn: this is the first screen as it lies in the cache.
    await expect(page.locator('#app details[data-first=en]')).toBeVisible();
    await page.locator('details[data-first=en] details[data-country=KE] > summary').click();
    await isCallable(page.locator('details[data-first=en] details[data-country=KE] a[href^="tel:"]').first());
    await context.setOffline(true);
    await page.locator('details[data-first=en] .exit-bar').click();
    await expect(page.locator('[data-cover] table')).toBeVisible();
    await page.waitForURL('**/cover/');
    await expect(page.locator('[data-cover] table')).toBeVisible();
    await expect(page.locator('a[href^="tel:"]')).toHaveCount(0);
  });

test('S1 urgent help is one tap away and in the same place on every screen', async ({ page }) => {
  const seen: string[] = [];
  const places = new Set<string>();
  const urgent = page.getByRole('button', { name: 'Urgent help', exact: true });
  const check = async (screen: string) => {
    await expect(urgent, screen).toBeInViewport({ ratio: 1 });
    await isReachable(urgent);
    places.add(JSON.stringify(await urgent.boundingBox()));
    seen.push(screen);
  };
  await openGuide(page);
  await check('first');
  await chooseTile(page, 'notSure');
  await check('not sure');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await chooseTile(page, 'stay');
  await check('place');
  await page.getByRole('button', { name: /^Kenya/ }).click();
  await page.getByRole('button', { name: 'Show services' }).click();
  await expect(page.locator('.card').first()).toBeVisible();
  await check('results');
  await page.getByRole('button', { name: /^Filters/ }).click();
  await check('filters');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.locator('.card-name').first().click();
  await expect(page.locator('.service-section').first()).toBeVisible();
  await check('service');
  await page.getByRole('button', { name: /^Show a card/ }).click();
  await check('cards');
  await tab(page, 1);
  await check('saved');
  await page.getByRole('button', { name: 'Receive a list' }).click();
  await check('receive');
  await tab(page, 3);
  await check('settings');
  await page.getByRole('button', { name: 'What this page can and cannot hide' }).click();
  await check('hide');
  expect(seen).toHaveLength(11);
  expect([...places]).toHaveLength(1);

  // The numbers are those of the place she chose, without choosing again.
  await urgent.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Urgent help' })).toBeVisible();
  await isCallable(page.locator('#main .lines a[href^="tel:"]').first());
});

test.describe('on the smallest screen', () => {
  test.use({ viewport: FLOOR });

  test('S1 one tap on a country at the edge of the smallest screen brings its numbers up, in every language', async ({
    page,
  }) => {
    await openGuide(page);
    for (const language of ['en', 'es', 'ar', 'sw']) {
      await page.locator(`#main [data-language=${language}]`).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const country of ['AU', 'KE', 'US']) {
        const list = page.locator(`#main details[data-country=${country}]`);
        // Just above the bottom bar, where an opened list would be out of sight.
        await list.locator('summary').evaluate((summary) => {
          const bar = document.querySelector('.tabs')?.getBoundingClientRect().top ?? innerHeight;
          scrollBy(0, summary.getBoundingClientRect().bottom - bar + 1);
        });
        // A finger's tap, which moves nothing first.
        const { x = 0, y = 0, width = 0, height = 0 } = (await list.locator('summary').boundingBox()) ?? {};
        await page.mouse.click(x + width / 2, y + height / 2);
        await isCallable(list.locator('.line-number').first());
        await list.locator('summary').click();
      }
    }
  });
});

test('S1 every line has a name, a number to tap, what it costs and what a call leaves behind', async ({
  page,
}) => {
  const { countries: known } = JSON.parse(readFileSync(homePath('inputs.json'), 'utf8')) as BuildInputs;
  const free = new Set(
    known.flatMap(({ lines }) => lines.filter(({ isFree }) => isFree).map(({ href }) => href)),
  );
  await openGuide(page);
  await tab(page, 2);
  await expect(page.getByText('Calls can show on this phone and on the bill.')).toBeVisible();
  const countries = page.locator('#main details[data-country]');
  const count = await countries.count();
  expect(count).toBeGreaterThan(10);
  let lines = 0;
  for (let index = 0; index < count; index++) {
    const country = countries.nth(index);
    await country.locator('summary').click();
    await country.locator('.line-number').first().waitFor();
    const links = await country.locator('.line-number').evaluateAll((all) =>
      all.map((link) => ({
        name: link.firstElementChild?.textContent ?? '',
        digits: link.querySelector('.digits')?.textContent ?? '',
        href: link.getAttribute('href') ?? '',
        isEmergency: link.parentElement?.querySelector('p') === null,
        words: link.parentElement?.querySelector('p')?.textContent ?? '',
      })),
    );
    expect(links.length).toBeGreaterThan(0);
    for (const { name, digits, href, isEmergency, words } of links) {
      lines++;
      expect(name.trim()).not.toBe('');
      expect(href).toMatch(/^tel:\+?\d{2,15}$/);
      expect(href.replace(/\D/g, '')).toContain(digits.replace(/\D/g, '').replace(/^0/, ''));
      // Nobody has called these lines yet, and each says so.
      if (isEmergency) continue;
      expect(words).toContain('not yet checked by us');
      // "Free" where the source says so, and nowhere else.
      expect(words.split(' · ').includes('free')).toBe(free.has(href));
    }
    await country.locator('summary').click();
  }
  expect(lines).toBeGreaterThan(count);
  expect(free.size).toBeGreaterThan(5);
  // What a call leaves behind is said below an empty answer too, whose numbers can be tapped as well.
  await arriveAt(page, 'stay');
  await page.getByRole('searchbox').fill('qqqqzzzz');
  await expect(page.getByText('No service here matches all of that.')).toBeVisible();
  await page.locator('.empty summary').first().click();
  await expect(page.locator('.empty a[href^="tel:"]').first()).toBeVisible();
  await expect(page.locator('.empty')).toContainText('Calls can show on this phone and on the bill.');
});
