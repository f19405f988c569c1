import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryListings } from '../../../../tests/fixtures/arbitrary-listing.ts';
import { arbitraryProfile } from '../../../../tests/fixtures/arbitrary-profile.ts';
import { arbitraryInstant } from '../../../../tests/fixtures/arbitrary-query.ts';
import { hitOf } from '../../../../tests/fixtures/hit-of.ts';
import { listingOf } from '../../../../tests/fixtures/listing-of.ts';
import { openListings } from '../../../../tests/fixtures/open-listings.ts';
import { addDays, dayOf } from '../../../core/dates.ts';
import type { Listing } from '../../../core/schema.ts';
import { search } from '../../../search/search.ts';
import { type Candidate, type Match, type MatchRow, match } from './match.ts';
import { findingQuery, type Profile } from './profile.ts';
import { reasonsOf } from './reasons-of.ts';

const NO_WORDS = { text: '', textNeeds: [] };
const RUNS = { numRuns: 80 };

function candidatesOf(listings: readonly Listing[], profile: Profile, instant: number): Candidate[] {
  const { all } = search(openListings(listings), findingQuery(profile, NO_WORDS), { instant, limit: 1000 });
  const byId = new Map(listings.map((listing) => [listing.id, listing]));
  return all.hits.flatMap((hit, order) => {
    const listing = byId.get(hit.id);
    return listing ? [{ listing, hit, order }] : [];
  });
}

function matchOf(listings: readonly Listing[], profile: Profile, instant: number): Match {
  return match(profile, { candidates: candidatesOf(listings, profile, instant), isWhole: true }, instant);
}

/** All that a match says, as one text: quicker to compare than its parts. */
function told({ rows, refused, ...rest }: Match): string {
  const said = (row: MatchRow) => [row.id, row.group, row.reasons];
  return JSON.stringify([rows.map(said), refused.map(said), rest]);
}

describe('C1 what fits a client, for any services, client and moment', () => {
  test('X14 C1 the same client and lists give the same order, however the lists are ordered', () => {
    fc.assert(
      fc.property(arbitraryListings, arbitraryProfile, arbitraryInstant, (listings, profile, instant) => {
        const first = told(matchOf(listings, profile, instant));
        expect(told(matchOf([...listings].reverse(), profile, instant))).toBe(first);
        const candidates = candidatesOf(listings, profile, instant);
        expect(told(match(profile, { candidates: candidates.reverse(), isWhole: true }, instant))).toBe(
          first,
        );
      }),
      RUNS,
    );
  });

  test('C1 what is not known stands below what is confirmed, and what is refused is in the list of refusals', () => {
    fc.assert(
      fc.property(arbitraryListings, arbitraryProfile, arbitraryInstant, (listings, profile, instant) => {
        const { rows, refused, confirmed, ask } = matchOf(listings, profile, instant);
        const groups = rows.map(({ group }) => group);
        expect(groups).toEqual([...groups].sort((a, b) => (a === b ? 0 : a === 'confirmed' ? -1 : 1)));
        expect([confirmed, ask]).toEqual([
          groups.filter((group) => group === 'confirmed').length,
          groups.filter((group) => group === 'ask').length,
        ]);
        const musts = (row: (typeof rows)[number]) =>
          row.reasons.filter(({ importance }) => importance === 'must').map(({ outcome }) => outcome);
        for (const row of rows) expect(musts(row)).not.toContain('no');
        for (const row of rows) expect(musts(row).includes('ask')).toBe(row.group === 'ask');
        for (const row of refused) expect(musts(row)).toContain('no');
      }),
      RUNS,
    );
  });

  test('C1 nothing that the engine finds for the needs is left out, and nothing is there twice', () => {
    fc.assert(
      fc.property(arbitraryListings, arbitraryProfile, arbitraryInstant, (listings, profile, instant) => {
        const { rows, refused } = matchOf(listings, profile, instant);
        const ids = [...rows, ...refused].map(({ id }) => id);
        const found = candidatesOf(listings, profile, instant).map(({ listing }) => listing.id);
        expect(ids.sort()).toEqual(found.sort());
      }),
      RUNS,
    );
  });

  test('C1 unknown is never yes: a service that says nothing of a thing is never confirmed and never refused', () => {
    const silent = listingOf({ needs: ['home.refuge'] });
    fc.assert(
      fc.property(arbitraryProfile, arbitraryInstant, (profile, instant) => {
        const reasons = reasonsOf(profile, silent, hitOf({ needs: silent.needs }), dayOf(instant));
        const others = reasons.filter(({ fact }) => fact !== 'needs');
        expect(others.filter(({ outcome }) => outcome !== 'ask')).toEqual([]);
      }),
      RUNS,
    );
  });

  test('C1 a claim about status confirms nothing once it is older than a year', () => {
    fc.assert(
      fc.property(arbitraryListings, arbitraryProfile, (listings, asked) => {
        const profile = { ...asked, isStatusSafe: true };
        // No day of the generator is later than 400 days after its own.
        const late = addDays('2026-11-21', 400 + 366);
        for (const listing of listings) {
          const reasons = reasonsOf(profile, listing, hitOf(), late);
          const claims = reasons.filter(({ fact }) => fact === 'status' || fact === 'shares');
          expect(claims.map(({ outcome }) => outcome)).toEqual(['ask', 'ask']);
        }
      }),
      RUNS,
    );
  });

  test('C1 what would widen the choice never names who she is, and counts what it says', () => {
    fc.assert(
      fc.property(arbitraryListings, arbitraryProfile, arbitraryInstant, (listings, profile, instant) => {
        const before = matchOf(listings, profile, instant);
        for (const { fact, more } of before.widen) {
          expect(['language', 'company', 'area', 'access', 'cost']).toContain(fact);
          const wider = { ...profile, importance: { ...profile.importance, [fact]: 'nice' as const } };
          expect(matchOf(listings, wider, instant).rows.length).toBe(before.rows.length + more);
        }
      }),
      RUNS,
    );
  });
});
