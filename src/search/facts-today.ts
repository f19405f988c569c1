import type { Instant, IsoDate } from '../core/dates.ts';
import { type Freshness, freshnessOn, reviewInterval } from '../core/freshness.ts';
import type { Row } from './row.ts';

const HOUR = 3_600_000;

export interface AvailabilityNow {
  readonly value: 'space' | 'waiting-list' | 'full' | 'unknown';
  readonly asOf: string | null;
}

const UNKNOWN: AvailabilityNow = { value: 'unknown', asOf: null };

/** What a service said of its places, for as long as it said that holds. */
export function availabilityAt({ availability }: Row, instant: Instant): AvailabilityNow {
  if (!availability) return UNKNOWN;
  const until = Date.parse(availability.asOf) + availability.validHours * HOUR;
  return instant <= until ? { value: availability.value, asOf: availability.asOf } : UNKNOWN;
}

export function freshnessAt(row: Row, today: IsoDate): Freshness {
  return freshnessOn(row.checkedOn ?? null, reviewInterval(row.needs), today);
}

export function hasAlertOn({ alert }: Row, today: IsoDate): boolean {
  return alert !== undefined && alert.from <= today && today <= alert.until;
}
