import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryListing } from '../../tests/fixtures/arbitrary-listing.ts';
import { type Listing, parseListing } from './schema.ts';
import { compactListing, DEFAULTS, shownListing } from './shown-listing.ts';

test('a listing arrives on a phone with everything a person can use', () => {
  fc.assert(
    fc.property(arbitraryListing, (listing: Listing) => {
      const { sources: _sources, organization, verification, ...rest } = listing;
      const { id: _id, ...shownOrganization } = organization;
      const { source_url: _url, ...shownVerification } = verification;
      const arrived = shownListing(JSON.parse(JSON.stringify(compactListing(listing))));
      expect(arrived).toEqual(
        JSON.parse(
          JSON.stringify({ ...rest, organization: shownOrganization, verification: shownVerification }),
        ),
      );
    }),
  );
});

test('what a missing field means is the same on a phone and in the schema', () => {
  const least = parseListing({
    id: '00000000-0000-4000-8000-000000000000',
    name: 'A service',
    text_language: 'en',
    description: 'Helps.',
    status: 'active',
    organization: { id: '00000000-0000-4000-8000-000000000001', name: 'An organisation' },
    country: 'ZZ',
    needs: ['safe.crisis-line'],
    channels: [],
    verification: { state: 'unverified', checked_on: null },
  });
  if (!least.ok) throw new Error(JSON.stringify(least.problem));
  expect(least.value).toMatchObject(DEFAULTS);
});
