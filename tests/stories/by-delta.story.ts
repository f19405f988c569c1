import { existsSync, statSync } from 'node:fs';
import { generateSampleListings } from '../../src/cli/sample-city/generate.ts';
import { chooseTile, isKeptOnPhone, lookForNewer, loseNetwork, openGuide, typeInto } from './journey.ts';
import { expect, test } from './own-site.ts';

// An update costs what has changed (settled 14).

const LISTINGS = 10_000;
const CHANGED = 100;
const MOST_BYTES = 40_000;
const REGION = { id: 'sample', name: 'Testland' };

test('settled 14: one listing in a hundred has changed of ten thousand: the update is small, whole, and there offline', async ({
  page,
  context,
  site,
}) => {
  const was = generateSampleListings(LISTINGS, 5);
  const first = await site.publish([{ ...REGION, listings: was }]);
  const pack = first.files.get(`/data/${first.entries[0]?.path}`) ?? new Uint8Array();
  await openGuide(page);
  await lookForNewer(page);
  await expect(page.getByText('Your lists are up to date.')).toBeVisible();
  await page.locator('.tabs .tab').nth(0).click();
  await chooseTile(page, 'legal');
  await page.locator('#main .row-button', { hasText: 'Testland' }).first().click();
  await page.getByRole('searchbox').waitFor();

  // From here and there in the list, as people change it.
  const is = was.map((listing, place) =>
    place % (LISTINGS / CHANGED) === 7
      ? { ...listing, name: `Zanzibar House ${place}`, description: `${listing.description} Now by phone.` }
      : listing,
  );
  const second = await site.publish([{ ...REGION, listings: is, earlier: [pack] }]);
  site.seen.length = 0;
  await lookForNewer(page);
  await expect(page.getByText('1 list is new.')).toBeVisible();
  const asked = site.seen.map(({ url }) => url);
  expect(asked).not.toContain(`/data/${second.entries[0]?.path}`);
  expect(asked).toContain(`/data/packs/${second.entries[0]?.deltas?.[0]?.sha256}.bin`);
  // With the code that does it, which is fetched the first time only.
  const bytes = asked.map((url) => second.files.get(url)?.length ?? sizeOf(url));
  test.info().annotations.push({
    type: 'bytes',
    description: asked.map((url, at) => `${url} ${bytes[at]}`).join(', '),
  });
  expect(bytes.every((size) => size > 0)).toBe(true);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);

  await isKeptOnPhone(page);
  await loseNetwork(context, site);
  await page.reload();
  // The only list on this phone is her place again.
  await chooseTile(page, 'legal');
  await typeInto(page.getByRole('searchbox'), 'Zanzibar House');
  await expect(page.locator('.card-name').first()).toHaveText(/^Zanzibar House \d+7$/);
});

/** Of a file of the built guide, as the host sends it. */
function sizeOf(url: string): number {
  const path = `dist/guide${url}`;
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
}
