import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListings } from '../../../tests/fixtures/arbitrary-listing.ts';
import { listingOf, statusYes } from '../../../tests/fixtures/listing-of.ts';
import { hsdsValidator } from '../../cli/hsds/validator.ts';
import { CORE_SCHEMAS, MERGED_SCHEMAS } from '../../cli/profile/generate.ts';
import { readRegion } from '../../cli/regions.ts';
import type { Listing } from '../schema.ts';
import { csvFile } from './csv-file.ts';
import type { ExportedFile } from './exported-file.ts';
import { geojsonFile } from './geojson-file.ts';
import { hsdsFiles } from './hsds-files.ts';

const TODAY = '2026-11-28';
// The schemas are compiled at the first use, which takes seconds on a busy machine.
const LONG = 60_000;
const core = hsdsValidator(CORE_SCHEMAS);
const merged = hsdsValidator(MERGED_SCHEMAS);

// Which schema answers each path, and each page of it.
const SCHEMAS: Readonly<Record<string, string>> = {
  services: 'service',
  organizations: 'organization',
  service_at_locations: 'service_at_location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
};

const everyExport = (listings: readonly Listing[]): ExportedFile[] => [
  ...hsdsFiles(listings),
  csvFile(listings, TODAY),
  geojsonFile(listings),
];

/** Each object of an HSDS export that some schema does not take, with what is wrong with it. */
function faultsOf(files: readonly ExportedFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const schema = SCHEMAS[path.split('/')[0] ?? ''];
    if (!schema) return [];
    const answer = JSON.parse(text);
    const objects: unknown[] = answer.contents ?? [answer];
    return objects.flatMap((one) =>
      [...core(schema, one), ...merged(schema, one)].map((fault) => `${path}${fault.path} ${fault.reason}`),
    );
  });
}

const answer = (files: readonly ExportedFile[], path: string) =>
  JSON.parse(files.find((one) => one.path === path)?.text ?? 'null');
const cellsOf = (listing: Listing): Record<string, string> =>
  (parse(csvFile([listing], TODAY).text, { bom: true, columns: true }) as Record<string, string>[])[0] ?? {};

describe('an export as HSDS', () => {
  it.each(['world', 'gb', 'ke', 'nyc', 'sample'])(
    'every listing of data/regions/%s is valid by the official schemas and by ours',
    (id) => {
      const { region, problems } = readRegion(id);
      expect(problems).toEqual([]);
      const files = hsdsFiles(region.listings);
      expect(answer(files, 'services/index.json')).toMatchObject({ total_items: region.listings.length });
      expect(faultsOf(files)).toEqual([]);
    },
    LONG,
  );

  it(
    'so is whatever the schema of a listing allows',
    () => {
      fc.assert(
        fc.property(arbitraryListings, (listings) => {
          expect(faultsOf(hsdsFiles(listings))).toEqual([]);
        }),
        { numRuns: 30 },
      );
    },
    LONG,
  );

  it('answers / with its version, and with the address of the profile where one was given', () => {
    expect(answer(hsdsFiles([]), 'index.json')).toEqual({ version: '3.1' });
    expect(answer(hsdsFiles([], 'https://example.org/profile/'), 'index.json')).toEqual({
      version: '3.1',
      profile: 'https://example.org/profile/',
    });
  });

  it('gives one page of services in brief, and each of them whole', () => {
    const listing = listingOf({ channels: [{ type: 'phone', value: '+442079460123' }] });
    const files = hsdsFiles([listing]);
    const page = answer(files, 'services/index.json');
    expect(page).toMatchObject({
      total_items: 1,
      total_pages: 1,
      page_number: 1,
      size: 1,
      first_page: true,
      last_page: true,
      empty: false,
      contents: [{ id: listing.id, name: listing.name }],
    });
    expect(page.contents[0].phones).toBeUndefined();
    expect(answer(files, `services/${listing.id}/index.json`).phones).toHaveLength(1);
  });

  it('an empty list is a page that says so', () => {
    expect(answer(hsdsFiles([]), 'services/index.json')).toMatchObject({ empty: true, contents: [] });
  });

  it('gives an organisation once, with its website and all of its services', () => {
    const organization = { id: '00000000-0000-4000-8000-00000000000b', name: 'Pier Trust' };
    const listings = [
      listingOf({ organization }),
      listingOf({ organization: { ...organization, website: 'https://example.org/' }, status: 'defunct' }),
    ];
    const whole = answer(hsdsFiles(listings), `organizations/${organization.id}/index.json`);
    expect(whole).toMatchObject({ website: 'https://example.org/' });
    expect(whole.services.map(({ status }: { status: string }) => status).sort()).toEqual([
      'active',
      'defunct',
    ]);
  });
});

