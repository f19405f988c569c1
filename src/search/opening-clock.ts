import type { Instant } from '../core/dates.ts';
import { type Opening, openingAt } from '../core/opening-hours.ts';
import type { Hours } from '../core/schema.ts';

export type OpeningClock = (instant: Instant) => Opening;

// Days begin and clocks change on a quarter of an hour of UTC in every zone, so within one an answer holds until the
// moment it names itself.
const QUARTER = 15 * 60_000;

/** Answers like `openingAt`, and remembers: each key pressed is a search, and every search asks all services. */
export function openingClock(hours: Hours | undefined): OpeningClock {
  let opening: Opening = openingAt(undefined, 0);
  let from = hours ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  let before = Number.POSITIVE_INFINITY;
  return (instant) => {
    if (instant >= from && instant < before) return opening;
    opening = openingAt(hours, instant);
    from = instant;
    before = Math.min(nextChange(opening), (Math.floor(instant / QUARTER) + 1) * QUARTER);
    return opening;
  };
}

function nextChange(opening: Opening): Instant {
  if (opening.state === 'open') return opening.until;
  return (opening.state === 'closed' ? opening.opens : null) ?? Number.POSITIVE_INFINITY;
}
