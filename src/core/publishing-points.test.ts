import { describe, expect, it } from 'vitest';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { checklist } from '../cli/checklist.ts';
import type { FirstScreenCountry } from './first-screen-country.ts';
import {
  type PublishingInputs,
  publishingPoints,
  type RegionSummary,
  summaryOf as summaryOn,
} from './publishing-points.ts';
import type { Listing } from './schema.ts';

// Told by the command line's words, which name every kind of point by an id.

const TODAY = '2026-11-29';
interface Region {
  readonly file: RegionSummary['file'];
  readonly listings: readonly Listing[];
}
const summaryOf = ({ file, listings }: Region) => summaryOn(file, listings, TODAY);

const READ = { state: 'read-by-a-speaker' };
const SOURCE = { state: 'source' };
const SPOKEN = { safety: READ, common: READ, urgent: READ, first: READ, needs: { state: 'draft' } };
const services = (count: number) => Array.from({ length: count }, () => listingOf());
const regionOf = (id: string, covers: RegionSummary['file']['covers'], count: number, country = 'GB') => ({
  file: { id, kind: 'region' as const, name: { en: id }, country, ...(covers ? { covers } : {}) },
  listings: services(count),
});
const line = listingOf({
  country: 'GB',
  first_screen: 1,
  name: 'Night Line',
  verification: { state: 'confirmed', checked_on: '2026-11-20' },
});
const WORLD = { file: { id: 'world', kind: 'world' as const, name: { en: 'World' } }, listings: [line] };
const NUMBER = {
  number: '999',
  for: 'all' as const,
  source_name: 'A test',
  read_on: '2026-11-24',
  checked_on: '2026-11-24',
};
const countryOf = (more: Partial<FirstScreenCountry> = {}): FirstScreenCountry => ({
  code: 'GB',
  own: [],
  emergency: [NUMBER],
  lines: [
    {
      name: line.name,
      display: '1',
      href: 'tel:1',
      isFree: true,
      serves: [],
      languages: [],
      hoursText: null,
      text: null,
    },
  ],
  ...more,
});

const SITES = ['https://one.example/', 'https://two.example/', 'https://three.example/'];

const READY: PublishingInputs = {
  deployment: {
    languages: ['en', 'es'],
    exit_sites: { en: SITES, es: SITES },
    origin: 'https://guide.example',
    root: 'root.json',
  },
  regions: [WORLD, regionOf('gb', 'country', 20)].map(summaryOf),
  countries: [countryOf()],
  statuses: { en: { safety: SOURCE, common: SOURCE, urgent: SOURCE, first: SOURCE }, es: SPOKEN },
};
type Change = Partial<Omit<PublishingInputs, 'regions'>> & {
  readonly regions?: readonly Region[];
};
const openIn = ({ regions, ...change }: Change) =>
  checklist(publishingPoints({ ...READY, ...change, regions: regions?.map(summaryOf) ?? READY.regions })).map(
    ({ id, blocks }) => `${id}${blocks ? '' : ' (goes on)'}`,
  );

