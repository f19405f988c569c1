import type { Page } from '@playwright/test';
import { chooseTile, isKeptOnPhone, openGuide, tab } from './journey.ts';
import { arriveAt, expect, namesIn, test, townIn } from './test-town.ts';

/** The script that the searching worker runs, by what it alone contains. */
async function workerScript(page: Page): Promise<string> {
  const started = page.waitForEvent('worker');
  await openGuide(page);
  return new URL((await started).url()).pathname;
}

for (const [how, open] of [
  ['is refused', 'open() { throw new DOMException("no", "SecurityError"); }'],
  ['never answers', 'open() { return new EventTarget(); }'],
] as const)
  test(`S9 a phone whose storage ${how} still finds services, and says that nothing is kept`, async ({
    page,
    host,
  }) => {
    const path = await workerScript(page);
    // A phone that never had a list: nothing of the first visit is left on it.
    await page.goto('/robots.txt');
    await page.evaluate(async () => {
      for (const registration of await navigator.serviceWorker.getRegistrations())
        await registration.unregister();
      for (const name of await caches.keys()) await caches.delete(name);
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name ?? '');
    });
    host.changeScript(path, {
      before: `Object.defineProperty(self, "indexedDB", { value: { ${open}, databases: async () => [] } });\n`,
    });
    await page.route(`**${path}`, async (route) =>
      route.continue({ headers: { 'Cache-Control': 'no-cache' } }),
    );
    await openGuide(page);
    await expect(page.getByText('This phone did not let us save the list.')).toBeVisible();
    await chooseTile(page, 'legal');
    await townIn(page).click();
    await page.getByRole('searchbox').waitFor();
    await page.getByRole('button', { name: 'Show services' }).click();
    await expect(page.locator('.card', { hasText: 'Juniper Law' })).toBeVisible();
    await page.locator('.card', { hasText: 'Juniper Law' }).locator('.card-name').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Juniper Law');
    await tab(page, 3);
    await page.getByRole('button', { name: 'Remember these on this phone' }).click();
    await expect(page.locator('#main section [role=status]').first()).toHaveText(/did not let us save/);
  });

test('S9 a slow list shows its size, how far it is, and can be stopped and asked for again', async ({
  page,
  host,
}) => {
  const release = host.holdList(await host.list(host.site.origin));
  const already = host.asked('/data/packs/');
  await openGuide(page);
  await chooseTile(page, 'legal');
  const town = townIn(page);
  await expect(town).toContainText(/\d+ kB/);
  expect(host.asked('/data/packs/')).toBe(already);
  await town.click();
  const bar = page.getByRole('progressbar');
  await expect(bar).toHaveAttribute('aria-label', /Getting the list: (4\d|50) %/);
  // Half of it is here: that is no list, and waiting for it keeps nobody from the national lines.
  await page.getByRole('button', { name: 'Show services' }).click();
  await expect(page.getByText('National lines are below.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(bar).toHaveCount(0);
  const again = page.getByRole('button', { name: /^Get the list \(\d+ kB\)$/ });
  await expect(again).toBeVisible();
  await page.reload();
  await chooseTile(page, 'legal');
  await expect(townIn(page)).not.toContainText('On this phone');
  await townIn(page).click();
  await expect(bar).toBeVisible();
  release();
  await page.getByRole('searchbox').waitFor();
  await page.getByRole('button', { name: 'Show services' }).click();
  await expect(page.locator('.card', { hasText: 'Juniper Law' })).toBeVisible();
});

test('S9 a phone set to save data is asked before a list is fetched', async ({ page, host }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  await openGuide(page);
  await chooseTile(page, 'legal');
  await page.getByRole('button', { name: /^Sample/ }).click();
  await expect(page.getByText('Your phone is set to save data. Get this list?')).toBeVisible();
  expect(host.asked('/data/packs/')).toBe(0);
  await page.getByRole('button', { name: /^Get the list \(\d+ kB\)$/ }).click();
  await page.getByRole('searchbox').waitFor();
  await page.getByRole('button', { name: 'Show services' }).click();
  await expect(page.locator('.card', { hasText: 'Juniper Law' })).toBeVisible();
});

test('S9 a second visit asks the host for nothing but whether the app is the same', async ({
  page,
  host,
}) => {
  await arriveAt(page, 'legal');
  await isKeptOnPhone(page);
  const before = host.site.seen.length;
  await page.reload();
  await chooseTile(page, 'legal');
  await expect(page.locator('.card').first()).toBeVisible();
  // The browser itself looks whether the service worker's script has changed.
  expect(
    host.site.seen
      .slice(before)
      .map(({ url }) => url)
      .filter((url) => url !== '/sw.js'),
  ).toEqual([]);
});

test('S11 two or three services are kept in memory, in her order, and are gone when the page is left', async ({
  page,
}) => {
  await arriveAt(page, 'legal');
  for (const name of ['Lime Law', 'Juniper Law', 'Kelp Law'])
    await page.locator('.card', { hasText: name }).getByRole('button', { name: 'Save' }).click();
  await tab(page, 1);
  await expect(page.getByText('This list disappears when you close or leave this page.')).toBeVisible();
  await expect(page.locator('.card-name')).toHaveText(['Lime Law', 'Juniper Law', 'Kelp Law']);
  await page.getByRole('button', { name: 'Move Kelp Law up' }).click();
  await page.getByRole('button', { name: 'Move Lime Law down' }).click();
  await expect(page.locator('.card-name')).toHaveText(['Kelp Law', 'Lime Law', 'Juniper Law']);
  await page.getByRole('button', { name: 'Show all numbers' }).click();
  await expect(page.locator('.big-number')).toHaveText(['01632 960001', '01632 960001', '01632 960001']);

  // Nothing of it is written anywhere.
  const kept = await page.evaluate(async () => {
    const opening = indexedDB.open('guide');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const count = database.transaction('settings').objectStore('settings').count();
    const settings = await new Promise((resolve) => {
      count.onsuccess = () => resolve(count.result);
    });
    database.close();
    return [settings, history.state, location.pathname + location.search + location.hash];
  });
  expect(kept).toEqual([0, null, '/']);
  expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });

  await page.getByRole('button', { name: 'Empty the list' }).click();
  await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
  await tab(page, 0);
  await chooseTile(page, 'legal');
  await page.locator('.card', { hasText: 'Lime Law' }).getByRole('button', { name: 'Save' }).click();
  await page.reload();
  await tab(page, 1);
  await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
  expect(await namesIn(page, '#main')).toEqual([]);
});

