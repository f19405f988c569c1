import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { chooseTile, isKeptOnPhone, openGuide, tab } from './journey.ts';

/** The guide's own server in a process of its own, as it is run for real, to be killed. */
async function startServer(): Promise<{ server: ChildProcess; origin: string }> {
  const port = await freePort();
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'serve'], {
    env: { ...process.env, GUIDE_PORT: String(port), CASE_PORT: '0', DESK_PORT: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (server.stdout) await once(server.stdout, 'data');
  return { server, origin: `http://localhost:${port}` };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (!address || typeof address === 'string') throw new Error('tests: no port');
  return address.port;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
}

async function getRegion(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('searchbox').waitFor();
  await page.getByRole('button', { name: 'Show services' }).click();
  await expect(page.locator('.card').first()).toBeVisible();
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('X5 with the server really stopped, every way through the guide still works', async ({ browser }) => {
  const { server, origin } = await startServer();
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  await context.route('https://*.wikipedia.org/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }),
  );
  try {
    await openGuide(page);
    await chooseTile(page, 'stay');
    await getRegion(page, /^Kenya/);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('button', { name: /^Where: / }).click();
    await getRegion(page, /^Sample City/);
    await isKeptOnPhone(page);
  } finally {
    await stop(server);
  }
  await expect(fetch(origin)).rejects.toThrow();

  await test.step('open it again, and find', async () => {
    await page.reload();
    await chooseTile(page, 'legal');
    await page.getByRole('button', { name: /^Sample City.*On this phone/ }).click();
    await page.getByRole('button', { name: 'Show services' }).click();
    await expect(heading(page)).toContainText('Sample City');
    await page.getByRole('searchbox').fill('immigration papers');
    await expect(page.getByRole('button', { name: 'Remove: Your words: immigration papers' })).toBeVisible();
    // Which of them comes first depends on who is open at this hour.
    await expect(page.locator('.card-name', { hasText: /immigration/i }).first()).toBeVisible();
  });

  await test.step('filter', async () => {
    await page.getByRole('button', { name: /^Filters/ }).click();
    const walkIn = page.locator('.choice', { hasText: 'Walk in, no appointment' });
    const left = Number(await walkIn.locator('.count').innerText());
    await walkIn.click();
    const words = left === 1 ? '1 service' : `${left} services`;
    await page.getByRole('button', { name: `Show ${words}`, exact: true }).click();
    await expect(heading(page)).toContainText(`${words} in`);
    await page.getByRole('button', { name: 'Remove: Walk in, no appointment' }).click();
    await expect(heading(page)).not.toContainText(`${words} in`);
    await page.getByRole('button', { name: /^Helps everyone/ }).click();
    await expect(page.locator('[data-group=confirmed]')).toBeVisible();
    await page.getByRole('button', { name: /^Helps everyone/ }).click();
  });

  await test.step('open and save a service, and see how to reach it', async () => {
    const name = await page.locator('.card-name').first().innerText();
    await page.locator('.card-name').first().click();
    await expect(heading(page)).toHaveText(name);
    await expect(page.getByRole('heading', { name: 'What they ask, and who they tell' })).toBeVisible();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Contact', exact: true }).click();
    await expect(page.getByRole('dialog').locator('.channels > li').first()).toBeVisible();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await tab(page, 1);
    await expect(page.locator('.card-name')).toHaveText([name]);
  });

  await test.step('switch to another region that was fetched, and a town in it', async () => {
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('button', { name: /^Where: / }).click();
    await page.getByRole('button', { name: /^Kenya.*On this phone/ }).click();
    await page.getByRole('searchbox').fill('mom');
    await page.locator('.town-picker .row-button', { hasText: 'Mombasa' }).click();
    await page.getByRole('button', { name: 'Show services' }).click();
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await chooseTile(page, 'stay');
    await expect(heading(page)).toContainText('Mombasa');
    await expect(page.locator('.card').first()).toBeVisible();
  });

  await test.step('ask for help at once', async () => {
    await tab(page, 2);
    await expect(page.locator('#main .lines a[href^="tel:"]').first()).toBeInViewport();
  });

  await test.step('a region that was not fetched says what to do, and the rest stays', async () => {
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('button', { name: /^Where: / }).click();
    await page.getByRole('button', { name: /^New York/ }).click();
    await expect(page.getByText('We could not reach the list.')).toBeVisible();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('button', { name: /^Kenya/ }).click();
    await expect(page.locator('.town-picker')).toBeVisible();
  });

  await test.step('read it in every language', async () => {
    await tab(page, 3);
    for (const [name, lang] of [
      ['Español', 'es'],
      ['العربية', 'ar'],
      ['Kiswahili', 'sw'],
    ] as const) {
      await page.getByRole('button', { name }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await tab(page, 0);
      await expect(page.locator('[data-tile=stay]')).not.toHaveText('A safe place');
      await tab(page, 3);
    }
  });

  await test.step('leave, by way of the page in the cache', async () => {
    const addresses: string[] = [];
    page.on('framenavigated', (frame) => addresses.push(new URL(frame.url()).pathname));
    await page.locator('.exit-bar').click();
    await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();
    expect(addresses[0]).toBe('/cover/');
  });
  await context.close();
});
