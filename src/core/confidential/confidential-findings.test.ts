import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListing } from '../../../tests/fixtures/arbitrary-listing.ts';
import { listingOf } from '../../../tests/fixtures/listing-of.ts';
import { type Listing, parseListing } from '../schema.ts';
import { populationsOf } from './areas.ts';
import { confidentialFindings, residueFindings } from './confidential-findings.ts';
import { publicContacts } from './shared-contacts.ts';

const POPULATIONS = populationsOf(
  [
    { name: 'Great Sample', population: 62_000, aliases: ['Muestra Grande'] },
    { name: 'Little Sample', population: 49_999, aliases: [] },
    { name: 'Twin', population: 900, aliases: [] },
    { name: 'Twin', population: 90_000, aliases: [] },
  ],
  ['Sampleshire'],
);
const NONE = { visibility: 'none', location_type: 'redacted' };
const OFFICE = {
  visibility: 'public',
  publish_consent: true,
  consent_evidence: 'On its own website.',
  location_type: 'physical',
  address: { address_1: '12 Example Road', city: 'Great Sample', postal_code: 'E1 6AN', country: 'GB' },
};
const area = (area_name: string) => ({ visibility: 'area-only', location_type: 'redacted', area_name });

const findings = (listing: Listing, others: readonly Listing[] = []) =>
  confidentialFindings(listing, {
    populations: POPULATIONS,
    contacts: publicContacts([listing, ...others]),
  });
const told = (listing: Listing, others?: readonly Listing[]) =>
  findings(listing, others).map(({ severity, rule, field }) => `${severity} ${rule} ${field}`);

// One secret a kind; each field of a listing that takes words must not hold any of them.
const SECRETS = {
  street: '12 Example Road',
  postcode: 'E1 6AN',
  coordinates: '51.5, -0.12',
  'map-code': '9C3XGV4C+XV',
} as const;
const FIELDS: Readonly<Record<string, (secret: string) => Record<string, unknown>>> = {
  name: (secret) => ({ name: secret }),
  alternate_name: (secret) => ({ alternate_name: secret }),
  description: (secret) => ({ description: `Come to ${secret} at night.` }),
  'organization.name': (secret) => ({
    organization: { id: '00000000-0000-4000-8000-00000000000a', name: secret },
  }),
  'notes.1': (secret) => ({ notes: ['A note.', secret] }),
  eligibility_description: (secret) => ({ eligibility_description: secret }),
  application_process: (secret) => ({ application_process: secret }),
  'required_documents.0': (secret) => ({ required_documents: [secret] }),
  'cost.note': (secret) => ({ cost: { value: 'free', note: secret } }),
  'hours.source_text': (secret) => ({ hours: { timezone: 'Europe/London', source_text: secret } }),
  'hours.schedules.0.description': (secret) => ({
    hours: {
      timezone: 'Europe/London',
      schedules: [
        { freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '17:00', description: secret },
      ],
    },
  }),
  'hours.exceptions.0.description': (secret) => ({
    hours: {
      timezone: 'Europe/London',
      exceptions: [{ valid_from: '2026-12-25', valid_to: '2026-12-25', description: secret }],
    },
  }),
  'channels.0.value': (secret) => ({ channels: [{ type: 'in-person', value: secret }] }),
  'channels.0.note': (secret) => ({ channels: [{ type: 'phone', value: '+442079460123', note: secret }] }),
  'channels.0.label': (secret) => ({ channels: [{ type: 'phone', value: '+442079460123', label: secret }] }),
  'languages.0.note': (secret) => ({ languages: [{ code: 'en', mode: 'staff', note: secret }] }),
  'translations.es.name': (secret) => ({ translations: { es: { name: secret } } }),
  'translations.es.description': (secret) => ({ translations: { es: { description: secret } } }),
  'alert.text': (secret) => ({ alert: { text: secret, from: '2026-11-20', until: '2026-12-20' } }),
  'immigration_eligibility.conditions': (secret) => ({
    immigration_eligibility: { value: 'unknown', conditions: secret },
  }),
  'immigration_eligibility.says': (secret) => ({
    immigration_eligibility: { value: 'unknown', says: secret },
  }),
  'status_check.evidence.0.quote': (secret) => ({
    status_check: {
      value: 'no',
      evidence: [{ type: 'provider-call', checked_on: '2026-11-20', quote: secret }],
    },
  }),
  'status_check.evidence.0.url': (secret) => ({
    status_check: { value: 'unknown', evidence: [{ type: 'law', checked_on: null, url: secret }] },
  }),
  'id_required.note': (secret) => ({ id_required: { value: 'no', note: secret } }),
  'referral_required.note': (secret) => ({ referral_required: { value: 'no', note: secret } }),
  confidentiality_note: (secret) => ({ confidentiality_note: secret }),
  'service_areas.0': (secret) => ({ service_areas: [secret] }),
  'locations.0.area_name': (secret) => ({ locations: [area(secret)] }),
  'on_contact.who_answers': (secret) => ({
    on_contact: { who_answers: secret, anonymous: 'yes', can_hang_up: 'yes' },
  }),
  'verification.source_name': (secret) => ({
    verification: { state: 'confirmed', checked_on: '2026-11-20', source_name: secret },
  }),
  'verification.disputes.0.note': (secret) => ({
    verification: { state: 'disputed', checked_on: null, disputes: [{ field: 'name', note: secret }] },
  }),
  'sources.0.url': (secret) => ({
    sources: [{ url: `https://example.org/?q=${encodeURIComponent(secret)}` }],
  }),
};

