import { appIsReady, chooseRegion, chooseTile, isKeptOnPhone, openGuide, tab, typeInto } from './journey.ts';
import { askFirst, everyByteKept, keptHere, NOTHING } from './kept-here.ts';
import { expect, test } from './own-site.ts';

// Whether this phone keeps anything is hers to say (TR-1).

const dont = "Don't keep anything on this phone";
const keep = 'Keep the list on this phone';

test('TR-1 where the deployment asks first, a whole journey leaves nothing on the phone', async ({
  page,
  context,
  browserName,
  site,
}) => {
  askFirst(site);
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await typeInto(page.getByRole('searchbox'), 'nowhere to sleep');
  await page.locator('.card .button-quiet').first().click();
  await page.locator('.card-name').first().click();
  await page.locator('.service-section').first().waitFor();
  await tab(page, 1);
  await expect(page.locator('.card')).toHaveCount(1);
  await expect(page.getByText('Keep this list on this phone')).toHaveCount(0);
  await tab(page, 3);
  await page.getByRole('button', { name: 'Remember these on this phone' }).click();
  await expect(page.getByText('This phone did not let us save the list')).toBeVisible();
  expect(await keptHere(context)).toEqual(NOTHING);
  if (browserName === 'chromium') {
    const devtools = await context.newCDPSession(page);
    const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin: site.origin });
    expect(usage).toBe(0);
  }
});

test('TR-1 where the deployment asks first, her yes keeps the lists, and the next visit needs no network', async ({
  page,
  context,
  site,
}) => {
  askFirst(site);
  await openGuide(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await tab(page, 0);
  await expect(page.getByText('Nothing is kept on this phone.')).toBeVisible();
  await page.getByRole('button', { name: keep }).click();
  await expect(page.getByRole('button', { name: dont })).toBeVisible();
  await isKeptOnPhone(page);
  expect(await keptHere(context)).toMatchObject({ databases: ['guide'], workers: 1, cookies: 0, local: 0 });
  site.seen.length = 0;
  await page.reload();
  await appIsReady(page);
  await chooseTile(page, 'stay');
  await expect(page.locator('.card').first()).toBeVisible();
  expect(site.seen.filter(({ url }) => url.startsWith('/data/'))).toEqual([]);
});

test('TR-1 TR-9 one tap takes everything off the phone, the guide goes on, and nothing comes back', async ({
  page,
  context,
}) => {
  await openGuide(page);
  await isKeptOnPhone(page);
  await chooseTile(page, 'stay');
  await chooseRegion(page, 'Kenya');
  await tab(page, 0);
  expect(await keptHere(context)).toMatchObject({ databases: ['guide'], workers: 1 });
  await page.getByRole('button', { name: dont }).click();
  await expect(page.getByRole('button', { name: keep })).toBeVisible();
  expect(await keptHere(context)).toEqual(NOTHING);
  await chooseTile(page, 'stay');
  await page.locator('.card-name').first().click();
  await page.locator('.service-section').first().waitFor();
  await tab(page, 3);
  await page.getByRole('button', { name: 'Look for newer lists' }).click();
  await expect(page.getByText('Your lists are up to date.')).toBeVisible();
  await page.waitForTimeout(10_000);
  expect(await keptHere(context)).toEqual(NOTHING);
});

test('TR-1 two people with different needs leave the same bytes on their phones', async ({
  browser,
  site,
}) => {
  const phoneOf = async (tile: string, words: string) => {
    const context = await browser.newContext({ baseURL: site.origin });
    const page = await context.newPage();
    await openGuide(page);
    await isKeptOnPhone(page);
    await chooseTile(page, tile);
    await chooseRegion(page, 'Kenya');
    await typeInto(page.getByRole('searchbox'), words);
    await page.locator('.card .button-quiet').first().click();
    await page.locator('.card-name').first().click();
    await page.locator('.service-section').first().waitFor();
    const kept = await page.evaluate(everyByteKept);
    await context.close();
    return kept;
  };
  const one = await phoneOf('legal', 'papers');
  expect(Object.keys(one).length).toBeGreaterThan(20);
  expect(await phoneOf('health', 'doctor')).toEqual(one);
});
