import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryListing } from '../../../../tests/fixtures/arbitrary-listing.ts';
import { hitOf } from '../../../../tests/fixtures/hit-of.ts';
import { listingOf } from '../../../../tests/fixtures/listing-of.ts';
import { COMPARED_FACTS, compare, MOST_COMPARED } from './compare.ts';

const NOW = Date.parse('2026-11-29T12:00Z');
const service = (fields: Record<string, unknown> = {}, hit = {}) => ({
  listing: listingOf(fields),
  hit: hitOf(hit),
});

describe('C2 services side by side', () => {
  test('C2 whether there is space stands first', () => {
    const rows = compare([service(), service({}, { availability: 'full' })], NOW);
    expect(rows[0]).toMatchObject({ fact: 'availability', differs: true });
    expect(rows.map(({ fact }) => fact)).toEqual([...COMPARED_FACTS]);
  });

  test('C2 says in which facts they differ, and not knowing differs from a no', () => {
    const rows = compare(
      [
        service({ id_required: { value: 'no' }, cost: { value: 'free' } }),
        service({ cost: { value: 'free' } }),
      ],
      NOW,
    );
    const differs = (fact: string) => rows.find((row) => row.fact === fact)?.differs;
    expect([differs('id'), differs('cost')]).toEqual([true, false]);
  });

  test('C2 the order in which a listing names its languages is no difference', () => {
    const [en, am] = [
      { code: 'en', mode: 'staff' },
      { code: 'am', mode: 'interpreter' },
    ];
    const rows = compare([service({ languages: [en, am] }), service({ languages: [am, en] })], NOW);
    expect(rows.find(({ fact }) => fact === 'languages')?.differs).toBe(false);
  });

  test('C2 has a cell for every fact and service, four services at most, and a service never differs from itself', () => {
    fc.assert(
      fc.property(fc.array(arbitraryListing, { maxLength: 6 }), (listings) => {
        const services = listings.map((listing) => ({ listing, hit: hitOf({ id: listing.id }) }));
        for (const { cells } of compare(services, NOW))
          expect(cells.length).toBe(Math.min(MOST_COMPARED, listings.length));
        const [first] = services;
        if (first) expect(compare([first, first], NOW).some(({ differs }) => differs)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