describe('what is open before a publication', () => {
  it('is empty where nothing is open', () => {
    expect(publishingPoints(READY)).toEqual([]);
  });

  it('NW-14 SG-9 asks for real keys and for the address', () => {
    const { root: _root, origin: _origin, ...demo } = READY.deployment;
    expect(openIn({ deployment: demo })).toEqual(['root', 'origin']);
  });

  it.each([
    ['a city of 19 services', [regionOf('nyc', 'less', 19, 'US')], ['region.nyc.small (goes on)']],
    ['one whose file does not say', [regionOf('nyc', undefined, 19, 'US')], ['region.nyc.small (goes on)']],
    [
      'a city with its country beside it',
      [regionOf('gb', 'country', 20), regionOf('york', 'less', 19)],
      ['region.york.small'],
    ],
    ['a city of 20', [regionOf('nyc', 'less', 20, 'US')], []],
    ['a state of 3', [regionOf('maine', 'first-level-area', 3, 'US')], []],
    ['a country of 3', [regionOf('ke', 'country', 3, 'KE')], []],
  ])('NW-7 judges how much choosing a list tells: %s', (_, regions, expected) => {
    expect(openIn({ regions: [WORLD, ...regions] })).toEqual(expected);
  });

  it('NW-7 counts only the services that a phone gets', () => {
    const region = regionOf('nyc', 'less', 19, 'US');
    const closed = listingOf({ status: 'defunct' });
    expect(openIn({ regions: [WORLD, { ...region, listings: [...region.listings, closed] }] })).toEqual([
      'region.nyc.small (goes on)',
    ]);
  });

  it('names made-up services', () => {
    const sample = regionOf('sample', 'less', 400);
    expect(openIn({ regions: [WORLD, { ...sample, file: { ...sample.file, kind: 'sample' } }] })).toEqual([
      'region.sample.sample',
    ]);
  });

  it('names every part that matters of a language that no speaker has read (settled 40)', () => {
    const drafts = { safety: { state: 'draft' }, common: READ, urgent: { state: 'half' } };
    expect(openIn({ statuses: { ...READY.statuses, es: drafts } })).toEqual([
      'language.es.safety',
      'language.es.urgent',
      'language.es.first',
    ]);
    expect(openIn({ statuses: {} })).toHaveLength(8);
  });

  it('names every line of the first screen that nobody has called, and counts all national lines; both stop it', () => {
    const unread = { state: 'web-checked', checked_on: null, read_on: '2026-11-21' };
    const shown = { ...line, verification: listingOf({ verification: unread }).verification };
    const other = listingOf({ verification: unread });
    expect(
      openIn({ regions: [{ ...WORLD, listings: [shown, other] }, regionOf('gb', 'country', 20)] }),
    ).toEqual([`line.${line.id}`, 'region.world.unchecked']);
  });

  it('names every emergency number that nobody has confirmed', () => {
    const { checked_on: _, ...unchecked } = NUMBER;
    const police = { ...unchecked, number: '101', for: 'police' as const };
    expect(openIn({ countries: [countryOf({ emergency: [unchecked, police, NUMBER] })] })).toEqual([
      'emergency.GB.999.all',
      'emergency.GB.101.police',
    ]);
  });

  it('EX-19 asks for three sites to leave for in each language, the same one counted once', () => {
    const twice = [...SITES.slice(0, 2), ...SITES.slice(0, 2)];
    const deployment = { ...READY.deployment, exit_sites: { en: SITES, es: twice } };
    expect(openIn({ deployment })).toEqual(['exit.es (goes on)']);
  });

  it('counts what nobody has checked in a region, and what was not for two intervals; neither stops a publication', () => {
    const days = (checked_on: string | null) =>
      listingOf({ verification: { state: 'confirmed', checked_on } });
    const listings = [
      ...services(20),
      days(null),
      days('2025-11-01'),
      days('2024-01-01'),
      days('2026-06-01'),
    ];
    const region = { ...regionOf('gb', 'country', 0), listings };
    expect(publishingPoints({ ...READY, regions: [WORLD, region].map(summaryOf) })).toEqual([
      { kind: 'unchecked', region: 'gb', count: 1, isNational: false },
      { kind: 'overdue', region: 'gb', count: 2 },
    ]);
    expect(openIn({ regions: [WORLD, region] })).toEqual([
      'region.gb.unchecked (goes on)',
      'region.gb.overdue (goes on)',
    ]);
  });

  it('says what is open and what to do, each under an id of its own', () => {
    const stale = { state: 'confirmed', checked_on: '2020-01-01' };
    const nyc = regionOf('nyc', 'less', 1, 'US');
    const old = [
      listingOf({ verification: stale }),
      listingOf({ verification: { ...stale, checked_on: null } }),
    ];
    const { root: _root, origin: _origin, ...demo } = READY.deployment;
    const items = checklist(
      publishingPoints({
        ...READY,
        deployment: { ...demo, exit_sites: {} },
        statuses: {},
        regions: [WORLD, { ...nyc, listings: old }].map(summaryOf),
      }),
    );
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['exit.en', 'region.nyc.overdue']));
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const { what, nextStep } of items) {
      expect(what).toMatch(/^.{20,}\.$/);
      expect(nextStep).toMatch(/^.{20,}\.$/);
    }
  });
});
