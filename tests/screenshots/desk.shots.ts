import { type Page, test } from '@playwright/test';
import { typeAndChoose } from '../desk/desk-site.ts';

const CASE_PORT = Number(process.env.STORIES_PORT ?? 4183) + 1;
// Making the vault takes seconds, on purpose.
const SLOW = 60_000;

test.use({
  baseURL: `http://localhost:${CASE_PORT}`,
  viewport: { width: 1280, height: 800 },
  actionTimeout: 20_000,
});

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: `docs/screenshots/desk-${name}.png` });
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.locator('.bar-tab').getByText(name, { exact: true }).click();
  await page.locator('#main h1').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

/** Practice with the made-up city, a client who is kept, three services on the shortlist. */
async function beginWork(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /^Get Sample City/ }).click();
  await page.locator('.tour').waitFor();
  await shoot(page, 'practice');
  await page.locator('.tour').getByRole('button', { name: 'Close' }).click();
  const panel = page.locator('.panel-clients');
  await panel.locator('.button-quiet').first().click();
  for (const at of [0, 1]) await panel.locator('.secret').nth(at).fill('seven quiet kettles');
  await panel.locator('button[type=submit]').click();
  await panel.locator('.client-list').waitFor({ state: 'attached', timeout: SLOW });
  await panel.getByRole('button', { name: 'New client' }).click();
  await panel.locator('.client-button').waitFor();
  await page.locator('#needs').focus();
  await typeAndChoose(page, 'Safe house');
  await page.getByText('Must help whatever the immigration status').click();
  await page.locator('.row').nth(4).waitFor();
}

test('the desk, from practice to a locked client', async ({ page }) => {
  test.slow();
  await beginWork(page);
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, 'match');
  const boxes = page.locator('.row .check');
  await boxes.nth(0).click();
  await boxes.nth(2).click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Compare (3)' }).click();
  await page.locator('.compare').waitFor();
  await shoot(page, 'compare');
  await goTo(page, 'Match');
  await page.getByRole('button', { name: 'Put on the shortlist (3)' }).click();
  await page.locator('.toast').getByRole('button', { name: 'Close' }).click();
  await goTo(page, 'Client');
  await shoot(page, 'client');
  await goTo(page, 'Sheet');
  await shoot(page, 'sheet');
  await goTo(page, 'Code');
  await page.getByRole('button', { name: 'Show the code' }).click();
  await page.locator('.qr').first().waitFor();
  await shoot(page, 'code');
  await goTo(page, 'Call together');
  await shoot(page, 'together');
  await goTo(page, 'Log');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await shoot(page, 'log');
  await goTo(page, 'Match');
  await page.keyboard.press('Control+k');
  await page.locator('.palette').waitFor();
  await shoot(page, 'commands');
});
