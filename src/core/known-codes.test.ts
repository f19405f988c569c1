import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryListing } from '../../tests/fixtures/arbitrary-listing.ts';
import { listingOfCodes } from '../../tests/fixtures/hostile/hostile-listing.ts';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { withKnownCodes } from './known-codes.ts';
import { type Listing, parseListing } from './schema.ts';
import { compactListing, shownListing } from './shown-listing.ts';

const arrived = (listing: Listing) => shownListing(JSON.parse(JSON.stringify(compactListing(listing))));
const evidence = [{ type: 'provider-call', checked_on: '2026-11-20' }];

/** A newer version's listing: every field that holds a code holds one that is not known here, beside known ones. */
function newer(code: string) {
  return shownListing({
    ...listingOf({ name: 'Harbour House' }),
    ...listingOfCodes(code),
    immigration_eligibility: { value: code, evidence, accepted_statuses: ['refugee', code] },
    status_check: { value: code, evidence },
    shares_with_immigration_authorities: { value: code, evidence },
    police_report_required: { value: code },
    parental_consent_required: { value: code },
    mandatory_reporting: { value: code },
    locations: [{ visibility: code, location_type: code, area_name: code, address: { address_1: code } }],
    on_contact: { anonymous: code, can_hang_up: code },
    verification: { state: code, method: code, checked_on: '2026-11-20' },
  } as unknown as Listing);
}

describe('CT-6 codes that this version does not know', () => {
  test('CT-6 a listing that has none is as it was', () => {
    fc.assert(
      fc.property(arbitraryListing, (listing) => {
        const shown = arrived(listing);
        expect(JSON.parse(JSON.stringify(withKnownCodes(shown)))).toEqual({
          ...JSON.parse(JSON.stringify(shown)),
          immigration_eligibility: { accepted_statuses: [], ...shown.immigration_eligibility },
        });
      }),
    );
  });

  test.each(['new.code', '__proto__', 'constructor', 'toString', ''])(
    'CT-6 %j is left out of every list, and no answer is made of it',
    (code) => {
      const shown = withKnownCodes(newer(code));
      expect(shown).toMatchObject({
        needs: ['live.basics'],
        situations: [],
        groups_served: [],
        groups_excluded: [],
        features: [],
        languages: [{ code, mode: 'staff' }],
        cost: { value: 'unknown' },
        immigration_eligibility: { value: 'unknown', accepted_statuses: ['refugee'] },
        status_check: { value: 'unknown' },
        shares_with_immigration_authorities: { value: 'unknown' },
        id_required: { value: 'unknown' },
        police_report_required: { value: 'unknown' },
        referral_required: { value: 'unknown', by: undefined },
        parental_consent_required: { value: 'unknown' },
        mandatory_reporting: { value: 'unknown' },
        availability: { value: 'unknown' },
        on_contact: { anonymous: 'unknown' },
        verification: { method: undefined },
      });
      // A place of a kind that is not known may be one that must not be told.
      expect(shown.locations).toEqual([{ visibility: 'none', location_type: 'redacted' }]);
    },
  );

  test('CT-6 what the schema takes is what is known, neither more nor less', () => {
    const kinds: readonly (readonly [string, (value: string) => object])[] = [
      ['mode', (mode) => ({ languages: [{ code: 'en', mode }] })],
      ['cost', (value) => ({ cost: { value } })],
      ['answer', (value) => ({ id_required: { value } })],
      ['referral', (by) => ({ referral_required: { value: 'unknown', by } })],
      [
        'availability',
        (value) => ({ availability: { value, as_of: '2026-11-20T00:00:00Z', valid_hours: 1 } }),
      ],
      ['method', (method) => ({ verification: { state: 'confirmed', method, checked_on: '2026-11-20' } })],
      ['need', (need) => ({ needs: ['live.basics', need] })],
      ['situation', (one) => ({ situations: [one] })],
      ['group', (one) => ({ groups_served: [one] })],
      ['feature', (one) => ({ features: [one] })],
    ];
    const words = ['staff', 'limited', 'free', 'paid', 'yes', 'no', 'self', 'agency-only', 'space', 'full'];
    words.push('call', 'provider-edit', 'safe.plan', 'stalking', 'women', 'step-free', 'new', 'constructor');
    for (const [kind, change] of kinds) {
      for (const word of words) {
        const isTaken = parseListing({ ...listingOf(), ...change(word) }).ok;
        const shown = shownListing({ ...listingOf(), ...change(word) } as unknown as Listing);
        const isKept = JSON.stringify(withKnownCodes(shown)).includes(`"${word}"`);
        expect(isKept, `${kind} ${word}`).toBe(isTaken);
      }
    }
  });
});
