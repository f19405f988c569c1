import { addDays } from '../../core/dates.ts';
import { reviewInterval } from '../../core/freshness.ts';
import type { Listing, Verification } from '../../core/schema.ts';
import type { Need } from '../../core/taxonomy.ts';
import { ANCHOR, daysBefore, READ_ON } from './anchor.ts';
import type { Random } from './random.ts';

const AGES = { fresh: 42, due: 18, unchecked: 22, old: 10, beyond: 8 };
/** How many review intervals ago, at least, for each age; the next number is the most. */
const INTERVALS_AGO = { fresh: 0, due: 1, old: 2, beyond: 3 };

export function verificationFor(random: Random, needs: readonly Need[], site: string): Verification {
  const age = random.weighted(AGES);
  if (age === 'unchecked') return uncheckedPage(random, site);
  const interval = reviewInterval(needs);
  const daysAgo = INTERVALS_AGO[age] * interval + 1 + random.below(interval);
  const checked_on = daysBefore(daysAgo);
  return {
    state: 'confirmed',
    method: random.weighted({ call: 60, email: 20, visit: 10, 'provider-edit': 10 }),
    checked_on,
    checked_by: 'listings editor',
    next_review_on: addDays(checked_on, interval),
  };
}

function uncheckedPage(random: Random, site: string): Verification {
  const source_dated = random.pick([null, '2026-02-11', '2025-06-30']);
  const page = { checked_on: null, read_on: READ_ON, source_dated };
  return random.chance(0.7)
    ? { state: 'web-checked', method: 'web', ...page, source_url: `${site}/` }
    : { state: 'third-party', ...page, source_name: 'Sample City open directory (made up)' };
}

/** A refuge's room, a counsellor's list: asked lately, and out of date within days. */
export function availabilityFor(random: Random, need: Need): Listing['availability'] {
  const isScarce = need.startsWith('home.') || need.startsWith('mind.');
  if (!random.chance(isScarce ? 0.7 : 0.08)) return undefined;
  return {
    value: random.weighted({ space: 35, 'waiting-list': 25, full: 30, unknown: 10 }),
    as_of: `${addDays(ANCHOR, -random.below(4))}T0${random.below(10)}:15:00Z`,
    valid_hours: random.pick([12, 24, 48, 72]),
  };
}

export function alertFor(random: Random): Listing['alert'] {
  if (!random.chance(0.06)) return undefined;
  const from = daysBefore(random.below(40));
  const text = random.pick([
    'Our phones may fail on Monday. Please write to us.',
    'We answer more slowly this month. Please try again.',
    'Closed to new people for now. We can still give advice.',
  ]);
  return { text, from, until: addDays(from, 14 + random.below(60)) };
}
