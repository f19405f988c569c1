import { describe, expect, it } from 'vitest';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import type { FirstScreenCountry } from '../core/first-screen-country.ts';
import { type ChecklistInputs, checklist, summaryOf } from './checklist.ts';
import type { RegionFile } from './regions.ts';

const READ = { state: 'read-by-a-speaker' };
const SOURCE = { state: 'source' };
const SPOKEN = { safety: READ, common: READ, urgent: READ, first: READ, needs: { state: 'draft' } };
const services = (count: number) => Array.from({ length: count }, () => listingOf());
const regionOf = (id: string, covers: RegionFile['covers'], count: number, country = 'GB') => ({
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

const READY: ChecklistInputs = {
  deployment: {
    neutral_name: 'Guide',
    regions: ['gb'],
    languages: ['en', 'es'],
    keep: 'auto',
    updates: 'auto',
    exit_sites: {},
    origin: 'https://guide.example',
    root: 'root.json',
  },
  regions: [WORLD, regionOf('gb', 'country', 20)].map(summaryOf),
  countries: [countryOf()],
  statuses: { en: { safety: SOURCE, common: SOURCE, urgent: SOURCE, first: SOURCE }, es: SPOKEN },
};
type Change = Partial<Omit<ChecklistInputs, 'regions'>> & {
  readonly regions?: readonly Parameters<typeof summaryOf>[0][];
};
const openIn = ({ regions, ...change }: Change) =>
  checklist({ ...READY, ...change, regions: regions?.map(summaryOf) ?? READY.regions }).map(
    ({ id, blocks }) => `${id}${blocks ? '' : ' (goes on)'}`,
  );

describe('the checklist', () => {
  it('is empty where nothing is open', () => {
    expect(checklist(READY)).toEqual([]);
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

  it('names every line of the first screen that nobody has called, and no other', () => {
    const unread = { state: 'web-checked', checked_on: null, read_on: '2026-11-21' };
    const shown = { ...line, verification: listingOf({ verification: unread }).verification };
    const other = listingOf({ verification: unread });
    expect(
      openIn({ regions: [{ ...WORLD, listings: [shown, other] }, regionOf('gb', 'country', 20)] }),
    ).toEqual([`line.${line.id}`]);
  });

  it('names every emergency number that nobody has confirmed', () => {
    const { checked_on: _, ...unchecked } = NUMBER;
    const police = { ...unchecked, number: '101', for: 'police' as const };
    expect(openIn({ countries: [countryOf({ emergency: [unchecked, police, NUMBER] })] })).toEqual([
      'emergency.GB.999.all',
      'emergency.GB.101.police',
    ]);
  });

  it('says what is open and what to do, each under an id of its own', () => {
    const items = checklist({
      ...READY,
      statuses: {},
      regions: [WORLD, regionOf('nyc', 'less', 1, 'US')].map(summaryOf),
    });
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const { what, nextStep } of items) {
      expect(what).toMatch(/^.{20,}\.$/);
      expect(nextStep).toMatch(/^.{20,}\.$/);
    }
  });
});