describe('the words of a listing with a hidden place', () => {
  it.each(Object.keys(FIELDS))('never hold a street, postcode, coordinate or map code: %s', (field) => {
    for (const [kind, secret] of Object.entries(SECRETS)) {
      const listing = listingOf({ locations: [NONE], ...FIELDS[field]?.(secret) });
      expect(told(listing), secret).toContain(`error ${kind} ${field}`);
    }
  });

  it('are read whether the place is told by its area, not at all, or by no word', () => {
    const notes = ['12 Example Road'];
    for (const locations of [[NONE], [area('Great Sample')], []])
      expect(told(listingOf({ notes, locations }))).toEqual(['error street notes.0']);
    expect(told(listingOf({ notes, locations: [OFFICE] }))).toEqual([]);
  });

  it('may name the street of its own public office, and no other', () => {
    const both = { locations: [OFFICE, NONE] };
    expect(told(listingOf({ ...both, notes: ['Our office: 12 Example Road, E1 6AN.'] }))).toEqual([]);
    expect(told(listingOf({ ...both, notes: ['Office 12 Example Road, house 3 Secret Lane'] }))).toEqual([
      'error street notes.0',
    ]);
    expect(told(listingOf({ ...both, notes: ['2 Example Road'] }))).toEqual(['error street notes.0']);
  });

  it('may not where it is a refuge', () => {
    const refuge = { needs: ['home.refuge'], locations: [OFFICE], notes: ['12 Example Road'] };
    expect(told(listingOf(refuge))).toEqual([
      'warning refuge-in-public locations.0.visibility',
      'error street notes.0',
    ]);
  });

  it('are found a kind and field at a time', () => {
    const notes = ['12 Example Road, 14 Example Road, E1 6AN'];
    expect(told(listingOf({ notes, locations: [NONE] }))).toEqual([
      'error street notes.0',
      'error postcode notes.0',
    ]);
  });
});

describe('a refuge', () => {
  it('has no area', () => {
    const refuge = { needs: ['home.refuge'], locations: [area('Great Sample')] };
    expect(told(listingOf(refuge))).toEqual(['error refuge-with-area locations.0.visibility']);
  });

  it.each([
    'Lantern Safe House',
    'Example women’s refuge',
    'Casa de acogida Muestra',
    'Frauenhaus Muster',
    'دار الإيواء',
  ])('is one by its name too: %s', (name) => {
    expect(told(listingOf({ name, locations: [area('Great Sample')] }))).toEqual([
      'error safe-house-with-area locations.0.visibility',
    ]);
    expect(told(listingOf({ name, locations: [NONE] }))).toEqual([]);
  });

  it('is not whatever an organisation called Refuge runs, nor who speaks of safe houses', () => {
    const advice = { name: 'Refuge advice line', description: 'After you leave a safe house.' };
    expect(told(listingOf({ ...advice, locations: [area('Great Sample')] }))).toEqual([]);
  });
});

