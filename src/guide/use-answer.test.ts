import { describe, expect, it } from 'vitest';
import { directoryOf, regionState } from '../../tests/fixtures/directory-of.ts';
import { EMPTY_QUERY } from '../search/query.ts';
import { ANYWHERE } from './session.ts';
import { queryOf, scopeOf } from './use-answer.ts';

describe('where a question looks', () => {
  const sample = regionState('sample', { kind: 'sample' });
  const all = directoryOf(regionState('city'), sample);
  it.each([
    ['nowhere chosen: every national line', null, { region: null, national: null }],
    ['everywhere', ANYWHERE, { region: null, national: null }],
    ['a country: its lines', { ...ANYWHERE, country: 'KE' }, { region: null, national: ['KE'] }],
    [
      'a region: its list and its country’s lines',
      { ...ANYWHERE, region: 'city', country: 'GB' },
      { region: 'city', national: ['GB'] },
    ],
    [
      'a made-up city: never beside real lines',
      { ...ANYWHERE, region: 'sample', country: 'GB' },
      { region: 'sample', national: [] },
    ],
  ])('%s', (_, place, scope) => {
    expect(scopeOf(place, all)).toEqual(scope);
  });

  it('has the town of the place, and leaves the question as it is without one', () => {
    const town = { name: 'Sampleford', admin: 'X', latitude: 1, longitude: 2, population: 3, aliases: [] };
    expect(queryOf(EMPTY_QUERY, { ...ANYWHERE, town, withinKm: 10 }).near).toEqual({
      point: { latitude: 1, longitude: 2 },
      areaName: 'Sampleford',
      withinKm: 10,
    });
    expect(queryOf(EMPTY_QUERY, ANYWHERE)).toBe(EMPTY_QUERY);
    expect(queryOf(EMPTY_QUERY, null)).toBe(EMPTY_QUERY);
  });
});
