import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryListings, REFERENCE_DAY } from '../../tests/fixtures/arbitrary-listing.ts';
import { arbitraryQuery } from '../../tests/fixtures/arbitrary-query.ts';
import { listingOf, statusYes } from '../../tests/fixtures/listing-of.ts';
import { openBytes, openListings } from '../../tests/fixtures/open-listings.ts';
import { addDays, dayOf, startOf } from '../core/dates.ts';
import { statusGroupOn } from '../core/eligibility.ts';
import { buildSearchFiles } from './build-index.ts';
import { EMPTY_QUERY } from './query.ts';
import { search } from './search.ts';

const DAY = 86_400_000;
const safe = { ...EMPTY_QUERY, isStatusSafe: true };
const at = (day: string) => ({ instant: startOf(day), limit: 100 });

describe('the filter "helps everyone, whatever their status"', () => {
  test('ST-12 never shows as confirmed a listing that is unknown, expired, conditional or a no', () => {
    fc.assert(
      fc.property(
        arbitraryListings,
        arbitraryQuery,
        fc.constantFrom(0, 364, 366, 800),
        (listings, query, daysLater) => {
          const instant = startOf(REFERENCE_DAY) + daysLater * DAY;
          const today = dayOf(instant);
          const index = openBytes(buildSearchFiles(listings));
          const answer = search(index, { ...query, isStatusSafe: true }, { instant, limit: 100 });
          const groups = new Map(
            listings.map((one) => [one.id, statusGroupOn(one.immigration_eligibility, today)]),
          );
          for (const { id, status, statusBasis, statusSince } of answer.confirmed.hits) {
            expect([groups.get(id), status]).toEqual(['confirmed', 'confirmed']);
            expect(['checked', 'page']).toContain(statusBasis);
            expect(addDays(statusSince ?? '', 365) >= today).toBe(true);
          }
          for (const { id, status } of answer.ask.hits)
            expect([groups.get(id), status]).toEqual(['ask', 'ask']);
          for (const { id } of answer.conditional.hits) expect(groups.get(id)).toBe('conditional');
          const parts = [answer.confirmed, answer.ask, answer.conditional].map(({ total }) => total);
          expect(parts.reduce((sum, part) => sum + part, answer.refused)).toBe(answer.all.total);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('ST-12 the same bytes say yes for 365 days after the check and "ask" from then on', () => {
    const bytes = buildSearchFiles([listingOf({ immigration_eligibility: statusYes('2026-01-10') })]);
    const statusOn = (day: string) => search(openBytes(bytes), safe, at(day)).all.hits[0];
    const cases = [
      [0, 'confirmed', 'checked'],
      [364, 'confirmed', 'checked'],
      [365, 'confirmed', 'checked'],
      [366, 'ask', 'expired'],
      [800, 'ask', 'expired'],
    ] as const;
    for (const [days, status, statusBasis] of cases) {
      expect(statusOn(addDays('2026-01-10', days))).toMatchObject({ status, statusBasis });
    }
  });

  test('ST-12 one opened index changes its answer when the day passes, without being opened again', () => {
    const index = openListings([listingOf({ immigration_eligibility: statusYes('2026-01-10') })]);
    expect(search(index, safe, at('2027-01-10')).confirmed.total).toBe(1);
    expect(search(index, safe, at('2027-01-11')).confirmed.total).toBe(0);
    expect(search(index, safe, at('2027-01-11')).ask.total).toBe(1);
  });

  test.each([
    ['nothing said', undefined, 'ask'],
    ['two sources that contradict each other', statusYes('2026-11-01', { disputed: true }), 'ask'],
    [
      'a yes that the provider limited to a day gone by',
      statusYes('2026-11-01', { valid_until: '2026-11-20' }),
      'ask',
    ],
    ['a page that was years old when it was read', pageYes({ source_dated: '2021-01-01' }), 'ask'],
    ['a page that is current', pageYes({ source_dated: '2026-10-01' }), 'confirmed'],
    ['a no', { ...statusYes('2026-11-01'), value: 'no' }, 'refuses'],
    [
      'a no with conditions',
      { ...statusYes('2026-11-01'), value: 'no', conditions: 'Only with a visa' },
      'conditional',
    ],
  ])('ST-12 %s', (_what, immigration_eligibility, group) => {
    const index = openListings([listingOf(immigration_eligibility ? { immigration_eligibility } : {})]);
    expect(search(index, EMPTY_QUERY, at(REFERENCE_DAY)).all.hits[0]?.status).toBe(group);
  });

  test('ST-12 a service for everyone is not thereby one for people without papers', () => {
    const index = openListings([
      listingOf({ groups_served: ['everyone'] }),
      listingOf({ groups_served: ['undocumented'], name: 'Open Door' }),
    ]);
    const { all, counts } = search(index, { ...EMPTY_QUERY, groups: ['undocumented'] }, at(REFERENCE_DAY));
    expect(all.hits.map(({ name }) => name)).toEqual(['Open Door']);
    expect(counts.groups?.undocumented).toEqual({ sure: 1, ask: 0 });
  });
});

function pageYes(dates: Record<string, string>) {
  return {
    value: 'yes',
    evidence: [{ type: 'provider-web', checked_on: null, read_on: '2026-11-21', ...dates }],
  };
}
