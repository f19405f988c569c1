import { axeFindings } from '../axe-findings.ts';
import { COORDINATOR, fillDirectory, REVIEWER, UNCHECKED_LINE } from './a-directory.ts';
import { expect, openDesk, staffListing, test } from './desk-page.ts';

test('7.14 the checklist names what stops a publication, what to do next, and what it cannot know', async ({
  page,
  server,
}) => {
  fillDirectory(server, COORDINATOR);
  server.put(staffListing(UNCHECKED_LINE, { region: 'world' }));
  await openDesk(page);
  await page.getByRole('button', { name: 'Checklist', exact: true }).click();
  const lines = page.getByRole('region', { name: 'Lines on the first screen' });
  await expect(lines).toContainText('Stops a publication');
  await expect(lines.getByRole('button', { name: UNCHECKED_LINE.name })).toBeVisible();
  // Those of the other countries are kept as files: nothing is said of them.
  await expect(lines).toContainText(/\d+ lines are not kept on this server/);
  await expect(page.getByRole('region', { name: 'Translations' })).toContainText('Spanish: staying safe');
  await expect(page.getByRole('region', { name: 'Where leaving ends' })).toContainText('English: 1 of 3');
  const checks = page.getByRole('region', { name: 'Checks' });
  // One of them is a national line; the other stops nothing, and says so.
  await expect(checks.locator('.point-state')).toHaveText('Stops a publication');
  await expect(checks.getByRole('listitem').filter({ hasText: 'world: 1' })).not.toContainText('To do');
  await expect(checks.getByRole('listitem').filter({ hasText: 'sample-city: 1' })).toContainText('To do');
  await expect(checks.getByRole('listitem').first()).toContainText('world: 1');
  await expect(page.getByRole('region', { name: 'What this page cannot know' })).toContainText(
    'npm run waypost -- checklist',
  );
  await expect(page.getByRole('main').getByRole('button', { name: /publish/i })).toHaveCount(0);
  await lines.getByRole('button', { name: UNCHECKED_LINE.name }).click();
  await expect(page.locator('.editor')).toBeVisible();
});

test('SV-6 the checklist is for coordinators', async ({ page, server }) => {
  fillDirectory(server, REVIEWER);
  await openDesk(page);
  await expect(page.getByRole('button', { name: 'Guide', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Checklist', exact: true })).toHaveCount(0);
});

test('the guide for volunteers is there without a network, and names the buttons as they are called', async ({
  page,
  context,
}) => {
  await openDesk(page);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('button', { name: 'Guide', exact: true }).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 2 })).toHaveCount(6);
  await expect(main).toContainText('What “Look closely” means');
  await expect(main).toContainText('“Can’t tell” is a good answer');
  await expect(main).not.toContainText('{{');
});

for (const reader of [
  { locale: 'en-GB', colorScheme: 'light' },
  { locale: 'ar', colorScheme: 'dark' },
] as const)
  test.describe(() => {
    test.use(reader);
    test(`AX-1 axe finds nothing on the checklist, and nothing runs off (${reader.locale}, ${reader.colorScheme})`, async ({
      page,
      server,
    }) => {
      fillDirectory(server, COORDINATOR);
      server.put(staffListing(UNCHECKED_LINE, { region: 'world' }));
      await openDesk(page);
      await page.locator('.bar-tab').nth(-3).click();
      await page.locator('.point-state').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    });
  });
