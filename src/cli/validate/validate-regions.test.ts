import { describe, expect, it } from 'vitest';
import { listingOf, statusYes } from '../../../tests/fixtures/listing-of.ts';
import type { Listing } from '../../core/schema.ts';
import type { Deployment } from '../deployment.ts';
import type { Region } from '../regions.ts';
import { buildErrors } from './build-errors.ts';
import { problemOf } from './problem.ts';
import { validateRegions } from './validate-regions.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const OFFICE = {
  visibility: 'public',
  publish_consent: true,
  consent_evidence: 'On its page.',
  location_type: 'physical',
  name: 'Its office',
};
const demo = { languages: ['en'] } as unknown as Deployment;
const production = { ...demo, root: 'root.json' };

function regionOf(listings: readonly Listing[], file: Partial<Region['file']> = {}): Region {
  return {
    file: { id: 'here', kind: 'region', name: { en: 'Here' }, country: 'GB', ...file },
    folder: 'data/regions/here',
    listings,
    files: new Map(listings.map(({ id }, index) => [id, `data/regions/here/${index}.json`])),
    towns: [
      {
        name: 'Great Sample',
        admin: 'Sampleshire',
        population: 62_000,
        latitude: 0,
        longitude: 0,
        aliases: [],
      },
    ],
  };
}

function told(fields: readonly Record<string, unknown>[], deployment: Deployment = demo): string[] {
  const regions = [regionOf(fields.map((one) => listingOf(one)))];
  return validateRegions({ deployment, regions }, NOW).map(
    ({ file, field, severity, reason }) =>
      `${severity} ${file.replace('data/regions/here/', '')} ${field} ${reason.replace('data/regions/here/', '')}`,
  );
}

