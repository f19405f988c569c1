import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { developmentKey } from '../../src/cli/development-key.ts';
import { APP } from '../../src/pack/format.ts';
import type { IndexFile } from '../../src/pack/signed-index.ts';
import { writeJson } from '../../src/pack/write-json.ts';
import { listingOf } from '../fixtures/listing-of.ts';
import { signatures } from '../fixtures/publisher.ts';
import { chooseRegion, chooseTile, lookForNewer, openGuide, tab } from './journey.ts';
import { expect, test } from './own-site.ts';
import { signLists } from './signed-lists.ts';

// What the host may say of a list without taking it from her.

const HOUR = 3_600_000;
const TESTLAND = { id: 'testland', kind: 'region', name: 'Testland' } as const;
const LISTINGS = [listingOf({ name: 'Kelp Law', needs: ['law.advice'], sample: true })];

async function hasLooked(page: Page): Promise<void> {
  await expect(await lookForNewer(page)).toHaveText('Your lists are up to date.');
}

test('SG-3 a list that is gone from the host stays, and she is told that nobody updates it any more', async ({
  page,
  site,
}) => {
  await site.publish([{ ...TESTLAND, listings: LISTINGS }]);
  await openGuide(page);
  await hasLooked(page);
  await tab(page, 0);
  await chooseTile(page, 'legal');
  await chooseRegion(page, 'Testland');
  const service = page.locator('.card', { hasText: 'Kelp Law' });
  await expect(service).toBeVisible();
  const told = page.getByText('We no longer update this list. Call before you go.');
  await expect(told).toHaveCount(0);

  await site.publish([]);
  await hasLooked(page);
  await expect(page.locator('li', { has: told })).toContainText('Testland');
  await tab(page, 0);
  await chooseTile(page, 'legal');
  await expect(service).toBeVisible();
  await expect(told).toBeVisible();
});

test('min_app: lists that need a newer app are not taken: hers stay, and she is told what they need', async ({
  page,
  site,
}) => {
  await site.publish([{ ...TESTLAND, listings: LISTINGS }]);
  await openGuide(page);
  await hasLooked(page);
  const { files } = await signLists([]);
  const index = JSON.parse(new TextDecoder().decode(files.get('/data/index.json'))) as IndexFile;
  const body = writeJson({ ...index, min_app: APP + 1 });
  site.put('/data/index.json', body);
  site.put('/data/index.json.sig', signatures(body, [developmentKey()]));
  await page.getByRole('button', { name: 'Look for newer lists' }).click();
  await expect(page.getByText('This list needs a newer version of this page.')).toBeVisible();
  await tab(page, 0);
  await chooseTile(page, 'legal');
  await chooseRegion(page, 'Testland');
  await expect(page.locator('.card', { hasText: 'Kelp Law' })).toBeVisible();
});

test('SG-11 what fails is not asked for again by itself within the hour, and always at her own tap', async ({
  page,
  site,
}) => {
  await page.clock.install();
  await site.publish([{ ...TESTLAND, listings: LISTINGS }]);
  await openGuide(page);
  await hasLooked(page);
  const isIndex = ({ url }: { readonly url: string }) => url === '/data/index.json';
  const isPack = ({ url }: { readonly url: string }) => url.startsWith('/data/packs/');
  site.answer('/data/index.json', (_request, response) => void response.writeHead(503).end());
  site.seen.length = 0;
  // The day after: it looks by itself, in vain, and leaves it at that.
  await page.clock.fastForward(27 * HOUR);
  await expect.poll(() => site.seen.filter(isIndex).length).toBe(1);
  for (let minutes = 0; minutes < 120; minutes += 10) await page.clock.fastForward(HOUR / 6);
  expect(site.seen.filter(isIndex)).toHaveLength(1);
  await page.getByRole('button', { name: 'Look for newer lists' }).click();
  await expect.poll(() => site.seen.filter(isIndex).length).toBe(2);

  // A list that she chooses and that does not come: once more with a fresh index, then at her tap alone.
  for (const path of builtPacks()) site.answer(path, (_, response) => void response.writeHead(503).end());
  site.seen.length = 0;
  const goToResults = async () => {
    await tab(page, 0);
    await chooseTile(page, 'legal');
  };
  await goToResults();
  await page.locator('#main .row-button', { hasText: 'Kenya' }).first().click();
  const get = page.getByRole('button', { name: /^Get the list/ });
  await expect(get).toBeVisible();
  const asked = site.seen.filter(isPack).length;
  expect(asked).toBeGreaterThanOrEqual(1);
  expect(asked).toBeLessThanOrEqual(2);
  for (let visit = 0; visit < 3; visit++) {
    await tab(page, 3);
    await goToResults();
    await expect(get).toBeVisible();
  }
  expect(site.seen.filter(isPack)).toHaveLength(asked);
  await get.click();
  await expect.poll(() => site.seen.filter(isPack).length).toBeGreaterThan(asked);
});

function builtPacks(): string[] {
  const built = JSON.parse(readFileSync('dist/guide/data/index.json', 'utf8')) as IndexFile;
  return built.regions.map(({ path }) => `/data/${path}`);
}
