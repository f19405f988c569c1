import { addDays, type IsoDate } from '../../dates.ts';
import type { Listing } from '../../schema.ts';
import type { LintFinding } from './lint-finding.ts';

// Days on which something was done or written. Others may lie ahead: the next review, the end of an alert.
const PAST = new Set(['checked_on', 'read_on', 'source_dated', 'dated', 'as_of']);
// Where the day begins first it is tomorrow for fourteen hours.
const AHEAD_DAYS = 1;

/** Nobody has checked anything tomorrow: such a date would keep a listing fresh for longer than it is. */
export function futureDates(listing: Listing, today: IsoDate): LintFinding[] {
  const latest = addDays(today, AHEAD_DAYS);
  return pastDatesIn(listing, '')
    .filter(({ day }) => day > latest)
    .map(({ field }) => ({
      rule: 'future-date' as const,
      field,
      severity: 'error' as const,
      reason: 'lies in the future',
      remedy: 'Write the day on which it was done. If that is right, set the clock of this machine.',
    }));
}

function pastDatesIn(value: unknown, field: string): { field: string; day: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = field === '' ? name : `${field}.${name}`;
    return PAST.has(name) && typeof inner === 'string'
      ? [{ field: place, day: inner.slice(0, 10) }]
      : pastDatesIn(inner, place);
  });
}
