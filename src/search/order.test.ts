import { describe, expect, test } from 'vitest';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { openListings } from '../../tests/fixtures/open-listings.ts';
import type { Listing } from '../core/schema.ts';
import { EMPTY_QUERY, type Hits, type Query } from './query.ts';
import { search } from './search.ts';

// A Saturday noon in London.
const MOMENT = { instant: Date.parse('2026-11-21T12:00Z'), limit: 50 };
const answerTo = (query: Partial<Query>, listings: Listing[]) =>
  search(openListings(listings), { ...EMPTY_QUERY, ...query }, MOMENT);
const namesOf = ({ hits }: Hits) => hits.map(({ name }) => name);
const order = (query: Partial<Query>, listings: Listing[]) => namesOf(answerTo(query, listings).all);

const crisis = { needs: ['safe.crisis-line'] };
const open = { hours: { timezone: 'Europe/London', always_open: true } };
const closed = {
  hours: {
    timezone: 'Europe/London',
    schedules: [{ freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '17:00' }],
  },
};
const checked = (checked_on: string | null) => ({ verification: { state: 'confirmed', checked_on } });
const publicAt = (latitude: number, area_name?: string) => ({
  locations: [
    {
      visibility: 'public',
      publish_consent: true,
      consent_evidence: 'On its website',
      name: 'Its office',
      location_type: 'physical',
      latitude,
      longitude: 0,
      ...(area_name && { area_name }),
    },
  ],
});
const areaOnly = (area_name: string) => ({
  locations: [{ visibility: 'area-only', location_type: 'redacted', area_name }],
});
const near = { point: { latitude: 51.5, longitude: 0 }, areaName: 'Camden', withinKm: null };

