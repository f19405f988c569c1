import type { IsoDate } from '../../../../core/dates.ts';
import type { StaffListing } from '../../../../core/desk-api.ts';
import { type Freshness, freshnessOf } from '../../../../core/freshness.ts';
import type { Need } from '../../../../core/taxonomy.ts';
import { fold } from '../../../../search/fold.ts';

/** `all` where nothing is asked for. */
export interface ListingFilters {
  readonly words: string;
  readonly region: string;
  readonly need: Need | 'all';
  readonly freshness: Freshness | 'all';
  readonly state: 'there' | 'hidden' | 'closed' | 'all';
}

export const NO_FILTERS: ListingFilters = {
  words: '',
  region: 'all',
  need: 'all',
  freshness: 'all',
  state: 'there',
};

/** The listings that fit, those that wait longest for a check first. */
export function filterListings(
  listings: readonly StaffListing[],
  filters: ListingFilters,
  today: IsoDate,
): StaffListing[] {
  const words = fold(filters.words).split(' ').filter(Boolean);
  const { region, need, freshness, state } = filters;
  return listings
    .filter(
      (one) =>
        (region === 'all' || one.region === region) &&
        (need === 'all' || one.listing.needs.includes(need)) &&
        (state === 'all' || stateOf(one) === state) &&
        (freshness === 'all' || freshnessOf(one.listing, today) === freshness) &&
        hasWords(one, words),
    )
    .toSorted((one, other) =>
      checkedOn(one) < checkedOn(other) ? -1 : checkedOn(one) > checkedOn(other) ? 1 : byName(one, other),
    );
}

export function stateOf({ hidden, closedOn, listing }: StaffListing): 'there' | 'hidden' | 'closed' {
  if (hidden) return 'hidden';
  return closedOn !== null || listing.status === 'defunct' ? 'closed' : 'there';
}

function hasWords({ listing }: StaffListing, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { name, alternate_name: other = '', organization, channels } = listing;
  const values = channels.map(({ value }) => (typeof value === 'string' ? value : value.code));
  const text = fold([name, other, organization.name, ...values].join(' '));
  return words.every((word) => text.includes(word));
}

/** What nobody has checked waits longest. */
function checkedOn({ listing }: StaffListing): string {
  return listing.verification.checked_on ?? '';
}

function byName(one: StaffListing, other: StaffListing): number {
  return one.listing.name < other.listing.name ? -1 : 1;
}