/** Opens the settings of a guide that has just been opened, once what is kept on the phone has been read. */
async function openSettings(page: Page): Promise<void> {
  await page.reload();
  await page.locator('#main h1').waitFor();
  await tab(page, 3);
  // The lists stand here as soon as the phone's own store has answered, and its settings come with them.
  await expect(page.locator('#main section li').first()).toBeVisible();
}

const look = (page: Page) =>
  page.evaluate(() => {
    const { lang, dataset } = document.documentElement;
    const { fontSize, backgroundColor } = getComputedStyle(document.body);
    return [lang, dataset.size, dataset.theme, Number.parseFloat(fontSize), backgroundColor] as const;
  });

test('S5 size, theme and language are kept on the phone only when she says so, and can be forgotten', async ({
  page,
}) => {
  await openGuide(page);
  await tab(page, 3);
  const plain = await look(page);
  await page.getByRole('button', { name: 'Largest' }).click();
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  const changed = await look(page);
  expect(changed.slice(0, 3)).toEqual(['en', 'xxl', 'dark']);
  expect(changed[3]).toBeGreaterThan(plain[3] * 1.3);
  expect(changed[4]).not.toBe(plain[4]);
  // Not asked, not kept.
  await openSettings(page);
  expect(await look(page)).toEqual(plain);

  await page.getByRole('button', { name: 'Largest' }).click();
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await page.getByRole('button', { name: 'Kiswahili' }).click();
  const remember = page
    .locator('#main section')
    .filter({ has: page.locator('[role=status]') })
    .first();
  await remember.getByRole('button').first().click();
  await expect(remember.getByRole('status')).not.toBeEmpty();
  await page.reload();
  await expect.poll(() => look(page)).toEqual(['sw', ...changed.slice(1)]);

  await tab(page, 3);
  await remember.getByRole('button').nth(1).click();
  await expect(remember.getByRole('button')).toHaveCount(1);
  await openSettings(page);
  expect(await look(page)).toEqual(plain);
});

test('S17 erasing leaves nothing of the guide in the browser, and leaves', async ({
  page,
  context,
  host,
}) => {
  await context.route('https://en.wikipedia.org/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }),
  );
  await arriveAt(page, 'legal');
  await isKeptOnPhone(page);
  await tab(page, 3);
  await page.getByRole('button', { name: 'Remember these on this phone' }).click();
  await expect(page.getByText('Kept on this phone.')).toBeVisible();
  expect(await whatIsLeft(page)).toEqual([['guide'], expect.arrayContaining([expect.any(String)]), 1]);
  // Written by nobody but this test: only the browser itself, asked by the host, takes this off.
  await context.addCookies([{ name: 'mark', value: 'x', url: host.site.origin, httpOnly: true }]);
  await page.getByRole('button', { name: 'Erase and leave' }).click();
  await expect(page.getByText("The browser's history and the call list stay.")).toBeVisible();
  await page.getByRole('button', { name: 'Yes, erase it' }).click();
  await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();
  await page.goto('/robots.txt');
  expect(await context.cookies(host.site.origin)).toEqual([]);
  expect(await whatIsLeft(page)).toEqual([[], [], 0]);
});

test('S17 erasing without a network takes off the lists too', async ({ page, context }) => {
  await arriveAt(page, 'legal');
  await isKeptOnPhone(page);
  await context.setOffline(true);
  await tab(page, 3);
  await page.getByRole('button', { name: 'Erase and leave' }).click();
  await page.getByRole('button', { name: 'Yes, erase it' }).click();
  await expect(page.locator('[data-cover] table')).toBeVisible();
  await expect(page.locator('#main')).toHaveCount(0);
  // Done while the network is away: where it comes back sooner, the page sets out for the neutral site by itself.
  await expect.poll(() => whatIsLeft(page)).toEqual([[], [], 0]);
  await context.setOffline(false);
  await page.goto('/robots.txt');
  expect(await whatIsLeft(page)).toEqual([[], [], 0]);
});

function whatIsLeft(page: Page): Promise<unknown> {
  return page.evaluate(async () => [
    (await indexedDB.databases()).map(({ name }) => name),
    await caches.keys(),
    (await navigator.serviceWorker.getRegistrations()).length,
  ]);
}
