import { daysBetween, type IsoDate } from './dates.ts';
import type { Listing } from './schema.ts';
import type { Need } from './taxonomy.ts';

/**
 * How far a listing can be trusted for its age. `unchecked`: from a public page, nobody has called; it is never fresh
 * and stands after checked ones. `beyond`: not checked for a long time, shown last, never hidden.
 */
export type Freshness = 'fresh' | 'due' | 'unchecked' | 'old' | 'beyond';

/** Best first; the order of results. */
export const FRESHNESS_ORDER: readonly Freshness[] = ['fresh', 'due', 'unchecked', 'old', 'beyond'];

const CRISIS_DAYS = 30;
const SHELTER_DAYS = 60;
const LEGAL_AND_MEDICAL_DAYS = 90;
const OTHER_DAYS = 180;

/** Days between checks, by what a wrong entry would cost: the shortest that any of its needs asks for (settled 18). */
export function reviewInterval(needs: readonly Need[]): number {
  if (needs.includes('safe.crisis-line')) return CRISIS_DAYS;
  if (needs.includes('home.refuge') || needs.includes('home.emergency')) return SHELTER_DAYS;
  const isLegalOrMedical = needs.some((need) => need.startsWith('law.') || need.startsWith('health.'));
  return isLegalOrMedical ? LEGAL_AND_MEDICAL_DAYS : OTHER_DAYS;
}

/** The one freshness function: `due` from one interval, `old` from two, `beyond` from three. */
export function freshnessOn(checkedOn: IsoDate | null, interval: number, today: IsoDate): Freshness {
  return freshnessAfter(checkedOn === null ? null : daysBetween(checkedOn, today), interval);
}

/** The same by how many days ago the check was. */
export function freshnessAfter(age: number | null, interval: number): Freshness {
  if (age === null) return 'unchecked';
  if (age <= interval) return 'fresh';
  if (age <= 2 * interval) return 'due';
  return age <= 3 * interval ? 'old' : 'beyond';
}

export function freshnessOf(listing: Pick<Listing, 'verification' | 'needs'>, today: IsoDate): Freshness {
  return freshnessOn(listing.verification.checked_on, reviewInterval(listing.needs), today);
}
