import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arbitraryListings } from '../../../tests/fixtures/arbitrary-listing.ts';
import { importedAgain } from '../../../tests/fixtures/imported-again.ts';
import { listingOf } from '../../../tests/fixtures/listing-of.ts';
import { hsdsFiles } from '../../core/export/hsds-files.ts';
import { hsdsOfListing } from '../../core/hsds/hsds-of-listing.ts';
import type { Listing } from '../../core/schema.ts';
import { importCommand } from '../commands/import-command.ts';
import { writeExport } from '../export/write-export.ts';
import { hsdsValidator } from '../hsds/validator.ts';
import { CORE_SCHEMAS, MERGED_SCHEMAS } from '../profile/generate.ts';
import { readRegion } from '../regions.ts';

// Through the door: what `export` writes, `import` reads; into a folder of its own.

const LONG = 120_000;
const EXAMPLES = 'tests/fixtures/hsds/examples';
let home = '';
let printed = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'round-'));
  printed = '';
  vi.spyOn(console, 'log').mockImplementation((...words: unknown[]) => {
    printed += `${words.join(' ')}\n`;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(home, { recursive: true });
});

let count = 0;
/** What a file or folder gives, by id. */
async function imported(path: string, country?: string): Promise<Map<string, Listing>> {
  count += 1;
  const out = join(home, `review-${count}`);
  const options = { out, source: 'again', ...(country && { country }) };
  await importCommand.run({ words: [path], options, isJson: false });
  const files = readdirSync(out).filter((name) => name !== 'import.json');
  const listings = files.map((name) => JSON.parse(readFileSync(join(out, name), 'utf8')) as Listing);
  return new Map(listings.map((one) => [one.id, one]));
}

async function importedPage(listings: readonly Listing[]): Promise<Map<string, Listing>> {
  const path = join(home, `page-${count}.json`);
  writeFileSync(path, JSON.stringify({ contents: listings.map(hsdsOfListing) }));
  return imported(path);
}

/** As a file has it: a field without a value is no field. */
const asFile = (listing: Listing | undefined) => JSON.parse(JSON.stringify(listing ?? null)) as unknown;

describe('our listings, exported as HSDS and imported again', () => {
  it.each(['world', 'gb', 'ke', 'nyc', 'sample'])(
    'every one of data/regions/%s is the same, field for field, but for what no file is believed',
    async (id) => {
      const { listings } = readRegion(id).region;
      const folder = join(home, 'export');
      expect(writeExport(folder, hsdsFiles(listings)).ok).toBe(true);
      const again = await imported(folder);
      for (const listing of listings)
        expect(asFile(again.get(listing.id)), listing.id).toEqual(asFile(importedAgain(listing, 'again')));
      expect(again.size).toBe(listings.length);
      expect(printed).not.toContain('refused');
    },
    LONG,
  );

  it(
    'and so is every listing that the schema allows',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          arbitraryListings.filter((all) => all.length > 0),
          async (listings) => {
            const again = await importedPage(listings);
            for (const listing of listings)
              expect(asFile(again.get(listing.id))).toEqual(asFile(importedAgain(listing, 'again')));
          },
        ),
        { numRuns: 60 },
      );
    },
    LONG,
  );

  it('stay what they are at the second turn', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryListings.filter((all) => all.length > 0),
        async (listings) => {
          const once = await importedPage(listings);
          const twice = await importedPage([...once.values()]);
          expect(twice).toEqual(once);
        },
      ),
      { numRuns: 20 },
    );
  });
});

/** What a file says of a listing, with some of it written by somebody we do not know. */
async function fromStranger(
  listing: Listing,
  changes: Record<string, unknown>,
): Promise<Listing | undefined> {
  const path = join(home, `stranger-${count}.json`);
  writeFileSync(path, JSON.stringify({ ...hsdsOfListing(listing), ...changes }));
  return [...(await imported(path)).values()][0];
}

