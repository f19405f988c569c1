import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompactListing, shownListing } from '../../core/shown-listing.ts';
import type { BuildInputs } from '../build.ts';
import { firstScreenCountries } from '../countries.ts';
import { homePath } from '../home.ts';
import { listingsOf } from './listings-of.ts';
import { lastOf } from './root-chain.ts';
import type { SignedIndex } from './signed-set.ts';

const text = new TextDecoder();

/**
 * Writes what the app is built from: the root it will trust, the index, and the lines of its first screen. The lines are
 * read from the pack that people have signed, not from the files that they may have changed since (settled 24).
 */
export async function handToApp(
  site: string,
  { chain, index, bytes, signature }: SignedIndex,
): Promise<void> {
  const world = index.regions.find(({ kind }) => kind === 'world');
  if (!world) throw new Error('cli: the lists have no "world", which every app is built with');
  const listings = await listingsOf(new Uint8Array(readFileSync(join(site, world.path))));
  const inputs: BuildInputs = {
    root: text.decode(lastOf(chain).bytes),
    index: text.decode(bytes),
    indexSignature: text.decode(signature),
    seedPath: world.path,
    countries: firstScreenCountries(listings.map((one) => shownListing(one as unknown as CompactListing))),
  };
  writeFileSync(homePath('inputs.json'), JSON.stringify(inputs));
}
