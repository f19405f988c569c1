import { readFileSync } from 'node:fs';
import { generateSampleListings } from '../../src/cli/sample-city/generate.ts';
import { SECURITY_HEADERS } from '../../src/cli/security-headers.ts';
import type { Listing } from '../../src/core/schema.ts';
import type { IndexFile } from '../../src/pack/signed-index.ts';
import { TestSite } from '../stories/test-site.ts';

const SEED = 20261124;
// Some of the made-up services are closed, and a closed service is in no list.
const SPARE = 1.2;

/** The built guide on a host of its own, whose sample region holds exactly so many services. */
export async function openLongList(count: number): Promise<{ site: TestSite; services: number }> {
  const listings = generateSampleListings(count * SPARE, SEED)
    .filter(isShown)
    .slice(0, count);
  const site = await TestSite.open();
  await site.publish([{ id: 'sample', name: 'Sample City', listings }]);
  // The guide knows the short list that it was built with, until that is gone and it looks for a newer one.
  const built = JSON.parse(readFileSync('dist/guide/data/index.json', 'utf8')) as IndexFile;
  site.answer(`/data/${built.regions.find(({ id }) => id === 'sample')?.path}`, (_request, response) => {
    response.writeHead(404, SECURITY_HEADERS).end();
  });
  return { site, services: listings.length };
}

function isShown({ status, verification }: Listing): boolean {
  return status === 'active' && verification.state !== 'closed';
}
