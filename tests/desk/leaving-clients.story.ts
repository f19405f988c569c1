import type { Page } from '@playwright/test';
import { makeCaseload, newClient, openCaseload, toScreen } from './clients-page.ts';
import { expect, hasLeft, isKept, openSampleCity, test } from './desk-site.ts';

const NOTE = 'asked for a bed';

async function withClient(page: Page): Promise<string> {
  await openSampleCity(page);
  await makeCaseload(page);
  const code = await newClient(page);
  await page.getByLabel('Your note').fill(NOTE);
  return code;
}

async function showsNothingOf(page: Page, code: string): Promise<void> {
  const shown = await page.evaluate(() => [
    document.documentElement.outerHTML,
    document.title,
    location.href,
    JSON.stringify(history.state),
    ...Array.from(document.querySelectorAll('textarea, input'), (field) => (field as HTMLInputElement).value),
  ]);
  for (const words of [code, NOTE]) expect(shown.join('\n')).not.toContain(words);
}

const ways: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['the way out', (page) => page.locator('.exit-bar').click()],
  [
    'three presses of Shift',
    async (page) => {
      for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
    },
  ],
];
for (const [name, leave] of ways)
  test(`EX-7 C11 ${name} locks, and after Back nothing of a client shows, in no window`, async ({
    page,
    context,
  }) => {
    const code = await withClient(page);
    await isKept(page);
    const other = await context.newPage();
    await other.goto('/');
    await openCaseload(other);
    await other.getByRole('button', { name: code }).click();
    await toScreen(other, 'Client');
    await context.setOffline(true);
    await page.bringToFront();
    await leave(page);
    await hasLeft(page);
    await hasLeft(other);
    for (const one of [page, other]) {
      await showsNothingOf(one, code);
      await one.goBack();
      await showsNothingOf(one, code);
      await one.goForward();
      await showsNothingOf(one, code);
    }
    await page.goto('/');
    await expect(page.getByRole('complementary', { name: 'Clients' }).getByLabel('Passphrase')).toBeVisible();
    await showsNothingOf(page, code);
  });

test('C11 going to another page locks, and Back shows nothing of a client', async ({ page }) => {
  const code = await withClient(page);
  await page.goto('about:blank');
  await page.goBack();
  await expect(page.getByRole('complementary', { name: 'Clients' }).getByLabel('Passphrase')).toBeVisible();
  await showsNothingOf(page, code);
});

test.describe(() => {
  test.use({ serviceWorkers: 'block' });
  test('C11 leaving locks where there is neither network nor service worker, and the page stays', async ({
    page,
    context,
    complaints,
  }) => {
    const code = await withClient(page);
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      new BroadcastChannel('pages').addEventListener('message', ({ data }) => heard.push(data));
    });
    await context.setOffline(true);
    await page.locator('.exit-bar').click();
    await expect.poll(() => page.evaluate(() => (window as { heard?: unknown }).heard)).toContain('lock');
    await showsNothingOf(page, code);
    complaints.length = 0;
  });
});
