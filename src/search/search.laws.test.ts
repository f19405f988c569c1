import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryListings } from '../../tests/fixtures/arbitrary-listing.ts';
import { arbitraryInstant, arbitraryQuery } from '../../tests/fixtures/arbitrary-query.ts';
import { choosing, naiveSearch, without } from '../../tests/fixtures/naive-search.ts';
import { openListings } from '../../tests/fixtures/open-listings.ts';
import { GROUPS } from '../core/taxonomy.ts';
import { joinIndexes } from './join-indexes.ts';
import { EMPTY_QUERY, FILTER_KINDS, type Hits } from './query.ts';
import { search } from './search.ts';

const LIMIT = 100;
const idsOf = ({ hits }: Hits) => hits.map(({ id }) => id);
const RUNS = { numRuns: 300 };

describe('search, for any listings, question and moment', () => {
  test('finds what reading every listing finds, in the same order, parted by status', () => {
    fc.assert(
      fc.property(arbitraryListings, arbitraryQuery, arbitraryInstant, (listings, query, instant) => {
        const answer = search(openListings(listings), query, { instant, limit: LIMIT });
        const found = naiveSearch(listings, query, instant);
        const ids = (group?: string) =>
          found.filter(({ status }) => !group || status === group).map(({ listing }) => listing.id);
        expect(idsOf(answer.all)).toEqual(ids());
        expect(idsOf(answer.confirmed)).toEqual(ids('confirmed'));
        expect(idsOf(answer.conditional)).toEqual(ids('conditional'));
        expect(idsOf(answer.ask).sort()).toEqual(ids('ask').sort());
        expect(answer.refused).toBe(ids('refuses').length);
      }),
      RUNS,
    );
  });

  test('finds it for people of one group and of several', () => {
    const groups = fc.uniqueArray(fc.constantFrom(...GROUPS), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(arbitraryListings, groups, arbitraryInstant, (listings, chosen, instant) => {
        const query = { ...EMPTY_QUERY, groups: chosen };
        const answer = search(openListings(listings), query, { instant, limit: LIMIT });
        expect(idsOf(answer.all)).toEqual(
          naiveSearch(listings, query, instant).map(({ listing }) => listing.id),
        );
      }),
      RUNS,
    );
  });

  test('answers the same whatever the order in which the listings came', () => {
    fc.assert(
      fc.property(arbitraryListings, arbitraryQuery, arbitraryInstant, (listings, query, instant) => {
        const moment = { instant, limit: LIMIT };
        const reversed = search(openListings([...listings].reverse()), query, moment);
        expect(reversed).toEqual(search(openListings(listings), query, moment));
      }),
      RUNS,
    );
  });

  test('gives the number beside a value that choosing it really gives', () => {
    fc.assert(
      fc.property(arbitraryListings, arbitraryQuery, arbitraryInstant, (listings, query, instant) => {
        const index = openListings(listings);
        const moment = { instant, limit: 0 };
        const { counts } = search(index, query, moment);
        for (const kind of FILTER_KINDS) {
          for (const [value, count] of Object.entries(counts[kind] ?? {})) {
            const chosen = search(index, choosing(query, kind, value), moment);
            const expected = query.isStatusSafe
              ? { sure: chosen.confirmed.total, ask: chosen.ask.total }
              : { sure: chosen.all.total, ask: 0 };
            expect({ kind, value, ...count }).toEqual({ kind, value, ...expected });
          }
        }
      }),
      RUNS,
    );
  });

  test('counts every value that a match has', () => {
    fc.assert(
      fc.property(arbitraryListings, arbitraryQuery, arbitraryInstant, (listings, query, instant) => {
        const { counts } = search(
          openListings(listings),
          { ...query, isStatusSafe: false },
          { instant, limit: 0 },
        );
        for (const { listing } of naiveSearch(listings, query, instant)) {
          expect(Object.keys(counts.needs ?? {})).toEqual(expect.arrayContaining([...listing.needs]));
          expect(Object.keys(counts.features ?? {})).toEqual(expect.arrayContaining([...listing.features]));
        }
      }),
      RUNS,
    );
  });

  test('advises to let go only of what gives more, never of who somebody is', () => {
    fc.assert(
      fc.property(arbitraryListings, arbitraryQuery, arbitraryInstant, (listings, query, instant) => {
        const index = openListings(listings);
        const listed = (asked: typeof query) => {
          const { all, refused } = search(index, asked, { instant, limit: 0 });
          return all.total - (query.isStatusSafe ? refused : 0);
        };
        const { relax } = search(index, query, { instant, limit: 0 });
        const kinds = [...FILTER_KINDS, 'text' as const].filter(
          (kind) => !['groups', 'situations'].includes(kind),
        );
        const expected = kinds
          .map((kind) => ({ kind, total: listed(without(query, kind)) }))
          .filter(({ total }) => total > listed(query))
          .sort((a, b) => b.total - a.total);
        expect(relax).toEqual(expected);
      }),
      RUNS,
    );
  });

  test('ST-12 finds it through one opened index whatever the clock says next, forwards and backwards', () => {
    const days = fc.array(fc.constantFrom(0, 364, 366, 800), { minLength: 2, maxLength: 4 });
    const minutes = fc.integer({ min: 0, max: 3 * 1440 });
    fc.assert(
      fc.property(
        arbitraryListings,
        arbitraryQuery,
        arbitraryInstant,
        days,
        minutes,
        (listings, query, start, later, more) => {
          const index = openListings(listings);
          const moments = later.map((day) => start + day * 86_400_000 + more * 60_000);
          for (const instant of moments.flatMap((one) => [one, one + 1, one + 60_000])) {
            const answer = search(index, query, { instant, limit: LIMIT });
            const found = naiveSearch(listings, query, instant);
            expect(idsOf(answer.all)).toEqual(found.map(({ listing }) => listing.id));
            const sure = found.filter(({ status }) => status === 'confirmed');
            expect(idsOf(answer.confirmed)).toEqual(sure.map(({ listing }) => listing.id));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('finds it in packs that were joined, without what was withdrawn', () => {
    fc.assert(
      fc.property(
        arbitraryListings,
        fc.nat(12),
        fc.nat(12),
        arbitraryQuery,
        arbitraryInstant,
        (listings, cut, gone, query, instant) => {
          const parts = [listings.slice(0, cut + 2), listings.slice(cut)];
          const index = joinIndexes(
            parts.map((part) => ({ index: openListings(part) })),
            new Set(listings.slice(gone, gone + 1).map(({ id }) => id)),
          );
          const left = listings.filter((_, at) => at !== gone);
          const answer = search(index, query, { instant, limit: LIMIT });
          expect(idsOf(answer.all)).toEqual(
            naiveSearch(left, query, instant).map(({ listing }) => listing.id),
          );
          expect(answer.counts).toEqual(search(openListings(left), query, { instant, limit: 0 }).counts);
        },
      ),
      RUNS,
    );
  });

  test('finds it for words that were typed with an edit, cut short or taken from anywhere', () => {
    const letters = [...'refugCaféالملجอห安a1 -\ud83d'];
    const typed = fc.array(
      fc.oneof(fc.constantFrom(...letters), fc.string({ unit: 'grapheme', maxLength: 2 })),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(arbitraryListings, fc.nat(200), fc.nat(12), typed, (listings, from, length, more) => {
        const words = listings.map(({ name, description }) => `${name} ${description}`).join(' ');
        const start = words.length === 0 ? 0 : from % words.length;
        const middle = start + (length >> 1);
        for (const text of [
          words.slice(start, start + length),
          `${words.slice(start, middle)}${more.join('')}${words.slice(middle, start + length)}`,
          `${words.slice(start, middle)}${words.slice(middle + 1, start + length)}`,
        ]) {
          const query = { ...EMPTY_QUERY, text };
          const answer = search(openListings(listings), query, { instant: 0, limit: LIMIT });
          expect(idsOf(answer.all)).toEqual(naiveSearch(listings, query, 0).map(({ listing }) => listing.id));
        }
      }),
      RUNS,
    );
  });
});