describe('what a directory is told of its listings', () => {
  it('is nothing where all is well', () => {
    expect(told([{}])).toEqual([]);
  });

  it('is a character that older phones do not know, by its field', () => {
    expect(told([{ name: 'House \u0cf3' }])).toEqual([
      'error 0.json name has a character that phones of 2023 do not know',
    ]);
  });

  it('is first what could give a hidden place away, and that stops a build', () => {
    const listing = listingOf({ name: 'Safe House', notes: ['12 Example Road'] });
    const inputs = { deployment: demo, regions: [regionOf([listing])] };
    expect(buildErrors(validateRegions(inputs, NOW))).toEqual([
      {
        file: 'data/regions/here/0.json',
        field: 'notes.0',
        reason:
          'holds a street and a number, and the place is hidden: Take it out, or say it in words that lead to nobody’s door.',
      },
    ]);
  });

  it('knows the towns and the larger areas of the region', () => {
    const area = (area_name: string) => ({
      locations: [{ visibility: 'area-only', location_type: 'physical', area_name }],
    });
    expect(told([area('Great Sample'), area('Sampleshire'), area('Here')])).toEqual([]);
    expect(told([area('Elsewhere')])).toHaveLength(1);
  });

  it.each([
    ['verification.checked_on', { verification: { state: 'confirmed', checked_on: '2026-11-26' } }],
    [
      'verification.read_on',
      { verification: { state: 'web-checked', checked_on: null, read_on: '2027-01-01' } },
    ],
    ['immigration_eligibility.evidence.0.checked_on', { immigration_eligibility: statusYes('2026-12-01') }],
    ['sources.0.dated', { sources: [{ url: 'https://example.org/', dated: '2030-01-01' }] }],
    [
      'availability.as_of',
      { availability: { value: 'full', as_of: '2026-12-01T00:00:00Z', valid_hours: 24 } },
    ],
  ])('names a date in the future: %s', (field, fields) => {
    expect(told([fields])).toEqual([`error 0.json ${field} lies in the future`]);
  });

  it('allows tomorrow, which it already is somewhere, and dates that are meant to lie ahead', () => {
    const ahead = {
      verification: { state: 'confirmed', checked_on: '2026-11-25', next_review_on: '2027-11-25' },
      alert: { text: 'Closed', from: '2026-12-01', until: '2027-12-01' },
    };
    expect(told([ahead])).toEqual([]);
  });

  it('names a yes whose evidence has lapsed, and one that rests on an old page', () => {
    const old = { type: 'provider-web', checked_on: null, read_on: '2026-11-01', source_dated: '2024-01-01' };
    expect(
      told([
        { immigration_eligibility: statusYes('2025-11-01') },
        { status_check: { value: 'no', evidence: [old] } },
        { status_check: { value: 'no', disputed: true, evidence: [old] } },
      ]),
    ).toEqual([
      expect.stringMatching(/^warning 0\.json immigration_eligibility was checked more than 365 days ago/),
      expect.stringMatching(/^warning 1\.json status_check rests on a page that was already a year old/),
      expect.stringMatching(/^warning 2\.json status_check is disputed/),
    ]);
  });

  it('warns of a crisis line that nobody has called, and refuses it where real people rely on it', () => {
    const line = {
      needs: ['safe.crisis-line'],
      channels: [{ type: 'phone', value: '+442079460123' }],
      verification: { state: 'web-checked', checked_on: null, read_on: '2026-11-21' },
    };
    const words = 'verification.checked_on says that nobody has checked this crisis line';
    expect(told([line])).toEqual([`warning 0.json ${words}`]);
    expect(told([line], production)).toEqual([`error 0.json ${words}`]);
    expect(told([{ ...line, status: 'defunct' }], production)).toEqual([]);
  });

  it('names text that is hard to read, in English alone', () => {
    const description =
      'Eligibility for accommodation is determined following assessment by the relevant safeguarding authority.';
    expect(told([{ description }])).toEqual(['warning 0.json description asks for 24 years of school']);
    expect(
      told([{ description, text_language: 'es', translations: { en: { description: 'Easy.' } } }]),
    ).toEqual([]);
  });

  it.each([
    [
      { text_language: 'zz', translations: { en: { description: 'x' } } },
      'text_language is not the code of a language',
    ],
    [{ languages: [{ code: 'xx', mode: 'staff' }] }, 'languages.0.code is not the code of a language'],
    [{ country: 'QX' }, 'country is not the code of a country'],
    [{ hours: { timezone: 'Europe/Londn' } }, 'hours.timezone is not the code of a time zone'],
  ])('names a code that nobody uses: %j', (fields, words) => {
    expect(told([fields])).toEqual([`error 0.json ${words}`]);
  });

  it('takes any language through an interpreter, and sign languages, and asks for the short tag', () => {
    const speaking = (code: string) => ({ languages: [{ code, mode: 'staff' }] });
    expect(told([speaking('*'), speaking('bfi'), speaking('pt-BR')])).toEqual([]);
    expect(told([speaking('swa')])).toHaveLength(1);
  });

  it('counts missing translations once a region and language', () => {
    const deployment = { ...demo, languages: ['en', 'es', 'sw'] };
    const both = { translations: { es: { name: 'Casa', description: 'Un servicio.' } } };
    expect(told([both, {}, { status: 'inactive' }], deployment)).toEqual([
      'warning data/regions/here translations.es is missing from 1 of 2 services',
      'warning data/regions/here translations.sw is missing from 2 of 2 services',
    ]);
  });

  it('says nothing to mend of a listing that was generated, but its errors', () => {
    const listing = listingOf({
      country: 'QX',
      needs: ['safe.crisis-line'],
      immigration_eligibility: statusYes('2024-01-01'),
    });
    const region = regionOf([listing]);
    const generated = { ...region, files: new Map([[listing.id, 'data/regions/sample/(made up) 1']]) };
    const problems = validateRegions({ deployment: demo, regions: [generated] }, NOW);
    expect(problems.map(({ severity }) => severity)).toEqual(['error']);
  });
});

describe('references', () => {
  it('to a listing that there is not are errors', () => {
    const other = listingOf();
    const verification = (replaced_by: string) => ({ state: 'closed', checked_on: null, replaced_by });
    const dead = '00000000-0000-4000-8000-ffffffffffff';
    expect(told([{ verification: verification(dead) }])).toEqual([
      'error 0.json verification.replaced_by leads to no listing',
    ]);
    const regions = [regionOf([other, listingOf({ verification: verification(other.id) })])];
    expect(validateRegions({ deployment: demo, regions }, NOW)).toEqual([]);
  });

  it('to one organisation by two names are errors, at the later listing', () => {
    const id = '00000000-0000-4000-8000-00000000000a';
    const called = (name: string) => ({ organization: { id, name } });
    expect(told([called('Quay Trust'), called('Quay Trust'), called('Key Trust')])).toEqual([
      expect.stringMatching(/^error 2\.json organization\.name is not the name that other listings give/),
    ]);
  });
});

