import { gate } from './gate.ts';
import { appIsReady, chooseTile, isKeptOnPhone, openGuide } from './journey.ts';
import { addressOfTheApp } from './leaving.ts';
import { arriveAt, expect, test } from './test-town.ts';

// On a slow network the first screen can be read and tapped seconds before the app has arrived that answers.

test('S3 a tile that is tapped before the app has arrived says so, and opens once it has', async ({
  page,
  host,
}) => {
  const release = host.site.hold(await addressOfTheApp(page));
  await page.goto('/', { waitUntil: 'commit' });
  const tile = page.locator('[data-tile=legal]:visible');
  await tile.click();
  await expect(tile).toHaveAttribute('aria-busy', 'true');
  await page.locator('[data-tile=talk]:visible').click();
  await expect(tile).not.toHaveAttribute('aria-busy');
  release();
  // The last one counts.
  await expect(page.locator('#main .row-button', { hasText: 'kB' }).first()).toBeVisible();
  await page.locator('#main .row-button', { hasText: /^All countries/ }).click();
  await expect(page.getByRole('button', { name: 'Remove: Feelings and recovery' })).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-tapped');
});

test('S3 who is at a control by keyboard is still there when the app has arrived, or at the heading of what was asked for', async ({
  page,
  host,
}) => {
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return `${activeElement?.closest('[id=app] main[id=main], .bar') ? '' : 'static '}${activeElement?.tagName} ${activeElement?.textContent}`;
    });
  const arrive = async (control: string) => {
    const release = host.site.hold(await addressOfTheApp(page));
    await page.goto('/', { waitUntil: 'commit' });
    await page.locator(`${control}:visible`).focus();
    return release;
  };
  for (const [control, words] of [
    ['details[data-country=ZA] > summary', 'SUMMARY South Africa'],
    ['[data-tile=talk]', 'BUTTON Someone to talk to'],
    ['.exit-bar', 'A Leave now'],
  ] as const) {
    const release = await arrive(control);
    release();
    await appIsReady(page);
    await expect.poll(focused).toBe(words);
  }
  const release = await arrive('[data-tile=legal]');
  await page.keyboard.press('Enter');
  release();
  await expect.poll(focused).toBe('H1 Where are you?');
});

test('S3 a tile that is tapped early on a phone with a list opens that list', async ({ page }) => {
  await arriveAt(page, 'live');
  await isKeptOnPhone(page);
  // Without the worker's own copy the app comes from the host again.
  await page.evaluate(async () => {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  const { held, release } = gate();
  // Held here and not by the host: of what the browser's own memory has, the host is asked nothing.
  await page.route(`**${await addressOfTheApp(page)}`, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  const tile = page.locator('[data-tile=legal]:visible');
  await tile.click();
  await expect(tile).toHaveAttribute('aria-busy', 'true');
  release();
  await expect(page.locator('.card-name', { hasText: 'Juniper Law' })).toBeVisible();
  // An early tap is answered once: the next screen is hers to choose.
  await openGuide(page);
  await expect(page.locator('#main [data-tile=legal]')).toBeVisible();
  await chooseTile(page, 'legal');
  await expect(page.locator('.card-name', { hasText: 'Juniper Law' })).toBeVisible();
});