describe('a file in our profile that a stranger wrote', () => {
  it('cannot call a service checked, confirmed or read by a person', async () => {
    const said = {
      state: 'confirmed',
      method: 'call',
      checked_on: '2026-11-27',
      checked_by: 'listings editor',
    };
    const read = await fromStranger(listingOf({}), {
      verification: { ...said, read_on: '2026-11-27', next_review_on: '2027-11-27' },
    });
    expect(read?.verification).toEqual({
      state: 'unverified',
      checked_on: null,
      source_dated: '2026-11-20',
      source_name: 'again',
    });
    expect(printed).toContain('a check that somebody else made');
  });

  it('cannot put a line on the first screen', async () => {
    expect((await fromStranger(listingOf({}), { first_screen: 1 }))?.first_screen).toBeUndefined();
    expect(printed).toContain('first screen');
  });

  it('ST-12 says yes about immigration only with dated evidence, and never as checked by anybody here', async () => {
    const call = { type: 'provider-call', checked_on: '2026-11-01', checked_by: 'listings editor' };
    const proved = { immigration_eligibility: { value: 'yes', evidence: [call] } };
    expect((await fromStranger(listingOf({}), proved))?.immigration_eligibility).toEqual({
      value: 'yes',
      evidence: [{ type: 'source-field', checked_on: null, read_on: '2026-11-01' }],
    });
    const unproved = { immigration_eligibility: { value: 'yes' } };
    expect((await fromStranger(listingOf({}), unproved))?.immigration_eligibility).toEqual({
      value: 'unknown',
    });
    const undated = {
      immigration_eligibility: { value: 'yes', evidence: [{ type: 'law', checked_on: null }] },
    };
    expect((await fromStranger(listingOf({}), undated))?.immigration_eligibility).toEqual({
      value: 'unknown',
    });
  });

  it('SV-10 leaves nothing of a hidden place but a large area, whatever it has there', async () => {
    const street = '7 Canary Lane';
    const leaky = {
      location_type: 'redacted',
      name: 'canary-name',
      latitude: 51.987_654,
      longitude: -0.123_456,
      addresses: [{ address_1: street, city: 'canary-city', postal_code: 'QX1 1QX', country: 'GB' }],
    };
    await fromStranger(listingOf({}), {
      description: `Come to ${street}. We help.`,
      hidden_locations: [
        { ...leaky, visibility: 'none' },
        { ...leaky, visibility: 'area-only', area_name: 'Bristol' },
      ],
      service_at_locations: [{ location: { ...leaky, visibility: 'area-only', area_name: 'Bristol' } }],
    });
    const written = readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && !one.name.startsWith('stranger'))
      .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'))
      .join('\n');
    expect(written).toContain('We help.');
    expect(`${written}${printed}`).not.toMatch(/canary|987654|QX1/i);
  });

  it('makes no place public without consent and what shows it, and no refuge at all', async () => {
    const hall = {
      location_type: 'physical',
      visibility: 'public',
      latitude: 51.5,
      longitude: -0.1,
      addresses: [{ address_1: '1 Plain Road', city: 'London', country: 'GB' }],
    };
    const placed = async (location: object, fields: Record<string, unknown> = {}) =>
      (await fromStranger(listingOf(fields), { service_at_locations: [{ location }] }))?.locations;
    const consent = { publish_consent: true, consent_evidence: 'A town hall' };
    expect(await placed({ ...hall, ...consent })).toMatchObject([{ visibility: 'public' }]);
    expect(await placed({ ...hall, publish_consent: true })).toMatchObject([{ visibility: 'area-only' }]);
    expect(await placed({ ...hall, ...consent }, { needs: ['home.refuge'] })).toEqual([
      { visibility: 'none', location_type: 'redacted' },
    ]);
  });

  it('CT-3 offers no dear number, no map and no mail of a person', async () => {
    const read = await fromStranger(listingOf({}), {
      channels: [
        { type: 'phone', value: '+449098790000' },
        { type: 'phone', value: 7 },
        { type: 'web', value: 'https://maps.example.org/?q=51.5,-0.1' },
        { type: 'email', value: 'jane.canary@example.org' },
        { type: 'email', value: 'help@example.org' },
      ],
      notes: ['Write to jane.canary@example.org.'],
    });
    expect(read?.channels.map(({ value }) => value)).toEqual(['help@example.org']);
    expect(JSON.stringify(read)).not.toContain('canary');
  });
});