describe('SV-10 what is hidden', () => {
  it(
    'no export of a listing without a public place has a field for an address or a point',
    () => {
      fc.assert(
        fc.property(arbitraryListings, (listings) => {
          const hidden = listings.map((one) => ({
            ...one,
            locations: one.locations.filter(({ visibility }) => visibility !== 'public'),
          }));
          const files = everyExport(hidden).filter(({ path }) => path !== 'listings.csv');
          for (const { path, text } of files)
            expect(text, path).not.toMatch(/"(latitude|longitude|address\w*|coordinates|postal_code)":/);
          expect(JSON.parse(geojsonFile(hidden).text).features).toEqual([]);
        }),
        { numRuns: 50 },
      );
    },
    LONG,
  );

  it(
    'no byte of any export holds what was put into a hidden place past the schema',
    () => {
      const secret = {
        address: { address_1: 'canary-street', postal_code: 'canary-code' },
        name: 'canary-name',
      };
      const point = { latitude: 12.345_678, longitude: 12.345_678, consent_evidence: 'canary-why' };
      const places = [
        { visibility: 'area-only', location_type: 'redacted', area_name: 'Bristol', ...secret, ...point },
        { visibility: 'none', location_type: 'redacted', area_name: 'canary-area', ...secret, ...point },
      ];
      fc.assert(
        fc.property(arbitraryListings, (listings) => {
          const leaky = listings.map((one) => ({
            ...one,
            locations: [...one.locations, ...places] as never,
          }));
          for (const { path, text } of everyExport(leaky)) expect(text, path).not.toMatch(/canary|345678/);
        }),
        { numRuns: 50 },
      );
    },
    LONG,
  );
});

describe('an export as a table', () => {
  it('CT-8 has one row a service, and no phone number that a spreadsheet would run', () => {
    const cells = cellsOf(
      listingOf({
        name: '=cmd',
        channels: [
          { type: 'phone', value: '+442079460123' },
          { type: 'phone', value: { code: '116', country: 'KE' } },
        ],
      }),
    );
    expect(cells.name).toBe("'=cmd");
    expect(cells.phone).toBe("'+442079460123; 116 (only inside KE)");
  });

  it('a yes that has lapsed, or is disputed, is unknown in it', () => {
    const status = (claim: object) => {
      const cells = cellsOf(listingOf({ immigration_eligibility: claim }));
      return [cells.helps_whatever_the_immigration_status, cells.which_holds_until];
    };
    expect(status(statusYes('2026-11-20'))).toEqual(['yes', '2027-11-20']);
    expect(status(statusYes('2025-11-20'))).toEqual(['unknown', '']);
    expect(status(statusYes('2026-11-20', { disputed: true }))).toEqual(['unknown', '']);
  });

  it('says of a closed service that it is, and of one that nobody has called, that nobody has', () => {
    const closed = { state: 'closed', checked_on: null };
    const cells = cellsOf(listingOf({ status: 'temporarily closed', verification: closed }));
    expect(cells).toMatchObject({
      status: 'temporarily closed',
      verification: 'closed',
      checked_with_the_service_on: 'never',
    });
  });

  it('SV-10 names the area of a place that is hidden, and nothing of one that is hidden whole', () => {
    const cells = cellsOf(
      listingOf({
        locations: [
          { visibility: 'area-only', location_type: 'redacted', area_name: 'Bristol' },
          { visibility: 'none', location_type: 'redacted' },
        ],
      }),
    );
    expect(cells.places).toBe('Bristol (area only)');
  });
});

describe('an export as GeoJSON', () => {
  it('has public places with a point, longitude first, and says whether it is the town’s', () => {
    const place = {
      visibility: 'public',
      publish_consent: true,
      consent_evidence: 'A town hall',
      location_type: 'physical',
      area_name: 'Bristol',
    };
    const listing = listingOf({
      locations: [
        { ...place, latitude: 51.5, longitude: -2.5, precision: 'town' },
        place,
        { visibility: 'area-only', location_type: 'redacted', area_name: 'Bristol' },
      ],
    });
    const { features } = JSON.parse(geojsonFile([listing]).text);
    expect(features).toHaveLength(1);
    expect(features[0]).toMatchObject({
      geometry: { type: 'Point', coordinates: [-2.5, 51.5] },
      properties: { precision: 'town', status: 'active' },
    });
  });
});
