import { describe, expect, it } from 'vitest';
import { keepsPlaceRule } from './place-rule.ts';

const PUBLIC = {
  visibility: 'public',
  publish_consent: true,
  consent_evidence: 'A letter of the manager',
  location_type: 'physical',
  address: { address_1: '12 Acacia Road', city: 'London', postal_code: 'ZZ9 9ZZ', country: 'GB' },
};
const HIDDEN = { visibility: 'none', location_type: 'redacted' };
const AREA = { visibility: 'area-only', location_type: 'physical', area_name: 'London' };
const listing = (more: object = {}) => ({
  id: '3f2b8c1e-0000-4000-8000-000000000001',
  name: 'Open Door',
  text_language: 'en',
  description: 'A warm room.',
  status: 'active',
  organization: { id: '3f2b8c1e-0000-4000-8000-000000000002', name: 'Open Door' },
  country: 'GB',
  needs: ['help.advocate'],
  channels: [{ type: 'phone', value: '+442079460123' }],
  locations: [HIDDEN],
  verification: { state: 'confirmed', checked_on: '2026-10-01' },
  ...more,
});

describe('a listing that comes to a device', () => {
  it.each([
    ['hidden', {}],
    ['of an area alone', { locations: [AREA] }],
    ['public, with its address', { locations: [PUBLIC] }],
    ['public, with a field that this version does not know', { locations: [PUBLIC], opened_in: 1990 }],
  ])('SV-10 may be kept: %s', (_, more) => expect(keepsPlaceRule(listing(more))).toBe(true));

  it.each([
    ['a street', { locations: [{ ...HIDDEN, address: { address_1: '12 Acacia Road' } }] }],
    ['a unit', { locations: [{ ...AREA, unit: '4b' }] }],
    ['a postcode', { locations: [{ ...AREA, area_name: 'ZZ9 9ZZ' }] }],
    ['coordinates', { locations: [{ ...HIDDEN, latitude: 51.5, longitude: -0.1 }] }],
    ['a rounded coordinate', { locations: [{ ...AREA, latitude: 51 }] }],
    ['a map link', { description: 'See https://maps.example/@51.50735,-0.12776,17z' }],
    ['a photo of the place', { locations: [{ ...HIDDEN, photo: 'https://pictures.example/door.jpg' }] }],
    ['a photo beside it', { photos: ['https://pictures.example/door.jpg'] }],
    ['a street in words', { notes: ['Ring at 12 Acacia Road.'] }],
    ['a hidden place beside a public one', { locations: [PUBLIC, { ...HIDDEN, name: 'Acacia House' }] }],
    ['a refuge that tells its area', { needs: ['home.refuge'], locations: [AREA] }],
  ])('SV-10 may not be kept where its place is not public: %s', (_, more) =>
    expect(keepsPlaceRule(listing(more))).toBe(false),
  );

  it.each([null, 'text', [], {}, { needs: [], locations: 'here' }, { needs: [], locations: [null] }])(
    'SV-10 what cannot be read as a listing may not either: %j',
    (input) => expect(keepsPlaceRule(input)).toBe(false),
  );
});
