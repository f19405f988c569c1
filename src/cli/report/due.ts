import { addDays, daysBetween, type IsoDate } from '../../core/dates.ts';
import { claimExpiry } from '../../core/facts.ts';
import { type Freshness, freshnessOf, reviewInterval } from '../../core/freshness.ts';
import type { Listing } from '../../core/schema.ts';

/** A listing that somebody should check, and why now. */
export interface DueListing {
  readonly region: string;
  readonly id: string;
  readonly name: string;
  /** Days between its checks: the shorter, the more a wrong entry costs. */
  readonly interval: number;
  readonly freshness: Freshness;
  readonly checked_on: IsoDate | null;
  /** The day on which it should have been checked; null where nobody has checked it yet. */
  readonly due_on: IsoDate | null;
  /** Shown before anything is chosen: whoever reads one number reads this. */
  readonly isOnFirstScreen: boolean;
  /** Yes or no answers that turn into "ask first" within the coming weeks, and the day. */
  readonly lapsing: readonly { readonly field: string; readonly on: IsoDate }[];
}

export interface RegionListings {
  readonly region: string;
  readonly listings: readonly Listing[];
}

const CLAIMS = ['immigration_eligibility', 'status_check', 'shares_with_immigration_authorities'] as const;
const LAPSE_NOTICE_DAYS = 30;

/** What to check in a region; one that is fresh stands here only where one of its answers is about to lapse. */
export function dueIn({ region, listings }: RegionListings, today: IsoDate): DueListing[] {
  return listings
    .map((listing) => dueListing(region, listing, today))
    .filter(({ freshness, lapsing }) => freshness !== 'fresh' || lapsing.length > 0);
}

function dueListing(region: string, listing: Listing, today: IsoDate): DueListing {
  const interval = reviewInterval(listing.needs);
  const checked = listing.verification.checked_on;
  return {
    region,
    id: listing.id,
    name: listing.name,
    interval,
    freshness: freshnessOf(listing, today),
    checked_on: checked,
    due_on: checked && addDays(checked, interval),
    isOnFirstScreen: listing.first_screen !== undefined,
    lapsing: CLAIMS.flatMap((field) => {
      const on = claimExpiry(listing[field]);
      return on && isSoon(on, today) ? [{ field, on }] : [];
    }),
  };
}

function isSoon(day: IsoDate, today: IsoDate): boolean {
  const left = daysBetween(today, day);
  return left >= 0 && left <= LAPSE_NOTICE_DAYS;
}

/**
 * The dearest mistakes first: lines of the first screen, then by how short a time a check lasts (settled 18), then those
 * that nobody has ever checked, then the longest overdue.
 */
export function byRisk(one: DueListing, other: DueListing): number {
  return (
    Number(other.isOnFirstScreen) - Number(one.isOnFirstScreen) ||
    one.interval - other.interval ||
    (one.due_on ?? '').localeCompare(other.due_on ?? '') ||
    one.region.localeCompare(other.region) ||
    one.name.localeCompare(other.name)
  );
}
