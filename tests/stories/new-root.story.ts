import { developmentKey, rootOfOneKey } from '../../src/cli/development-key.ts';
import { generateSampleListings } from '../../src/cli/sample-city/generate.ts';
import { writeJson } from '../../src/pack/write-json.ts';
import { person, signatures } from '../fixtures/publisher.ts';
import { chooseTile, isKeptOnPhone, loseNetwork, openGuide, tab, typeInto } from './journey.ts';
import { expect, test } from './own-site.ts';
import { faultsOf } from './request-rules.ts';
import { signLists } from './signed-lists.ts';

const REGION = { id: 'sample', name: 'Testland' };
const EXPIRES = '2036-01-01T00:00:00Z';

test('SG-5 the keys are changed at the host: the phone follows, takes the next list, and opens offline with it', async ({
  page,
  context,
  site,
}) => {
  const was = generateSampleListings(40, 5);
  await site.publish([{ ...REGION, listings: was }]);
  await openGuide(page);
  await tab(page, 3);
  await page.getByRole('button', { name: 'Look for newer lists' }).click();
  await expect(page.getByText('Your lists are up to date.')).toBeVisible();
  await tab(page, 0);
  await chooseTile(page, 'legal');
  await page.locator('#main .row-button', { hasText: 'Testland' }).first().click();
  await page.getByRole('searchbox').waitFor();
  const isAboutRoots = ({ url }: { readonly url: string }) => url.startsWith('/data/root.');
  expect(site.seen.filter(isAboutRoots)).toEqual([]);

  const [old, next] = [developmentKey(), person()];
  const root = writeJson({ ...rootOfOneKey(next, EXPIRES), version: 2 });
  site.put('/data/root.2.json', root);
  site.put('/data/root.2.json.sig', signatures(root, [old, next]));
  const is = was.map((listing, place) => ({ ...listing, name: `Zanzibar House ${place}` }));
  const { files } = await signLists([{ ...REGION, listings: is }]);
  for (const [path, bytes] of files) site.put(path, bytes);
  const index = files.get('/data/index.json') ?? new Uint8Array();
  site.put('/data/index.json.sig', signatures(index, [next]));
  await tab(page, 3);
  await page.getByRole('button', { name: 'Look for newer lists' }).click();
  await expect(page.getByText('1 list is new.')).toBeVisible();
  const asked = site.seen.filter(isAboutRoots).map(({ url }) => url);
  expect(asked).toEqual(['/data/root.2.json', '/data/root.2.json.sig', '/data/root.3.json']);
  expect(site.seen.flatMap(faultsOf)).toEqual([]);

  await isKeptOnPhone(page);
  await loseNetwork(context, site);
  await page.reload();
  await chooseTile(page, 'legal');
  await typeInto(page.getByRole('searchbox'), 'Zanzibar House');
  await expect(page.locator('.card-name').first()).toHaveText(/^Zanzibar House \d+$/);
});
