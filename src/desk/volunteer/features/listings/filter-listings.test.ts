import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../../tests/fixtures/listing-of.ts';
import type { StaffListing } from '../../../../core/desk-api.ts';
import { filterListings, NO_FILTERS } from './filter-listings.ts';

const TODAY = '2026-11-29';
const staff = (name: string, fields: object = {}, more: Partial<StaffListing> = {}): StaffListing => ({
  region: 'sample',
  version: 1,
  listing: listingOf({ name, ...fields }),
  hidden: null,
  closedOn: null,
  changedAt: '2026-11-20T10:00:00.000Z',
  checkedFields: {},
  forgetBefore: null,
  ...more,
});
const checked = (day: string | null) => ({ verification: { state: 'confirmed', checked_on: day } });
const names = (listings: readonly StaffListing[], filters: object) =>
  filterListings(listings, { ...NO_FILTERS, ...filters }, TODAY).map(({ listing }) => listing.name);

const all = [
  staff('Café Àncora', { ...checked('2026-11-20'), channels: [{ type: 'phone', value: '+442079460123' }] }),
  staff('Harbour House', { ...checked('2025-01-01'), needs: ['home.refuge'] }),
  staff('Quay Law', { ...checked(null), needs: ['law.advice'] }, { region: 'gb' }),
  staff('Old Mill', {}, { hidden: { at: '2026-11-28T09:00:00.000Z', reason: 'unsafe' } }),
  staff('Gone', { status: 'defunct' }, { closedOn: '2026-10-01' }),
];

describe('the table of listings', () => {
  it('begins with what waits longest for a check, and without what is hidden or closed', () => {
    expect(names(all, {})).toEqual(['Quay Law', 'Harbour House', 'Café Àncora']);
  });

  it.each<[object, string[]]>([
    [{ words: 'ancora cafe' }, ['Café Àncora']],
    [{ words: '79460123' }, ['Café Àncora']],
    [{ words: 'quay trust', region: 'gb' }, ['Quay Law']],
    [{ need: 'home.refuge' }, ['Harbour House']],
    [{ freshness: 'unchecked' }, ['Quay Law']],
    [{ freshness: 'beyond' }, ['Harbour House']],
    [{ state: 'hidden' }, ['Old Mill']],
    [{ state: 'closed' }, ['Gone']],
    [{ words: 'nothing like it' }, []],
  ])('shows what fits %j (V11)', (filters, expected) => {
    expect(names(all, filters)).toEqual(expected);
  });

  it('shows everything where everything is asked for', () => {
    expect(names(all, { state: 'all' })).toHaveLength(all.length);
  });
});
