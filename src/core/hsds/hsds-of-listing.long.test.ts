import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListing } from '../../../tests/fixtures/arbitrary-listing.ts';
import { listingOf } from '../../../tests/fixtures/listing-of.ts';
import { hsdsValidator } from '../../cli/hsds/validator.ts';
import { CORE_SCHEMAS, MERGED_SCHEMAS } from '../../cli/profile/generate.ts';
import { ListingSchema } from '../schema.ts';
import { hsdsOfListing } from './hsds-of-listing.ts';
import { SAME_IN_CORE, SAME_IN_PROFILE } from './names.ts';

const core = hsdsValidator(CORE_SCHEMAS);
const merged = hsdsValidator(MERGED_SCHEMAS);
// The schemas are compiled at the first use, which takes seconds on a busy machine.
const LONG = 60_000;
const serviceOf = (fields: Record<string, unknown>) => hsdsOfListing(listingOf(fields));

const CONSENT = { publish_consent: true, consent_evidence: 'A town hall' };
const HALL = {
  visibility: 'public',
  ...CONSENT,
  location_type: 'physical',
  name: 'Quay Hall',
  address: { address_1: '1 Quay Road', city: 'Bristol', country: 'GB' },
  latitude: 51.5,
  longitude: -2.5,
};

describe('a listing as HSDS', () => {
  it(
    'is valid by the official schemas and by ours, whatever the listing',
    () => {
      fc.assert(
        fc.property(arbitraryListing, (listing) => {
          const service = JSON.parse(JSON.stringify(hsdsOfListing(listing)));
          expect(core('service', service)).toEqual([]);
          expect(merged('service', service)).toEqual([]);
        }),
      );
    },
    LONG,
  );

  it('is the same at every export, ids and all', () => {
    fc.assert(
      fc.property(arbitraryListing, (listing) => {
        expect(hsdsOfListing(structuredClone(listing))).toEqual(hsdsOfListing(listing));
      }),
    );
  });

  it('loses no field: each is written as it is, or by a part of its own', () => {
    const ownPart = [
      'status',
      'organization',
      'required_documents',
      'channels',
      'languages',
      'locations',
      'service_areas',
      'alert',
    ];
    const fields = [...SAME_IN_CORE, ...SAME_IN_PROFILE, ...ownPart].sort();
    expect(fields).toEqual(Object.keys(ListingSchema.entries).sort());
  });

  it('SV-10 a hidden place has no address, point or name anywhere, and stands apart from core places', () => {
    const service = serviceOf({
      locations: [
        { visibility: 'area-only', location_type: 'physical', area_name: 'Bristol' },
        { visibility: 'none', location_type: 'redacted' },
      ],
    });
    expect(service.service_at_locations).toBeUndefined();
    expect(service.hidden_locations).toEqual([
      { id: expect.any(String), location_type: 'physical', visibility: 'area-only', area_name: 'Bristol' },
      { id: expect.any(String), location_type: 'redacted', visibility: 'none' },
    ]);
  });

  it('SV-10 fields that a hidden place must not have are not copied, even where they were put past the schema', () => {
    const listing = listingOf({ locations: [{ visibility: 'none', location_type: 'redacted' }] });
    const secrets = { area_name: 'canary-1', address: { address_1: 'canary-2' }, latitude: 51.987_654 };
    const leaky = { ...listing, locations: [{ ...listing.locations[0], ...secrets }] } as typeof listing;
    expect(JSON.stringify(hsdsOfListing(leaky))).not.toMatch(/canary|987654/);
  });

  it('a public place has its address and point; a county that nobody gave is empty, not guessed', () => {
    expect(serviceOf({ locations: [HALL] }).service_at_locations).toMatchObject([
      {
        location: {
          name: 'Quay Hall',
          latitude: 51.5,
          precision: 'exact',
          addresses: [{ address_1: '1 Quay Road', state_province: '', postal_code: '' }],
        },
      },
    ]);
  });

  it('says in words that a point is the town’s', () => {
    const [at] = serviceOf({ locations: [{ ...HALL, precision: 'town' }] }).service_at_locations as [
      { location: { description: string } },
    ];
    expect(at.location.description).toContain('not the door');
  });

  it('is never active once it was found closed', () => {
    const closed = { state: 'closed', checked_on: '2026-11-20' };
    expect(serviceOf({ verification: closed }).status).toBe('inactive');
    expect(serviceOf({ verification: closed, status: 'defunct' }).status).toBe('defunct');
    expect(serviceOf({}).status).toBe('active');
  });

  it('CT-3 phones are numbers to dial or text; WhatsApp and codes that a phone would run are no phones', () => {
    const service = serviceOf({
      channels: [
        { type: 'phone', value: '+442079460123', label: 'Day line', languages: ['en', '*'] },
        { type: 'phone', value: { code: '116', country: 'KE' } },
        { type: 'sms', value: '+442079460124', keyword: 'HELP' },
        { type: 'whatsapp', value: '+442079460125' },
        { type: 'ussd', value: '*123#' },
      ],
    });
    expect(service.phones).toMatchObject([
      { number: '+442079460123', type: 'voice', description: 'Day line', languages: [{ code: 'en' }] },
      { number: '116', type: 'voice', description: 'Works only inside KE', only_in_country: 'KE' },
      { number: '+442079460124', type: 'text', description: 'Text the word HELP' },
    ]);
    expect((service.channels as object[]).length).toBe(5);
  });

  it('the first page and mail are its own, further pages and chats are additional', () => {
    const service = serviceOf({
      channels: [
        { type: 'chat', value: 'https://example.org/chat' },
        { type: 'web', value: 'https://example.org/' },
        { type: 'web', value: 'https://example.org/young' },
        { type: 'email', value: 'help@example.org' },
      ],
    });
    expect(service).toMatchObject({ url: 'https://example.org/', email: 'help@example.org' });
    expect(service.additional_urls).toMatchObject([
      { url: 'https://example.org/young' },
      { url: 'https://example.org/chat', label: 'Chat' },
    ]);
  });

  it('a language that is only written, or needs an interpreter, is never read as spoken', () => {
    const service = serviceOf({
      languages: [
        { code: 'en', mode: 'staff' },
        { code: 'fr', mode: 'limited' },
        { code: 'es', mode: 'written', note: 'website' },
        { code: '*', mode: 'interpreter' },
      ],
    });
    expect(service.languages).toMatchObject([{ code: 'en' }, { code: 'fr', note: 'A little' }]);
    expect(service.indirect_languages).toMatchObject([{ code: 'es', mode: 'written' }, { code: '*' }]);
    expect(service.interpretation_services).toBe('Through an interpreter: any language');
  });

  it('hours are local times without an offset; days that differ say closed in words', () => {
    const { schedules, hours } = serviceOf({
      hours: {
        timezone: 'Africa/Nairobi',
        schedules: [{ freq: 'WEEKLY', byday: 'FR', opens_at: '22:00', closes_at: '02:00' }],
        exceptions: [{ valid_from: '2026-12-25', valid_to: '2026-12-26' }],
        source_text: 'Friday nights',
      },
    });
    expect(schedules).toMatchObject([
      { byday: 'FR', opens_at: '22:00', closes_at: '02:00', notes: 'Closes on the next day.' },
      { valid_from: '2026-12-25', description: 'Closed' },
      { description: 'Friday nights' },
    ]);
    expect(JSON.stringify(schedules)).not.toContain('timezone');
    expect(hours).toMatchObject({ timezone: 'Africa/Nairobi' });
  });

  it('open day and night is every day from 00:00 to 23:59', () => {
    const { schedules } = serviceOf({ hours: { timezone: 'Europe/London', always_open: true } });
    expect(schedules).toMatchObject([
      { byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '00:00', closes_at: '23:59' },
    ]);
  });

  it('whom it turns away is no attribute, where it would read as whom it serves', () => {
    const service = serviceOf({ groups_served: ['women'], groups_excluded: ['under-18'] });
    expect(JSON.stringify(service.attributes)).toContain('"women"');
    expect(JSON.stringify(service.attributes)).not.toContain('under-18');
    expect(service.groups_excluded).toEqual(['under-18']);
  });

  it('unknown stays unknown, and an unknown cost is no cost', () => {
    const service = serviceOf({});
    expect(service.immigration_eligibility).toEqual({ value: 'unknown' });
    expect(service.cost_options).toBeUndefined();
    expect(serviceOf({ cost: { value: 'free' } }).cost_options).toMatchObject([{ option: 'free' }]);
  });

  it('an alert has its days in its words', () => {
    const service = serviceOf({ alert: { text: 'Moved', from: '2026-11-01', until: '2026-12-01' } });
    expect(service.alert).toBe('Moved (2026-11-01 to 2026-12-01)');
  });

  it('only a check with the service is an assured date', () => {
    const read = { state: 'web-checked', checked_on: null, read_on: '2026-11-21' };
    expect(serviceOf({ verification: read }).assured_date).toBeUndefined();
    expect(serviceOf({}).assured_date).toBe('2026-11-20');
  });
});
