import { describe, expect, test } from 'vitest';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { openListings } from '../../tests/fixtures/open-listings.ts';
import { EMPTY_QUERY, type Query } from './query.ts';
import { search } from './search.ts';

const MOMENT = { instant: Date.parse('2026-11-21T12:00Z'), limit: 50 };
const matches = (fields: Record<string, unknown>, query: Partial<Query>) =>
  search(openListings([listingOf(fields)]), { ...EMPTY_QUERY, ...query }, MOMENT).all.total === 1;

const spoken = (code: string, mode = 'staff') => ({ languages: [{ code, mode }] });
const place = {
  visibility: 'public',
  publish_consent: true,
  consent_evidence: 'On its website',
  name: 'Its office',
  location_type: 'physical',
};
const near = (areaName: string, withinKm: number | null) => ({
  near: { point: { latitude: 51.5, longitude: 0 }, areaName, withinKm },
});
const tenKmNorth = { locations: [{ ...place, latitude: 51.58, longitude: 0 }] };

describe('a service', () => {
  test.each<[string, Record<string, unknown>, Partial<Query>, boolean]>([
    ['for everyone is for women', { groups_served: ['everyone'] }, { groups: ['women'] }, true],
    [
      'for everyone says nothing of papers',
      { groups_served: ['everyone'] },
      { groups: ['undocumented'] },
      false,
    ],
    ['that does not say whom it is for is not guessed', {}, { groups: ['men'] }, false],
    [
      'for everyone but men is not for men',
      { groups_served: ['everyone'], groups_excluded: ['men'] },
      { groups: ['men'] },
      false,
    ],
    [
      'for one of two chosen groups is for both',
      { groups_served: ['women'] },
      { groups: ['women', 'disabled'] },
      true,
    ],
    [
      'that leaves out one of two chosen groups is left out, though it serves the other',
      { groups_served: ['women'], groups_excluded: ['trans'] },
      { groups: ['women', 'trans'] },
      false,
    ],
    [
      'for everyone but one of two chosen groups is left out',
      { groups_served: ['everyone'], groups_excluded: ['sex-workers'] },
      { groups: ['sex-workers', 'deaf'] },
      false,
    ],
    [
      'that leaves out a group nobody chose stays',
      { groups_served: ['women'], groups_excluded: ['men'] },
      { groups: ['women'] },
      true,
    ],
    [
      'that leaves out a group stays where no group is chosen',
      { groups_served: ['women'], groups_excluded: ['trans'] },
      {},
      true,
    ],
    [
      'from 18 years on is not for who is under 18',
      { groups_served: ['everyone'], minimum_age: 18 },
      { groups: ['under-18'] },
      false,
    ],
    [
      'from 21 years on is not for her, though it serves women',
      { groups_served: ['women'], minimum_age: 21 },
      { groups: ['women', 'under-18'] },
      false,
    ],
    [
      'that says it serves under-18s and starts at 18 is not promised to them',
      { groups_served: ['under-18'], minimum_age: 18 },
      { groups: ['under-18'] },
      false,
    ],
    [
      'from 17 years on may be for who is under 18',
      { groups_served: ['everyone'], minimum_age: 17 },
      { groups: ['under-18'] },
      true,
    ],
    [
      'from 18 years on is for everyone else',
      { groups_served: ['everyone'], minimum_age: 18 },
      { groups: ['women'] },
      true,
    ],
    ['in Spanish helps who reads es-MX', spoken('es'), { languages: ['es-MX'] }, true],
    ['in es-MX helps who speaks Spanish', spoken('es-MX'), { languages: ['es'] }, true],
    ['in another Spanish is not promised', spoken('es-ES'), { languages: ['es-MX'] }, false],
    ['in Estonian is not in Spanish', spoken('et'), { languages: ['es'] }, false],
    [
      'with an interpreter for any language helps in all',
      spoken('*', 'interpreter'),
      { languages: ['ti'] },
      true,
    ],
    [
      'with an interpreter has no staff who speak it',
      spoken('*', 'interpreter'),
      { languages: ['ti'], languageModes: ['staff'] },
      false,
    ],
    [
      'must speak the language in the way that is chosen',
      { languages: [...spoken('ar', 'written').languages, ...spoken('en').languages] },
      { languages: ['ar'], languageModes: ['staff'] },
      false,
    ],
    ['known to ask for ID is left out', { id_required: { value: 'yes' } }, { barriers: ['id'] }, false],
    ['that may ask for ID stays', {}, { barriers: ['id'] }, true],
    [
      'known to need a referral is left out',
      { referral_required: { value: 'yes', by: 'agency-only' } },
      { barriers: ['id', 'referral'] },
      false,
    ],
    [
      'by phone is remote',
      { channels: [{ type: 'phone', value: '+442079460123' }] },
      { isRemote: true },
      true,
    ],
    [
      'only in person is not',
      { channels: [{ type: 'in-person', value: 'Front desk' }] },
      { isRemote: true },
      false,
    ],
    ['of unknown cost is not free', {}, { isFree: true }, false],
    ['with hours not known is not open now', {}, { isOpenNow: true }, false],
    ['nine kilometres away is within ten', tenKmNorth, near('', 10), true],
    ['is not within a smaller circle', tenKmNorth, near('', 5), false],
    [
      'that says only its area is in that area',
      { locations: [{ visibility: 'area-only', location_type: 'redacted', area_name: 'Zürich' }] },
      near('zurich', 10),
      true,
    ],
    [
      'that says another area is not',
      { locations: [{ visibility: 'area-only', location_type: 'redacted', area_name: 'Bern' }] },
      near('zurich', 10),
      false,
    ],
    ['without a place is left out only by a distance', {}, near('zurich', null), true],
  ])('%s', (_what, fields, query, expected) => {
    expect(matches(fields, query)).toBe(expected);
  });
});