describe('the order of results', () => {
  test('shows crisis lines first when no need is chosen, and when a need for safety is', () => {
    const line = listingOf({ name: 'Night line', needs: ['safe.crisis-line', 'home.refuge'], ...closed });
    const other = listingOf({ name: 'Advice', needs: ['safe.plan', 'home.refuge'], ...open });
    expect(order({}, [other, line])).toEqual(['Night line', 'Advice']);
    expect(order({ needs: ['safe.plan', 'safe.crisis-line'] }, [other, line])).toEqual([
      'Night line',
      'Advice',
    ]);
    expect(order({ needs: ['home.refuge'] }, [other, line])).toEqual(['Advice', 'Night line']);
  });

  test('shows crisis lines before the best answer to the words when these name danger', () => {
    const line = listingOf({ name: 'Night line', ...crisis, ...closed });
    const other = listingOf({ name: 'Care after rape', needs: ['health.urgent'], ...open });
    const textNeeds = ['health.urgent', 'safe.crisis-line'] as const;
    expect(order({ text: 'rape', textNeeds }, [other, line])).toEqual(['Care after rape', 'Night line']);
    expect(order({ text: 'rape', textNeeds: [...textNeeds, 'safe.escape'] }, [other, line])).toEqual([
      'Night line',
      'Care after rape',
    ]);
  });

  test('shows crisis lines first when the words name a need for safety', () => {
    const line = listingOf({ name: 'Violence line', needs: ['safe.crisis-line', 'safe.plan'], ...closed });
    const other = listingOf({ name: 'Violence advice', needs: ['safe.plan'], ...open });
    const asked = { text: 'violence', textNeeds: ['safe.plan' as const], needs: ['safe.plan' as const] };
    expect(order(asked, [other, line])).toEqual(['Violence line', 'Violence advice']);
  });

  test('puts what is open now before what is not known, and closed last', () => {
    const all = [
      listingOf({ name: 'A closed', ...closed }),
      listingOf({ name: 'B hours not known' }),
      listingOf({ name: 'C open', ...open }),
    ];
    expect(order({}, all)).toEqual(['C open', 'B hours not known', 'A closed']);
  });

  test('puts what was checked lately before what nobody has checked, and very old last', () => {
    const all = [
      listingOf({ name: 'A years ago', ...checked('2020-01-01') }),
      listingOf({ name: 'B never', ...checked(null) }),
      listingOf({ name: 'C last week', ...checked('2026-11-14') }),
    ];
    expect(order({}, all)).toEqual(['C last week', 'B never', 'A years ago']);
  });

  test('puts a full service after one with space, for as long as it said it is full', () => {
    const full = (as_of: string) => ({ availability: { value: 'full', as_of, valid_hours: 24 } });
    const today = listingOf({ name: 'A full', ...full('2026-11-21T08:00:00Z') });
    const lastWeek = listingOf({ name: 'B was full', ...full('2026-11-14T08:00:00Z') });
    expect(order({}, [today, lastWeek])).toEqual(['B was full', 'A full']);
    expect(answerTo({}, [today, lastWeek]).all.hits.map(({ availability }) => availability)).toEqual([
      'unknown',
      'full',
    ]);
  });

  test('sorts public places by distance, with those of the chosen area before what is far', () => {
    const all = [
      listingOf({ name: 'A no place' }),
      listingOf({ name: 'B 100 km away', ...publicAt(52.4) }),
      listingOf({ name: 'E 20 km away', ...publicAt(51.68) }),
      listingOf({ name: 'F 11 km away, in Camden', ...publicAt(51.6, 'Camden') }),
      listingOf({ name: 'C 2 km away', ...publicAt(51.518) }),
      listingOf({ name: 'D somewhere in Camden', ...areaOnly('CAMDEN') }),
    ];
    expect(order({ near }, all)).toEqual([
      'C 2 km away',
      'F 11 km away, in Camden',
      'D somewhere in Camden',
      'E 20 km away',
      'B 100 km away',
      'A no place',
    ]);
  });

  test('never gives a distance for a place that is not public', () => {
    const [hit] = answerTo({ near }, [listingOf(areaOnly('Camden'))]).all.hits;
    expect(hit).toMatchObject({
      areaName: 'Camden',
      distanceKm: null,
      distancePrecision: null,
      hasPublicPlace: false,
    });
    const secret = { locations: [{ visibility: 'none', location_type: 'redacted' }] };
    expect(answerTo({ near }, [listingOf(secret)]).all.hits[0]).toMatchObject({
      areaName: null,
      distanceKm: null,
    });
  });

  test('among services to ask, puts anonymous lines that ask for nothing first', () => {
    const contact = (anonymous: string) => ({ on_contact: { anonymous, can_hang_up: 'unknown' } });
    const needs = { needs: ['safe.crisis-line', 'home.refuge'] };
    const all = [
      listingOf({ name: 'A refuge', needs: ['home.refuge'], ...open }),
      listingOf({
        name: 'B line that asks for ID',
        ...needs,
        id_required: { value: 'yes' },
        ...contact('yes'),
      }),
      listingOf({ name: 'C line', ...needs }),
      listingOf({ name: 'D anonymous line', ...needs, ...closed, ...contact('yes') }),
    ];
    const { ask } = answerTo({ needs: ['home.refuge'], isStatusSafe: true }, all);
    expect(namesOf(ask).slice(0, 2)).toEqual(['D anonymous line', 'C line']);
  });

  test('puts local services before national lines, then goes by the folded name', () => {
    const all = [
      listingOf({ name: 'A national line' }),
      listingOf({ name: 'Émilie', ...areaOnly('Leeds') }),
      listingOf({ name: 'eastside', ...areaOnly('Leeds') }),
    ];
    expect(order({}, all)).toEqual(['eastside', 'Émilie', 'A national line']);
  });

  test('gives no more hits than asked for, and says how many there are', () => {
    const all = [listingOf(crisis), listingOf(), listingOf()];
    const answer = search(openListings(all), EMPTY_QUERY, { ...MOMENT, limit: 2 });
    expect([answer.all.hits.length, answer.all.total]).toEqual([2, 3]);
  });
});
