import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Result } from '../core/result.ts';
import { type Listing, parseListing } from '../core/schema.ts';
import type { Town } from '../search/towns.ts';
import { generateSampleListings } from './sample-city/generate.ts';

export interface RegionFile {
  readonly id: string;
  readonly kind: 'world' | 'region' | 'sample';
  readonly name: Readonly<Record<string, string>>;
  readonly country?: string;
  readonly timezone?: string;
  /** How much of the world it is; a list for less than a first-level area (a state, a county) tells who chose it. */
  readonly covers?: 'country' | 'first-level-area' | 'less';
  /** File in data/places that holds its towns. */
  readonly towns?: string;
}

/** What is known of a region before its listings are read. */
export interface RegionFrame {
  readonly file: RegionFile;
  /** Where it was read. */
  readonly folder: string;
  readonly towns: readonly Town[];
}

export interface Region extends RegionFrame {
  readonly listings: readonly Listing[];
  /** Of each listing, by its id: the file to mend. */
  readonly files: ReadonlyMap<string, string>;
}

/** One thing to mend, with its place. */
export interface InputProblem {
  readonly file: string;
  readonly field: string;
  readonly reason: string;
}

// A few of them are closed, in every way a service can be, and so do not reach a phone: at least 300 do.
const GENERATED_SAMPLES = 320;
const SAMPLE_SEED = 1;
const MADE_UP = '(made up)';
// The last is the ledger of an import, where its whole folder became a region.
const NO_LISTINGS = new Set(['region.json', 'countries.json', 'import.json']);

/** Whether a listing was generated: there is no file to mend. */
export function isMadeUp(file: string): boolean {
  return file.includes(MADE_UP);
}

export function readFrame(id: string, data = 'data'): RegionFrame {
  const folder = join(data, 'regions', id);
  const file = readJson(join(folder, 'region.json')) as RegionFile;
  return { file, folder, towns: file.towns ? readTowns(data, file.towns) : [] };
}

export interface ReadRegion {
  readonly region: Region;
  readonly problems: readonly InputProblem[];
}

/** Reads a region's folder. Bad files are reported, each with its place, and nothing is built from them. */
export function readRegion(id: string, data = 'data'): ReadRegion {
  return readListings(readFrame(id, data));
}

/** Tells after each file, because a region of 20,000 takes seconds. */
export function readListings(frame: RegionFrame, onFile: () => void = () => undefined): ReadRegion {
  const { file, folder } = frame;
  const listings: Listing[] =
    file.kind === 'sample' ? [...generateSampleListings(GENERATED_SAMPLES, SAMPLE_SEED)] : [];
  const files = new Map(listings.map((made) => [made.id, join(folder, `${MADE_UP} ${made.id}`)]));
  const problems: InputProblem[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (NO_LISTINGS.has(name) || !name.endsWith('.json')) continue;
    const path = join(folder, name);
    const read = readListing(path);
    if (read.ok) {
      listings.push(read.value);
      files.set(read.value.id, path);
    } else problems.push(...read.problem.map(({ field, reason }) => ({ file: path, field, reason })));
    onFile();
  }
  return { region: { ...frame, listings, files }, problems };
}

function readListing(path: string): Result<Listing, Pick<InputProblem, 'field' | 'reason'>[]> {
  let input: unknown;
  try {
    input = readJson(path);
  } catch {
    // The parser's own words quote the file, which may hold where a refuge is.
    return fail([{ field: '(file)', reason: 'is no JSON: look for a missing comma, quote or bracket' }]);
  }
  return parseListing(input);
}

type TownRow = [string, string, number, number, number, string[]?];

export function readTowns(data: string, name: string): Town[] {
  const { towns } = readJson(join(data, 'places', `${name}.json`)) as { towns: TownRow[] };
  return towns.map(([townName, admin, latitude, longitude, population, aliases]) => ({
    name: townName,
    admin,
    latitude,
    longitude,
    population,
    aliases: aliases ?? [],
  }));
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