describe('a service that may have been entered twice', () => {
  const other = {
    organization: { id: '00000000-0000-4000-8000-00000000000b', name: 'Another' },
    name: 'Unlike',
  };
  const phone = { channels: [{ type: 'phone', value: '+442079460123' }] };
  const web = (value: string) => ({ channels: [{ type: 'web', value }] });
  const area = {
    locations: [{ visibility: 'area-only', location_type: 'physical', area_name: 'Great Sample' }],
  };
  const at = (latitude: number, longitude: number) => ({ locations: [{ ...OFFICE, latitude, longitude }] });

  it('is seen by its number', () => {
    expect(told([phone, { ...other, ...phone }])).toEqual([
      'warning 1.json channels.0.value has the number of 0.json',
    ]);
  });

  it('but not by a national line that the channel names as one', () => {
    const national = { channels: [{ ...phone.channels[0], label: 'National helpline' }] };
    expect(told([phone, { ...other, ...national }])).toEqual([]);
  });

  it('is seen by its site under another organisation’s name', () => {
    const twin = { ...other, ...web('https://www.example.org/two') };
    expect(told([web('https://example.org/one'), twin])).toEqual([
      'warning 1.json channels.0.value has the web host of 0.json',
    ]);
    expect(
      told([web('https://example.org/one'), { name: 'Unlike', ...web('https://example.org/two') }]),
    ).toEqual([]);
  });

  it.each([
    ['The Quay Advice Centre', 'Quay Advice Centre', 1],
    ['Quay Advice Centre', 'Centre, Quay: advice', 1],
    ['Quay Advice Centre', 'Quay Advice Center', 1],
    ['Quay Advice Centre', 'Quay Food Bank', 0],
    ['Quay Advice', 'Quay Food', 0],
  ])('is seen by nearly its name in one town: %s, %s', (one, two, count) => {
    expect(
      told([
        { name: one, ...area },
        { name: two, ...area },
      ]),
    ).toHaveLength(count);
    expect(told([{ name: one }, { name: two }])).toEqual([]);
  });

  it('is seen by nearly its name within a kilometre, and no further', () => {
    // A degree of longitude at 51.5° north is 69.3 km.
    expect(told([at(51.5, -0.1), at(51.5, -0.1 + 0.9 / 69.3)])).toHaveLength(1);
    expect(told([at(51.5, -0.1), at(51.5, -0.1 + 1.1 / 69.3)])).toEqual([]);
    expect(told([at(51.5, -0.1), at(51.5 + 0.9 / 111.2, -0.1)])).toHaveLength(1);
    expect(told([at(51.5, -0.1), at(51.5 + 1.1 / 111.2, -0.1)])).toEqual([]);
  });

  it('is seen by a third, also where the second had been seen in its town already', () => {
    const shared = { organization: other.organization, name: 'Harbour Advice' };
    const [first, second] = [at(51.5, -0.1), at(51.52, -0.1)];
    const third = at(51.521, -0.1);
    const inTown = (one: ReturnType<typeof at>, town: string) => ({
      ...one,
      ...shared,
      locations: one.locations.map((place) => ({ ...place, area_name: town })),
    });
    expect(told([inTown(first, 'North'), inTown(second, 'North'), inTown(third, 'South')])).toEqual([
      expect.stringMatching(/^warning 1\.json name .* 0\.json$/),
      expect.stringMatching(/^warning 2\.json name .* 1\.json$/),
    ]);
  });

  it('is not looked for among made-up services', () => {
    const regions = [regionOf([listingOf(phone), listingOf(phone)], { kind: 'sample' })];
    expect(validateRegions({ deployment: demo, regions }, NOW)).toEqual([]);
  });
});

it('a mistake of reading keeps its reason and its remedy apart', () => {
  expect(problemOf({ file: 'a', field: 'b', reason: 'is missing: add it' })).toEqual({
    file: 'a',
    field: 'b',
    severity: 'error',
    reason: 'is missing',
    remedy: 'Add it.',
  });
  expect(problemOf({ file: 'a', field: 'b', reason: 'is not a UUID' }).remedy).toMatch(/DATA\.md/);
});