describe('the name of an area', () => {
  it.each([
    ['Great Sample', []],
    ['muestra grande', []],
    ['Sampleshire', []],
    ['Twin', []],
    ['Little Sample', ['error small-area locations.0.area_name']],
    ['Nowhere', ['warning unknown-area locations.0.area_name']],
  ])('%s', (name, expected) => {
    expect(told(listingOf({ locations: [area(name)] }))).toEqual(expected);
  });
});

describe('two listings together', () => {
  const phone = { type: 'phone', value: '+442079460123' };
  const other = { organization: { id: '00000000-0000-4000-8000-00000000000b', name: 'Another' } };

  it('may tell where a hidden place is when they share a number, whoever they are', () => {
    const hidden = listingOf({ channels: [phone], locations: [NONE] });
    const open = listingOf({ ...other, channels: [phone], locations: [OFFICE] });
    expect(told(hidden, [open])).toEqual(['warning shared-contact channels.0.value']);
    expect(findings(hidden, [open])[0]?.otherId).toBe(open.id);
    expect(told(open, [hidden])).toEqual([]);
    expect(told(hidden, [listingOf({ channels: [phone], locations: [NONE] })])).toEqual([]);
  });

  it.each([
    [{ type: 'email', value: 'help@example.org' }],
    [{ type: 'web', value: 'https://example.org/one' }],
  ])('or a mailbox or site of one organisation: %j', (channel) => {
    const hidden = listingOf({ channels: [channel], locations: [NONE] });
    expect(told(hidden, [listingOf({ channels: [channel], locations: [OFFICE] })])).toHaveLength(1);
    expect(told(hidden, [listingOf({ ...other, channels: [channel], locations: [OFFICE] })])).toEqual([]);
  });

  it('do not for a short code, which is a whole country’s', () => {
    const code = { type: 'phone', value: { code: '116', country: 'KE' } };
    const hidden = listingOf({ channels: [code], locations: [NONE] });
    expect(told(hidden, [listingOf({ channels: [code], locations: [OFFICE] })])).toEqual([]);
  });
});

describe('whatever is found', () => {
  const secrets = fc.record({
    number: fc.integer({ min: 1, max: 9999 }),
    street: fc.stringMatching(/^[A-Z][a-z]{6,12}$/),
    field: fc.constantFrom(...Object.keys(FIELDS)),
  });

  it('no finding holds any of it, in a listing of any kind', () => {
    fc.assert(
      fc.property(arbitraryListing, secrets, (base, { number, street, field }) => {
        const made = FIELDS[field]?.(`${number} ${street} Road, E1 6AN`) ?? {};
        // No place at all: the field's own location counts, not the generator's.
        const parsed = parseListing({ ...base, locations: [NONE], ...made });
        if (!parsed.ok) throw new Error('tests: not a listing');
        const report = findings(parsed.value);
        expect(report.map(({ field: where }) => where)).toContain(field);
        expect(JSON.stringify(report)).not.toContain(street);
        expect(JSON.stringify(report)).not.toContain('6AN');
      }),
    );
  });

  it('every word of a hidden listing is read: a text planted anywhere is found', () => {
    fc.assert(
      fc.property(arbitraryListing, fc.nat(), (base, pick) => {
        const listing: Listing = { ...base, needs: ['home.refuge'], locations: [] };
        const places = ['name', 'description', 'alternate_name'] as const;
        const place = places[pick % places.length] ?? 'name';
        const planted = { ...listing, [place]: 'at 12 Example Road' };
        expect(residueFindings(planted).map(({ field }) => field)).toContain(place);
      }),
    );
  });
});
