import { nodePlatform, sha256 } from '../../../src/cli/node-platform.ts';
import type { Listing } from '../../../src/core/schema.ts';
import type { CompactListing } from '../../../src/core/shown-listing.ts';
import { compactListing, type ShownListing, shownListing } from '../../../src/core/shown-listing.ts';
import { match } from '../../../src/desk/caseworker/domain/match.ts';
import { findingQuery, type Profile } from '../../../src/desk/caseworker/domain/profile.ts';
import { buildPack } from '../../../src/pack/build-pack.ts';
import { verifyPack } from '../../../src/pack/verify-pack.ts';
import { buildSearchFiles } from '../../../src/search/build-index.ts';
import { openIndex, type SearchIndex } from '../../../src/search/open-index.ts';
import type { Hits } from '../../../src/search/query.ts';
import { search } from '../../../src/search/search.ts';
import type { Generation } from '../../../src/store/database.ts';
import { filesInMemory, type RegionFiles, readListings } from '../../../src/store/region-files.ts';
import { directoryListings, SEED } from '../search/directory.ts';
import { type Percentiles, percentilesOf } from '../search/percentiles.ts';
import { benchProfiles } from './profiles.ts';

// From a profile to ranked rows with reasons, in the three steps of the desk. What is measured, and why like this: README.md.

const PROFILES = 20;
const ROUNDS = 5;
/** As many as the desk judges at once. */
const MOST_CANDIDATES = 2000;
const INSTANT = Date.UTC(2026, 10, 29, 12);
const TIMED = ['find', 'judge', 'again', 'processor'] as const;
type Timed = (typeof TIMED)[number];
type Step = 'read' | Timed;
const MICRO = 1000;

export interface MatchFigures {
  readonly size: number;
  /** Services judged for one profile. */
  readonly judged: Percentiles;
  /**
   * `again` is find and judge: what a change of the profile takes once the records are read; `processor` is the same in
   * the time that the process ran, in all its threads.
   */
  readonly times: Readonly<Record<Step, Percentiles>>;
}

interface Directory {
  readonly index: SearchIndex;
  readonly files: RegionFiles;
}

export async function benchMatch(size: number): Promise<MatchFigures> {
  const directory = await directoryOf([...directoryListings(size, SEED)]);
  const profiles = benchProfiles(PROFILES);
  const shelf = new Map<string, ShownListing>();
  const times: Record<Step, number[]> = { read: [], find: [], judge: [], again: [], processor: [] };
  const judged: number[] = [];
  // Every record is read in the first pass: what is read again and again leaves work for the second, which is timed.
  for (const profile of profiles) {
    const { hits } = findFor(directory, profile);
    const start = performance.now();
    const listings = await readAll(directory, hits);
    times.read.push(performance.now() - start);
    judged.push(hits.length);
    for (const listing of listings) shelf.set(listing.id, listing);
  }
  for (let round = 0; round <= ROUNDS; round++)
    for (const profile of profiles) {
      const one = judgeFor(directory, shelf, profile);
      // The first round warms up: nobody's first minute is timed.
      if (round > 0) for (const step of TIMED) times[step].push(one[step]);
    }
  return {
    size,
    judged: percentilesOf(judged),
    times: {
      read: percentilesOf(times.read),
      find: percentilesOf(times.find),
      judge: percentilesOf(times.judge),
      again: percentilesOf(times.again),
      processor: percentilesOf(times.processor),
    },
  };
}

function findFor({ index }: Directory, profile: Profile): Hits {
  const query = findingQuery(profile, { text: '', textNeeds: [] });
  return search(index, query, { instant: INSTANT, limit: MOST_CANDIDATES }).all;
}

async function readAll({ files }: Directory, hits: Hits['hits']): Promise<ShownListing[]> {
  const ids = hits.map(({ id }) => id);
  const records = await readListings(files, ids);
  if (!records.ok) throw new Error('bench: the records cannot be read');
  return (records.value as CompactListing[]).map(shownListing);
}

function judgeFor(
  directory: Directory,
  shelf: ReadonlyMap<string, ShownListing>,
  profile: Profile,
): Record<Timed, number> {
  const used = process.cpuUsage();
  const start = performance.now();
  const { hits, total } = findFor(directory, profile);
  const found = performance.now();
  const candidates = hits.flatMap((hit, order) => {
    const listing = shelf.get(hit.id);
    return listing ? [{ hit, order, listing }] : [];
  });
  match(profile, { candidates, isWhole: hits.length === total }, INSTANT);
  const end = performance.now();
  const { user, system } = process.cpuUsage(used);
  const processor = (user + system) / MICRO;
  return { find: found - start, judge: end - found, again: end - start, processor };
}

async function directoryOf(listings: readonly ShownListing[]): Promise<Directory> {
  const { index, cards } = buildSearchFiles(listings);
  const opened = openIndex(index, cards);
  if (!opened.ok) throw new Error('bench: the index cannot be opened');
  const pack = await buildPack(
    {
      meta: { region: 'bench', version: 1, schema: 1, built_on: '2026-11-29', licence: 'none' },
      index,
      cards,
      towns: [],
      listings: listings.map((listing) => compactListing(listing as Listing)),
    },
    nodePlatform,
  );
  const verified = await verifyPack(pack, nodePlatform);
  if (!verified.ok) throw new Error('bench: the pack cannot be read');
  const generation = {
    sections: verified.value.sections,
    sha256: sha256(pack),
  } as unknown as Generation;
  return { index: opened.value, files: filesInMemory(pack, generation, nodePlatform) };
}
