/// <reference path="../core/platform.d.ts" />
import type { Instant } from '../core/dates.ts';
import type { Opening } from '../core/opening-hours.ts';
import type { Hours } from '../core/schema.ts';
import { minutesOf, wallClockBoundsAt } from '../core/zones.ts';
import type { WeekHours } from './index-format.ts';
import { type OpeningClock, openingClock } from './opening-clock.ts';
import type { Column } from './typed-columns.ts';

/** By these open services come first; `OPEN` is open or always open. */
export const OPEN = 0;
const NOT_KNOWN = 1;
const CLOSED = 2;

/** One of the opening hours of an index; the first is that of a service which says nothing of them. */
export interface Clock {
  readonly timezone: string | null;
  readonly openingAt: OpeningClock;
  readonly week: readonly number[] | null;
}

const WEEK = 10_080;
/** 1970 began on a Thursday. */
const FIRST_DAY = 4 * 1440;

export function clocksIn(table: Column): Clock[] {
  const all = JSON.parse(new TextDecoder().decode(table as Uint8Array)) as WeekHours[];
  return [undefined, ...all].map((one) => {
    const hours = one?.[0] as Hours | undefined;
    return { timezone: hours?.timezone ?? null, openingAt: openingClock(hours), week: one?.[1] ?? null };
  });
}

/** The rank of each at a moment. */
export function ranksAt(clocks: readonly Clock[], instant: Instant): Uint8Array {
  const minutes = new Map<string | null, number | null>();
  return Uint8Array.from(clocks, ({ timezone, openingAt, week }) => {
    if (week && !minutes.has(timezone)) minutes.set(timezone, minuteOfWeek(instant, timezone ?? ''));
    const minute = week && minutes.get(timezone);
    return minute == null ? rankOf(openingAt(instant)) : rankInWeek(week as readonly number[], minute);
  });
}

/** Null for a zone that nobody knows, and in the hours around a change of clocks, when a minute comes twice. */
function minuteOfWeek(instant: Instant, zone: string): number | null {
  const bounds = wallClockBoundsAt(instant, zone);
  if (!bounds) return null;
  const latest = minutesOf(bounds.latest);
  return latest === minutesOf(bounds.earliest) ? (((latest + FIRST_DAY) % WEEK) + WEEK) % WEEK : null;
}

function rankInWeek(week: readonly number[], minute: number): number {
  for (let at = 0; at < week.length; at += 2) {
    const [opens, closes] = [week[at] as number, week[at + 1] as number];
    // A night that begins on Saturday ends in the next week.
    if ((opens <= minute && minute < closes) || minute + WEEK < closes) return OPEN;
  }
  return CLOSED;
}

function rankOf({ state }: Opening): number {
  if (state === 'always' || state === 'open') return OPEN;
  return state === 'closed' ? CLOSED : NOT_KNOWN;
}
