import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ANCHOR } from '../../../src/cli/sample-city/anchor.ts';
import { countyName, SERVICES_PER_COUNTY, townsOfCounty } from '../../../src/cli/sample-city/country.ts';
import { generateSampleListings } from '../../../src/cli/sample-city/generate.ts';
import { sampleTable } from '../../../src/cli/sample-city/table.ts';
import type { Listing } from '../../../src/core/schema.ts';
import { NEEDS } from '../../../src/core/taxonomy.ts';

// A repository's data folder for made-up listings only, as a deployment for real people has it: so nothing is signed
// with a development key, and every check that stops such a build is run.

const SEED = 20261128;
const TOWN_PEOPLE = 60_000;
const DEPLOYMENT = {
  neutral_name: 'Guide',
  languages: ['en'],
  keep: 'auto',
  exit_sites: { en: ['https://weather.example/'] },
  origin: 'https://guide.example',
};
const CALLED = { state: 'confirmed', method: 'call', checked_on: ANCHOR };
const READ = { state: 'source' };

export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'scale-'));

  constructor() {
    this.#write('data/exit-sites.json', [{ host: 'weather.example', paths: ['/'], why: 'plain' }]);
    this.#write('data/taxonomies/short-codes.gb.json', []);
    this.#write('data/regions/world/region.json', { id: 'world', kind: 'world', name: { en: 'Everywhere' } });
    this.#write('data/regions/world/countries.json', []);
    const [line] = generateSampleListings(1, SEED);
    this.#write('data/regions/world/line.json', { ...line, verification: CALLED });
    this.#write('locales/en/status.json', { safety: READ, common: READ, urgent: READ, first: READ });
    this.#write('locales/en/needs.json', { needs: {} });
    mkdirSync(join(this.folder, 'data/places'));
  }

  /** The file to import. */
  async writeTable(listings: number): Promise<void> {
    await pipeline(
      Readable.from(sampleTable(listings, SEED)),
      createWriteStream(join(this.folder, 'made-up.csv')),
    );
  }

  /** Every folder of the import becomes a region, as somebody would do who has read it all. */
  acceptReview(review: string): string[] {
    const parts = readdirSync(join(this.folder, review)).filter((name) => /^part-\d+$/.test(name));
    const regions = parts.map((part) => this.#accept(join(review, part), part));
    return [this.#accept(review, 'part-1'), ...regions];
  }

  deploy(regions: readonly string[], root: string): void {
    this.#write('data/deployment.json', { ...DEPLOYMENT, regions, root });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #accept(folder: string, id: string): string {
    const county = Number(id.slice('part-'.length)) - 1;
    const region = `data/regions/${id}`;
    renameSync(join(this.folder, folder), join(this.folder, region));
    this.#callCrisisLines(region);
    this.#write(`${region}/region.json`, {
      id,
      kind: 'region',
      name: { en: countyName(county) },
      country: 'GB',
      timezone: 'Europe/London',
      covers: 'first-level-area',
      towns: id,
    });
    this.#write(`data/places/${id}.json`, {
      towns: townsOfCounty(county).map(({ name, county: admin }, place) => [
        name,
        admin,
        // In the open sea, a region a degree.
        47 + place / SERVICES_PER_COUNTY,
        -30 + county,
        TOWN_PEOPLE,
      ]),
    });
    return id;
  }

  /** A line that nobody has called stops a build for real people. */
  #callCrisisLines(region: string): void {
    for (const name of readdirSync(join(this.folder, region))) {
      const serial = Number(/-(\d+)\.json$/.exec(name)?.[1] ?? Number.NaN) - 1;
      if (NEEDS[serial % NEEDS.length] !== 'safe.crisis-line') continue;
      const path = join(this.folder, region, name);
      const listing = JSON.parse(readFileSync(path, 'utf8')) as Listing;
      writeFileSync(path, JSON.stringify({ ...listing, verification: CALLED }));
    }
  }

  #write(path: string, value: unknown): void {
    const whole = join(this.folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, JSON.stringify(value));
  }
}
