import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListing } from '../../tests/fixtures/arbitrary-listing.ts';
import { parseListing } from './schema.ts';
import { NEEDS } from './taxonomy.ts';

// All made up; numbers are from the ranges reserved for fiction.
const whole = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Harbour House',
  text_language: 'en',
  description: 'A made-up service.',
  status: 'active',
  organization: { id: '00000000-0000-4000-8000-00000000000a', name: 'Quay Trust' },
  country: 'GB',
  needs: ['live.basics'],
  channels: [{ type: 'phone', value: '+442079460123' }],
  verification: { state: 'confirmed', checked_on: '2026-11-20' },
};
const evidence = [{ type: 'provider-call', checked_on: '2026-11-01' }];
const yes = { value: 'yes', evidence };
const no = { value: 'no', evidence };
const publicPlace = {
  visibility: 'public',
  publish_consent: true,
  consent_evidence: 'On its own website',
  location_type: 'physical',
  area_name: 'Sampleford',
};
const area = { visibility: 'area-only', location_type: 'redacted', area_name: 'Sampleford' };
const schedule = { freq: 'WEEKLY', byday: 'MO,TU', opens_at: '09:00', closes_at: '17:00' };
const hours = (more: object) => ({ hours: { timezone: 'Europe/London', ...more } });
const channel = (more: object) => ({ channels: [{ type: 'phone', value: '+442079460123', ...more }] });
const status = (immigration_eligibility: object) => ({ immigration_eligibility });
const place = (...locations: object[]) => ({ locations });

const problemsOf = (changes: object) => {
  const listing = parseListing({ ...whole, ...changes });
  return listing.ok ? [] : listing.problem.map(({ field, reason }) => `${field} ${reason}`);
};

type Rule = readonly [what: string, changes: object, field: string];

function refuses(rules: readonly Rule[]): void {
  it.each(rules)('%s', (_, changes, field) => {
    expect(problemsOf(changes)).toEqual(expect.arrayContaining([expect.stringContaining(field)]));
  });
}

describe('a listing that says as little as it may', () => {
  it('is read, and says of everything else that it is not known', () => {
    expect(problemsOf({})).toEqual([]);
    expect(parseListing(whole)).toMatchObject({
      value: {
        immigration_eligibility: { value: 'unknown' },
        status_check: { value: 'unknown' },
        shares_with_immigration_authorities: { value: 'unknown' },
        id_required: { value: 'unknown' },
        police_report_required: { value: 'unknown' },
        referral_required: { value: 'unknown' },
        parental_consent_required: { value: 'unknown' },
        mandatory_reporting: { value: 'unknown' },
        cost: { value: 'unknown' },
        channels: [{ cost: 'unknown', on_phone_bill: 'unknown' }],
        groups_served: [],
        locations: [],
        sample: false,
      },
    });
  });

  it.each(Object.keys(whole))('is refused without %s', (field) => {
    expect(problemsOf({ [field]: undefined })).toEqual([expect.stringContaining(field)]);
  });

  it('is kept in one spelling of its letters (CT-5)', () => {
    const listing = parseListing({ ...whole, name: 'Cafe\u0301 Zoe\u0308' });
    expect(listing).toMatchObject({ value: { name: 'Café Zoë' } });
  });

  it('reports every problem at once, each with its place', () => {
    expect(
      problemsOf({ name: '', needs: [], channels: [{ type: 'phone', value: '999' }] }).map(
        (one) => one.split(' ')[0],
      ),
    ).toEqual(['name', 'needs', 'channels.0.value']);
  });
});

