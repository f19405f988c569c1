import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryListings } from '../../tests/fixtures/arbitrary-listing.ts';
import { arbitraryInstant, arbitraryQuery } from '../../tests/fixtures/arbitrary-query.ts';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { openListings } from '../../tests/fixtures/open-listings.ts';
import { joinIndexes } from './join-indexes.ts';
import { EMPTY_QUERY } from './query.ts';
import { search } from './search.ts';

const MOMENT = { instant: Date.parse('2026-11-21T12:00Z'), limit: 50 };

describe('several packs searched as one', () => {
  test('answer like one pack of all their listings', () => {
    fc.assert(
      fc.property(
        arbitraryListings,
        fc.nat(12),
        arbitraryQuery,
        arbitraryInstant,
        (all, cut, query, instant) => {
          const parts = [all.slice(0, cut), all.slice(cut)].map((listings) => ({
            index: openListings(listings),
          }));
          const moment = { instant, limit: 100 };
          const joined = search(joinIndexes(parts), query, moment);
          const { counts, ...expected } = search(openListings(all), query, moment);
          expect(joined).toMatchObject(expected);
          expect(joined.counts).toEqual(counts);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('the national lines of a country are joined with a region, and those for people anywhere', () => {
    const world = openListings([
      listingOf({ name: 'Kenyan line', country: 'KE' }),
      listingOf({ name: 'British line', country: 'GB' }),
      listingOf({ name: 'Line for anywhere', country: 'ZZ' }),
    ]);
    const region = openListings([listingOf({ name: 'Nairobi shelter', country: 'KE' })]);
    const joined = joinIndexes([{ index: region }, { index: world, countries: ['KE'] }]);
    const { hits } = search(joined, EMPTY_QUERY, MOMENT).all;
    expect(hits.map(({ name }) => name)).toEqual(['Kenyan line', 'Line for anywhere', 'Nairobi shelter']);
  });

  test('a listing that is in two packs is taken from the earlier one', () => {
    const id = '00000000-0000-4000-8000-00000000abcd';
    const [newer, older] = ['Newer', 'Older'].map((name) => ({
      index: openListings([listingOf({ id, name })]),
    }));
    const joined = joinIndexes([newer, older].flatMap((part) => part ?? []));
    expect(search(joined, EMPTY_QUERY, MOMENT).all.hits.map(({ name }) => name)).toEqual(['Newer']);
  });

  test('SG-7 without a listing that has been withdrawn, whichever pack it is in', () => {
    const [gone, kept] = [listingOf({ name: 'Gone' }), listingOf({ name: 'Kept' })];
    const parts = [openListings([gone]), openListings([gone, kept])].map((index) => ({ index }));
    const { ask } = search(joinIndexes(parts, new Set([gone.id])), EMPTY_QUERY, MOMENT);
    expect(ask.hits.map(({ id }) => id)).toEqual([kept.id]);
  });
});
