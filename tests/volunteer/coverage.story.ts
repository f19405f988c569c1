import { readFileSync } from 'node:fs';
import { type ScreenName, screensFor } from '../../src/desk/volunteer/screen-names.ts';
import { axeFindings } from '../axe-findings.ts';
import { COORDINATOR, fillDirectory, fillPlaces, LAW_ID, proposalOf } from './a-directory.ts';
import { expect, openDesk, test } from './desk-page.ts';

const PROPOSALS = [proposalOf(LAW_ID, { channels: [{ type: 'phone', value: '+442079460199' }] })];
const PEOPLE = [
  {
    id: 'p2',
    name: 'Finch',
    roles: ['reviewer'],
    regions: [],
    languages: [],
    state: 'waiting',
    credentials: [{ id: 'c1', state: 'waiting', madeAt: '2026-11-28T10:00:00.000Z' }],
  },
];

test('V14 need by language says its numbers as text, and goes into a spreadsheet', async ({
  page,
  server,
}) => {
  fillDirectory(server, COORDINATOR);
  await openDesk(page);
  await page.getByRole('button', { name: 'Coverage', exact: true }).click();
  const row = page.getByRole('row', { name: /^Free legal advice/ });
  await expect(row.getByRole('cell')).toHaveText(['1 of 1', '–nobody', '1 of 1', '–nobody']);
  await expect(
    page.getByRole('table', { name: 'How fresh' }).getByRole('row', { name: /^Not yet checked/ }),
  ).toContainText('1');
  await expect(page.getByRole('list').filter({ hasText: 'Free legal advice, in Arabic' })).toContainText(
    'Quay Law Centre',
  );
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a table' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('law.advice,ar,Sample City,1,1,0');
});

test('V14 a gap is adopted by somebody, whose name then stands there', async ({ page, server }) => {
  fillDirectory(server, COORDINATOR);
  const tasks: object[] = [];
  server.answers.set('GET /api/work', () => ({ checks: [], reports: [], tasks }));
  server.answers.set('POST /api/tasks', (body) => {
    const task = {
      language: null,
      area: null,
      ...(body as object),
      adoptedBy: { id: 'p8', name: 'Tern' },
      doneAt: null,
    };
    tasks.push(task);
    return task;
  });
  await openDesk(page);
  await page.getByRole('button', { name: 'Coverage', exact: true }).click();
  await page.getByRole('button', { name: 'I take it on: Talk to someone now, in Spanish' }).click();
  await expect(page.getByText('Taken on by Tern')).toBeVisible();
  expect(tasks).toMatchObject([{ need: 'safe.crisis-line', language: 'es', region: 'sample-city' }]);
});

test('V14 invariant 3 the map of areas comes when asked for, once; looking around asks nobody, and no hidden place has a pin', async ({
  page,
  context,
  server,
}) => {
  fillDirectory(server, COORDINATOR);
  fillPlaces(server);
  await openDesk(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const maps = () => asked.filter((url) => url.endsWith('.pmtiles'));
  await page.getByRole('button', { name: 'Coverage', exact: true }).click();
  const areas = page.getByRole('table', { name: 'By area' });
  await expect(areas.getByRole('row', { name: /^Northside/ })).toContainText('1 of 2');
  await page.getByRole('button', { name: 'Show a map' }).click();
  const get = page.getByRole('button', { name: /^Get the map \(\d+ kB\)/ });
  await get.waitFor();
  expect(maps()).toEqual([]);
  await get.click();
  const pins = page.locator('.map-pin');
  await expect(pins).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Northside: 1 of 2 confirmed' })).toHaveText('1 of 2');
  await expect(page.getByText('2 of 5 areas have a public place')).toBeVisible();
  expect(maps()).toHaveLength(1);
  await expect(page.getByText(/^Map data: /)).toBeVisible();
  asked.length = 0;
  const map = page.getByRole('application', { name: 'Map' });
  await map.focus();
  for (const key of ['+', 'ArrowUp', '-', '-']) await map.press(key);
  expect(asked.filter((url) => !url.includes('/api/'))).toEqual([]);
  await page.keyboard.press('Tab');
  await page.locator('.map-pin[aria-label^="Northside"]').press('Enter');
  await expect(page.getByRole('button', { name: 'Northside', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.locator('.areas [role=status]')).toHaveText('Northside: 1 of 2 confirmed');
  // Once it is here it opens without a network, script and all.
  await expect.poll(() => page.evaluate(keptOfMap)).toEqual({ maps: 1, scripts: 1 });
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('button', { name: 'Coverage', exact: true }).click();
  await page.getByRole('button', { name: 'Show a map' }).click();
  await expect(pins).toHaveCount(2);
});

/** Runs in the page. */
async function keptOfMap(): Promise<{ maps: number; scripts: number }> {
  let scripts = 0;
  for (const name of (await caches.keys()).filter((one) => one.startsWith('shell-'))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      if ((await (await cache.match(request))?.text())?.includes('leaflet-pane')) scripts += 1;
  }
  const hasMaps = await caches.has('maps');
  return { maps: hasMaps ? (await (await caches.open('maps')).keys()).length : 0, scripts };
}

for (const reader of [
  { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { locale: 'ar', colorScheme: 'dark', viewport: { width: 360, height: 640 } },
  { locale: 'en-GB', colorScheme: 'dark', viewport: { width: 360, height: 640 } },
  { locale: 'ar', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
] as const)
  test.describe(() => {
    test.use(reader);
    test(`AX-1 axe finds nothing, and nothing runs off: listings, form, review, coverage, people (${reader.locale}, ${reader.colorScheme}, ${reader.viewport.width})`, async ({
      page,
      server,
    }) => {
      fillDirectory(server, COORDINATOR);
      fillPlaces(server);
      server.answers.set('GET /api/edits', () => PROPOSALS);
      server.answers.set('GET /api/people', () => ({ people: PEOPLE }));
      server.answers.set('GET /api/proposals', () => ({ proposals: [] }));
      await openDesk(page);
      const found: Record<string, unknown> = {};
      const look = async (stop: string) => {
        const faults: unknown[] = await axeFindings(page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (faults.length > 0 || over > 0) found[stop] = over > 0 ? [...faults, `${over} too wide`] : faults;
      };
      const tabs = screensFor(COORDINATOR.roles);
      const tab = (name: ScreenName) => page.locator('.bar-tab').nth(tabs.indexOf(name)).click();
      await tab('listings');
      await page.locator('.row-name').first().waitFor();
      await look('listings');
      await page.locator('.listings-table .button-quiet').last().click();
      await page.locator('dialog').waitFor();
      await look('more about a listing');
      await page.keyboard.press('Escape');
      await page.locator('.row-name').last().click();
      await page.locator('.preview-phone > [lang]').waitFor();
      await page.locator('textarea').first().fill('');
      await page.locator('.editor-send .button').click();
      await look('form with something missing');
      await page.locator('.editor-top .button-quiet').click();
      await tab('review');
      await page.locator('.review').waitFor();
      await page.keyboard.press('r');
      await look('review');
      await tab('coverage');
      await page.locator('.matrix').waitFor();
      await look('coverage');
      await page.locator('.areas > button').last().click();
      await page.locator('.areas .notice button').click();
      await page.locator('.map-pin').first().waitFor();
      await look('the map of areas');
      await tab('people');
      await page.locator('.entry').waitFor();
      await look('people');
      expect(found).toEqual({});
    });
  });
