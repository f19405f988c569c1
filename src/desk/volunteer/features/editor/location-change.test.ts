import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../../tests/fixtures/listing-of.ts';
import { parseListing } from '../../../../core/schema.ts';
import { NEW_LOCATION, withAddress, withVisibility } from './location-change.ts';

const [office] = listingOf({
  locations: [
    {
      visibility: 'public',
      publish_consent: true,
      consent_evidence: 'Their letter of 3 November',
      location_type: 'physical',
      area_name: 'Old Harbour',
      address: { address_1: '1 Quay Street', city: 'Sample City', country: 'GB', postal_code: 'ZZ1 1ZZ' },
      latitude: 51.5,
      longitude: -0.1,
    },
  ],
}).locations;
if (office?.visibility !== 'public') throw new Error('tests: no office');

describe('how much of a place is shown', () => {
  it.each(['area-only', 'none'] as const)(
    'leaves nothing of the street behind where it is %s (SV-10)',
    (visibility) => {
      const text = JSON.stringify(withVisibility(office, visibility));
      for (const secret of ['Quay', 'ZZ1', '51.5', '-0.1', 'letter']) expect(text).not.toContain(secret);
    },
  );

  it('keeps the name of the area, and gives the street back to nobody who turns it round again (SV-10)', () => {
    const area = withVisibility(office, 'area-only');
    expect(area).toMatchObject({ area_name: 'Old Harbour' });
    const again = withVisibility(area, 'public');
    expect(again).not.toHaveProperty('address');
    expect(parseListing({ ...listingOf(), locations: [again] }).ok).toBe(false);
  });

  it('is for an area before somebody says otherwise, and never public by itself (SV-10)', () => {
    expect(NEW_LOCATION.visibility).toBe('area-only');
    expect(withVisibility(NEW_LOCATION, 'public')).toMatchObject({ publish_consent: false });
  });

  it('has no address where nothing of one is written', () => {
    expect(withAddress(office, { address_1: '', city: '', postal_code: '' }, 'GB')).not.toHaveProperty(
      'address',
    );
    expect(withAddress(office, { postal_code: '' }, 'GB').address).toEqual({
      address_1: '1 Quay Street',
      city: 'Sample City',
      country: 'GB',
    });
  });
});