describe('a listing is refused that (CT-6)', () => {
  refuses([
    ['has a field that nobody knows', { imigration_eligibility: yes }, 'imigration_eligibility'],
    ['has such a field inside', { organization: { ...whole.organization, phone: 'x' } }, 'organization'],
    ['names a need that is not in the taxonomy', { needs: ['safe.unknown'] }, 'needs.0'],
    ['names a need that is part of every object', { needs: ['constructor'] }, 'needs.0'],
    ['names no need', { needs: [] }, 'needs'],
    ['names a situation that is not', { situations: ['other'] }, 'situations.0'],
    ['serves a group that is not', { groups_served: ['people'] }, 'groups_served.0'],
    ['leaves out a group that is not', { groups_excluded: ['people'] }, 'groups_excluded.0'],
    ['has a feature that is not', { features: ['parking'] }, 'features.0'],
    ['has a status that is not', { status: 'open' }, 'status'],
    ['has an id that is none', { id: 'harbour-house' }, 'id'],
    ['has an id in capitals', { id: '00000000-0000-4000-8000-00000000000A' }, 'id'],
    ['has a country in words', { country: 'Kenya' }, 'country'],
    ['has a language that is none', { text_language: 'English' }, 'text_language'],
    ['has a translation into no language', { translations: { English: { name: 'x' } } }, 'translations'],
    ['is for people of half a year', { minimum_age: 17.5 }, 'minimum_age'],
    ['is for people below nought', { minimum_age: -1 }, 'minimum_age'],
    ['is for people of any age in words', { maximum_age: '17' }, 'maximum_age'],
    [
      'speaks a language in a way that is not',
      { languages: [{ code: 'es', mode: 'website' }] },
      'languages.0.mode',
    ],
    ['costs what is not', { cost: { value: 'gratis' } }, 'cost.value'],
    ['is on the first screen in fourth place', { first_screen: 4 }, 'first_screen'],
    ['has an alert for ever', { alert: { text: 'Closed', from: '2026-11-01' } }, 'alert.until'],
    [
      'has places free for more than 72 hours',
      { availability: { value: 'space', as_of: '2026-11-20T09:00:00.000Z', valid_hours: 73 } },
      'availability.valid_hours',
    ],
    [
      'has places free as of a day',
      { availability: { value: 'space', as_of: '2026-11-20', valid_hours: 24 } },
      'availability.as_of',
    ],
    [
      'is verified in a way that is not',
      { verification: { state: 'ok', checked_on: null } },
      'verification.state',
    ],
    [
      'does not say whether anyone checked it',
      { verification: { state: 'confirmed' } },
      'verification.checked_on',
    ],
  ]);

  it('gives nothing to other objects, whatever it is called', () => {
    problemsOf(JSON.parse('{"__proto__":{"polluted":true},"translations":{"__proto__":{"name":"x"}}}'));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('text is refused that (CT-5)', () => {
  refuses([
    ['is nothing', { name: '' }, 'name'],
    ['is too long', { name: 'x'.repeat(201) }, 'name'],
    ['is too long to read', { description: 'x'.repeat(1001) }, 'description'],
    ['turns what follows', { name: 'House \u202egnp' }, 'name has characters'],
    ['hides', { description: 'a\u200bb' }, 'description has characters'],
    ['rings a bell', { organization: { ...whole.organization, name: 'a\u0007b' } }, 'organization.name'],
    ['is a tower', { eligibility_description: `Z${'\u0335'.repeat(9)}` }, 'eligibility_description'],
    ['hides in a translation', { translations: { es: { name: 'a\u202eb' } } }, 'translations.es.name'],
    ['hides in a note of a channel', channel({ note: '\ufeff' }), 'channels.0.note'],
    [
      'hides in the words of a condition',
      status({ ...no, conditions: '\u2066x' }),
      'immigration_eligibility.conditions',
    ],
  ]);
});

describe('a day is refused that', () => {
  refuses([
    [
      'does not exist',
      { verification: { state: 'confirmed', checked_on: '2026-02-30' } },
      'verification.checked_on is not a day',
    ],
    [
      'is in words',
      { verification: { state: 'confirmed', checked_on: 'last week' } },
      'verification.checked_on',
    ],
    [
      'is the other way round',
      { verification: { state: 'web-checked', checked_on: null, read_on: '20/11/2026' } },
      'verification.read_on',
    ],
    [
      'has a time',
      status({ ...yes, valid_until: '2026-11-20T00:00Z' }),
      'immigration_eligibility.valid_until',
    ],
    [
      'ends an alert nowhere',
      { alert: { text: 'x', from: '2026-11-01', until: '2026-11-31' } },
      'alert.until',
    ],
    [
      'closes a holiday in a month of its own',
      hours({ exceptions: [{ valid_from: '2026-13-01', valid_to: '2026-13-02' }] }),
      'hours.exceptions.0.valid_from',
    ],
    [
      'dates evidence without a year',
      status({ value: 'yes', evidence: [{ type: 'law', checked_on: '11-20' }] }),
      'immigration_eligibility.evidence.0.checked_on',
    ],
  ]);
});

describe('a yes or a no is refused that (ST-12)', () => {
  const undated = [{ type: 'provider-web', checked_on: null }];
  refuses([
    [
      'nobody can point to',
      status({ value: 'yes' }),
      'immigration_eligibility is yes or no without evidence',
    ],
    [
      'has an empty list of evidence',
      status({ value: 'no', evidence: [] }),
      'immigration_eligibility is yes or no without',
    ],
    [
      'has evidence without a day',
      status({ value: 'yes', evidence: undated }),
      'immigration_eligibility is yes or no without',
    ],
    [
      'says a check of papers without evidence',
      { status_check: { value: 'no' } },
      'status_check is yes or no without',
    ],
    [
      'says whom they tell without evidence',
      { shares_with_immigration_authorities: { value: 'no' } },
      'shares_with_immigration_authorities is yes',
    ],
    ['is neither', status({ value: 'sometimes' }), 'immigration_eligibility.value'],
    ['is true', status({ value: true, evidence }), 'immigration_eligibility.value'],
    [
      'has a condition and is called yes',
      status({ ...yes, conditions: 'Only with a visa' }),
      'immigration_eligibility is yes but names a condition',
    ],
    [
      'leaves out a status and is called yes',
      status({ ...yes, excluded_statuses: ['undocumented'] }),
      'immigration_eligibility is yes but names a condition',
    ],
    [
      'takes some statuses and is called yes',
      status({ ...yes, accepted_statuses: ['refugee', 'visa'] }),
      'immigration_eligibility is yes but names the statuses',
    ],
    [
      'has a status that is not',
      status({ ...no, accepted_statuses: ['tourist'] }),
      'immigration_eligibility.accepted_statuses.0',
    ],
    [
      'has evidence of another kind',
      status({ value: 'yes', evidence: [{ type: 'hearsay', checked_on: '2026-11-01' }] }),
      'immigration_eligibility.evidence.0.type',
    ],
    [
      'quotes at length',
      status({ value: 'yes', evidence: [{ ...evidence[0], quote: 'x'.repeat(301) }] }),
      'immigration_eligibility.evidence.0.quote',
    ],
    ['has a barrier that is neither', { id_required: { value: 'maybe' } }, 'id_required.value'],
    [
      'is referred by someone else',
      { referral_required: { value: 'yes', by: 'doctor' } },
      'referral_required.by',
    ],
  ]);

  it.each<[string, object]>([
    ['a yes that was checked', status(yes)],
    [
      'a yes that was read',
      status({ value: 'yes', evidence: [{ type: 'provider-web', checked_on: null, read_on: '2026-11-01' }] }),
    ],
    ['a yes for any status', status({ ...yes, accepted_statuses: ['any'] })],
    [
      'a no with its conditions',
      status({ ...no, conditions: 'Only with a visa', accepted_statuses: ['visa'] }),
    ],
    ['an unknown that needs no evidence', status({ value: 'unknown', says: 'We welcome refugees.' })],
  ])('but not %s', (_, changes) => {
    expect(problemsOf(changes)).toEqual([]);
  });
});

describe('a place is refused that (SV-10, invariant 3)', () => {
  refuses([
    [
      'is public without consent',
      place({ ...publicPlace, publish_consent: undefined }),
      'locations.0.publish_consent',
    ],
    [
      'is public though consent was refused',
      place({ ...publicPlace, publish_consent: false }),
      'locations.0.publish_consent',
    ],
    [
      'is public and nobody can say who consented',
      place({ ...publicPlace, consent_evidence: undefined }),
      'locations.0.consent_evidence',
    ],
    ['is public without a word of where', place({ ...publicPlace, area_name: undefined }), 'locations.0'],
    [
      'is public and redacted',
      place({ ...publicPlace, location_type: 'redacted' }),
      'locations.0.location_type',
    ],
    ['does not say whether it is public', place({ area_name: 'Sampleford' }), 'locations.0.visibility'],
    ['is shown in another way', place({ ...area, visibility: 'blurred' }), 'locations.0.visibility'],
    [
      'is private and names no area',
      place({ visibility: 'area-only', location_type: 'redacted' }),
      'locations.0.area_name',
    ],
    ['is beyond the pole', place({ ...publicPlace, latitude: 91, longitude: 0 }), 'locations.0.latitude'],
    [
      'is beyond the line of dates',
      place({ ...publicPlace, latitude: 0, longitude: -181 }),
      'locations.0.longitude',
    ],
    ['is nowhere', place({ ...publicPlace, latitude: Number.NaN, longitude: 0 }), 'locations.0.latitude'],
    ['is exact to the yard', place({ ...publicPlace, precision: 'yard' }), 'locations.0.precision'],
  ]);

  const telling: Record<string, unknown> = {
    address: { address_1: '1 Sample Street', city: 'Sampleford', country: 'GB' },
    address_1: '1 Sample Street',
    postal_code: 'ZZ1 1ZZ',
    latitude: 51.5,
    longitude: 0.1,
    precision: 'town',
    name: 'The blue door',
    transportation: 'Bus 7 to the bridge',
    map_url: 'https://example.org/map',
    publish_consent: true,
  };
  it.each(Object.keys(telling))('is private and has %s', (field) => {
    for (const hidden of [area, { visibility: 'none', location_type: 'redacted' }])
      expect(problemsOf(place({ ...hidden, [field]: telling[field] }))).toEqual([
        expect.stringContaining('locations.0'),
      ]);
  });

  it('has no area where it is shown nowhere at all', () => {
    const nowhere = { visibility: 'none', location_type: 'redacted' };
    expect(problemsOf(place({ ...nowhere, area_name: 'Sampleford' }))).toHaveLength(1);
    expect(problemsOf(place(nowhere, area, { ...publicPlace, latitude: 51.5, longitude: 0.1 }))).toEqual([]);
  });

  it('never says in a problem what the place is', () => {
    const told = problemsOf(place({ ...area, address: telling.address, latitude: 51.5123 })).join('\n');
    expect(told).not.toMatch(/Sample Street|51\.5/);
  });
});

describe('a channel is refused that (CT-2, CT-3, CT-4)', () => {
  refuses([
    ['runs a command', channel({ value: '*#06#' }), 'channels.0.value'],
    ['costs dearly', channel({ value: '+19005550100' }), 'channels.0.value'],
    ['has no country', channel({ value: '02079460123' }), 'channels.0.value'],
    ['is words', channel({ value: 'TO BE VERIFIED' }), 'channels.0.value'],
    ['is a short code without its country', channel({ value: { code: '116' } }), 'channels.0.value'],
    [
      'is a short code that runs a command',
      channel({ type: 'sms', value: { code: '*31#', country: 'KE' } }),
      'channels.0.value',
    ],
    [
      'is a short code with more',
      channel({ value: { code: '116', country: 'KE', ext: '1' } }),
      'channels.0.value',
    ],
    ['writes to a number that is none', channel({ type: 'whatsapp', value: '0700' }), 'channels.0.value'],
    ['relays to a number that is none', channel({ type: 'relay', value: '18001 0207' }), 'channels.0.value'],
    ['is a page without https', channel({ type: 'web', value: 'http://example.org' }), 'channels.0.value'],
    ['is a script', channel({ type: 'chat', value: 'javascript:alert(1)' }), 'channels.0.value'],
    ['is a mail with a copy', channel({ type: 'email', value: 'a@example.org?cc=x' }), 'channels.0.value'],
    ['is of a kind that nobody knows', channel({ type: 'fax' }), 'channels.0.type'],
    ['has a keyword where none can be sent', channel({ keyword: 'HELP' }), 'channels.0'],
    ['costs what is not', channel({ cost: 'cheap' }), 'channels.0.cost'],
    ['speaks no language', channel({ languages: ['English'] }), 'channels.0.languages.0'],
    [
      'is a home page without https',
      { organization: { ...whole.organization, website: 'example.org' } },
      'organization.website',
    ],
  ]);

  it.each<[string, object]>([
    ['a short code with its country', channel({ value: { code: '116', country: 'KE' } })],
    [
      'a text line with its keyword',
      channel({ type: 'sms', value: { code: '85258', country: 'GB' }, keyword: 'HELP' }),
    ],
    ['a dial code, which is shown as text', channel({ type: 'ussd', value: '*123#' })],
    ['an address that is open', channel({ type: 'in-person', value: 'Come to the front desk' })],
  ])('but not %s', (_, changes) => {
    expect(problemsOf(changes)).toEqual([]);
  });
});

describe('opening hours are refused that (S7)', () => {
  refuses([
    ['have no zone', { hours: {} }, 'hours.timezone'],
    ['have a zone that is a path', { hours: { timezone: '../etc/passwd' } }, 'hours.timezone'],
    ['open at 25', hours({ schedules: [{ ...schedule, opens_at: '25:00' }] }), 'hours.schedules.0.opens_at'],
    ['open at 9', hours({ schedules: [{ ...schedule, opens_at: '9:00' }] }), 'hours.schedules.0.opens_at'],
    [
      'close at 24',
      hours({ schedules: [{ ...schedule, closes_at: '24:00' }] }),
      'hours.schedules.0.closes_at',
    ],
    [
      'do not say when they close',
      hours({ schedules: [{ ...schedule, closes_at: undefined }] }),
      'hours.schedules.0.closes_at',
    ],
    [
      'are on days in words',
      hours({ schedules: [{ ...schedule, byday: 'Monday' }] }),
      'hours.schedules.0.byday',
    ],
    [
      'are on a sixth Monday',
      hours({ schedules: [{ ...schedule, freq: 'MONTHLY', byday: '6MO' }] }),
      'hours.schedules.0.byday',
    ],
    ['are daily', hours({ schedules: [{ ...schedule, freq: 'DAILY' }] }), 'hours.schedules.0.freq'],
    [
      'are weekly on a second Tuesday',
      hours({ schedules: [{ ...schedule, byday: '2TU' }] }),
      'hours.schedules.0 has days that do not fit',
    ],
    [
      'are monthly on every Tuesday',
      hours({ schedules: [{ ...schedule, freq: 'MONTHLY', byday: 'TU' }] }),
      'hours.schedules.0 has days that do not fit',
    ],
    [
      'are monthly on some of both',
      hours({ schedules: [{ ...schedule, freq: 'MONTHLY', byday: '2TU,WE' }] }),
      'hours.schedules.0 has days that do not fit',
    ],
    [
      'end before they begin',
      hours({ schedules: [{ ...schedule, valid_from: '2026-12-01', valid_to: '2026-11-01' }] }),
      'hours.schedules.0 ends before',
    ],
    [
      'have a holiday that ends before it begins',
      hours({ exceptions: [{ valid_from: '2026-12-26', valid_to: '2026-12-25' }] }),
      'hours.exceptions.0 ends before',
    ],
    [
      'have a holiday with half a time',
      hours({ exceptions: [{ valid_from: '2026-12-25', valid_to: '2026-12-25', opens_at: '10:00' }] }),
      'hours.exceptions.0 has only one',
    ],
    [
      'have a holiday that never ends',
      hours({ exceptions: [{ valid_from: '2026-12-25' }] }),
      'hours.exceptions.0.valid_to',
    ],
  ]);
});

describe('parseListing, for anything at all (CT-6)', () => {
  it('gives problems and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withMap: true }), (input) => {
        expect(parseListing(input).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('reads what it has read as the same again', () => {
    fc.assert(
      fc.property(arbitraryListing, (listing) => {
        expect(parseListing(JSON.parse(JSON.stringify(listing)))).toEqual({
          ok: true,
          value: JSON.parse(JSON.stringify(listing)),
        });
      }),
    );
  });

  it('takes every need', () => {
    expect(problemsOf({ needs: [...NEEDS] })).toEqual([]);
  });
});