describe('the official examples of HSDS 3.1', () => {
  const core = hsdsValidator(CORE_SCHEMAS);
  const merged = hsdsValidator(MERGED_SCHEMAS);

  it.each([
    'service_full.json',
    'service_list.json',
    'service_at_location_full.json',
    'service_at_location_list.json',
    'csv',
  ])(
    '%s: import, export, validate, import again, and nothing more is lost',
    async (example) => {
      const first = await imported(join(EXAMPLES, example), 'GB');
      expect(first.size).toBe(1);
      const folder = join(home, 'export');
      const exported = [...first.values()].map(hsdsOfListing);
      writeExport(folder, hsdsFiles([...first.values()]));
      const faults = JSON.parse(JSON.stringify(exported)).map((one: unknown) => [
        ...core('service', one),
        // A need is for a person to choose: no import makes one.
        ...merged('service', one).filter(({ path }) => path !== '/needs'),
      ]);
      expect(faults.flat()).toEqual([]);
      expect(await imported(folder)).toEqual(first);
    },
    LONG,
  );
});

// What an import of the official example does not keep, and why; the names are the last two of its path.
const LOST: readonly (readonly [RegExp, string])[] = [
  [
    /^(contacts|metadata)\.|^(assurer_email|email|last_modified)$|^organization\.email$/,
    'people and their mail; who changed what',
  ],
  [/^(addresses|locations?)\./, 'a place that nobody consented to publish'],
  [
    /^(attributes|taxonomy_detail|taxonomy_term)\./,
    'a taxonomy that we do not know: a person chooses the needs',
  ],
  [/^schedules\./, 'a rule that no week holds: its words are kept'],
  [/^(cost_options\.|fees$)/, 'a price beside words that say it'],
  [/^alert$/, 'an alert without an end: the report says so'],
  [/^(capacities|unit)\./, 'room for a given day, which is long past at the review'],
  [
    /^(organization|organization_identifiers|funding|programs?)\./,
    'of an organisation the name and the site',
  ],
  [/^(accreditations|licenses|wait_time)$|^(accessibility|service_areas)\./, 'no field of the profile'],
  [/^phones\.type$/, 'kept under another name: the type of the channel'],
];

it('of the official example nothing is lost that the profile can hold', async () => {
  const example = JSON.parse(readFileSync(`${EXAMPLES}/service_full.json`, 'utf8')) as unknown;
  const kept = JSON.stringify([...(await imported(`${EXAMPLES}/service_full.json`, 'GB')).values()]);
  const isKept = (value: string) => kept.includes(JSON.stringify(value).slice(1, 40).replace(/"$/, ''));
  const lost = leavesOf(example).filter(({ value }) => !isKept(value.replace(/^http:/, 'https:')));
  const reasons = lost.map(({ name }) => LOST.find(([names]) => names.test(name))?.[1] ?? name);
  expect([...new Set(reasons)].sort()).toEqual(LOST.map(([, reason]) => reason).sort());
});

/** Every value that is no id, with the last two names of its path. */
function leavesOf(value: unknown, path: readonly string[] = []): { name: string; value: string }[] {
  if (typeof value !== 'object' || value === null)
    // A phone is written in groups of digits, and with marks around it.
    return [
      {
        name: path.slice(-2).join('.'),
        value: String(value).replace(/^"(\+[\d ]+)"$/, (_, digits: string) => digits.replaceAll(' ', '')),
      },
    ];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (Array.isArray(value)) return leavesOf(inner, path);
    return /(^|_)id$/.test(name) ? [] : leavesOf(inner, [...path, name]);
  });
}
