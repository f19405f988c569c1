import { addDays, type Instant, type IsoDate } from './dates.ts';
import type { Hours, Schedule } from './schema.ts';
import { instantOfWallClock, minutesOf, wallClockAt, wallClockBoundsAt, wallClockOf } from './zones.ts';

/**
 * Whether a service can be reached now, by its own clock. `unknown` whenever the hours could not be read without
 * guessing: a wrong "closed" is worse than no answer. Instants are when the state next changes.
 */
export type Opening =
  | { readonly state: 'always' }
  | { readonly state: 'open'; readonly until: Instant }
  | { readonly state: 'closed'; readonly opens: Instant | null }
  | { readonly state: 'appointment' }
  | { readonly state: 'unknown' };

/** A stretch of opening within one day's schedule, in minutes after that day's midnight; may end the next day. */
export interface Stretch {
  readonly day: IsoDate;
  readonly opens: number;
  readonly closes: number;
  readonly description?: string | undefined;
}

const DAY_CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

const DAY_MINUTES = 1440;
const DAYS_AHEAD = 14;
const UNKNOWN: Opening = { state: 'unknown' };

export function isOpenAt(hours: Hours | undefined, instant: Instant): boolean {
  const { state } = openingAt(hours, instant);
  return state === 'open' || state === 'always';
}

export function openingAt(hours: Hours | undefined, instant: Instant): Opening {
  const day = hours && wallClockAt(instant, hours.timezone)?.day;
  if (!hours || !day) return UNKNOWN;
  const isException = hours.exceptions.some((one) => covers(one, day));
  if (hours.always_open && !isException) return { state: 'always' };
  const opening = openingBySchedule(hours, instant, day);
  const isSaid = isException || hours.always_open || hours.schedules.some((one) => isWithin(one, day));
  if (opening.state !== 'closed' || isSaid) return opening;
  // Nothing speaks of today: hours that begin later are closed until then, anything else is not known to be closed.
  if (hours.schedules.length > 0) return opening.opens === null ? UNKNOWN : opening;
  return hours.by_appointment ? { state: 'appointment' } : UNKNOWN;
}

/**
 * By the clock on the service's wall. In the hour that comes twice when clocks go back, the benefit of the doubt is for
 * open: it opens the first time that its clock shows the time, and closes the last time.
 */
function openingBySchedule(hours: Hours, instant: Instant, today: IsoDate): Opening {
  const zone = hours.timezone;
  const bounds = wallClockBoundsAt(instant, zone);
  if (!bounds) return UNKNOWN;
  const [latest, earliest] = [minutesOf(bounds.latest), minutesOf(bounds.earliest)];
  const at = (minutes: number, which: 'first' | 'last') =>
    instantOfWallClock(wallClockOf(minutes), zone, which) ?? 0;
  let until: number | null = null;
  for (const { opens, closes } of stretchesAround(hours, today)) {
    if (until !== null) {
      const joins = opens <= until || at(opens, 'first') <= at(until, 'last');
      if (!joins) break;
      until = Math.max(until, closes);
    } else if (opens > latest) {
      const moment = at(opens, 'first');
      // All of it may fall into the hour that is skipped when clocks go forward.
      if (moment < at(closes, 'last')) return { state: 'closed', opens: moment };
    } else if (earliest < closes) until = closes;
  }
  if (until === null) return { state: 'closed', opens: null };
  const isEndless = until >= minutesOf({ day: addDays(today, DAYS_AHEAD + 1), minute: 0 });
  return isEndless ? { state: 'always' } : { state: 'open', until: at(until, 'last') };
}

/** Minutes of the wall clock, earliest opening first; from yesterday, because a night's opening runs past midnight. */
function stretchesAround(hours: Hours, today: IsoDate): { opens: number; closes: number }[] {
  const around: { opens: number; closes: number }[] = [];
  for (let ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
    const day = addDays(today, ahead);
    const midnight = minutesOf({ day, minute: 0 });
    for (const { opens, closes } of stretchesOn(hours, day))
      around.push({ opens: midnight + opens, closes: midnight + closes });
  }
  return around.sort((a, b) => a.opens - b.opens);
}

/** What is open on a day, earliest first. An exception for the day replaces the week's schedule. */
export function stretchesOn(hours: Hours, day: IsoDate): Stretch[] {
  const exceptions = hours.exceptions.filter((one) => covers(one, day));
  if (exceptions.length > 0) {
    return exceptions.flatMap((one) =>
      one.opens_at && one.closes_at ? [stretch(day, one.opens_at, one.closes_at, one.description)] : [],
    );
  }
  if (hours.always_open) return [{ day, opens: 0, closes: DAY_MINUTES }];
  return hours.schedules
    .filter((schedule) => isWithin(schedule, day) && fallsOn(schedule, day))
    .map((schedule) => stretch(day, schedule.opens_at, schedule.closes_at, schedule.description))
    .sort((a, b) => a.opens - b.opens);
}

function stretch(day: IsoDate, opensAt: string, closesAt: string, description?: string): Stretch {
  return { day, ...dayMinutes(opensAt, closesAt), description };
}

/** Minutes after midnight; what closes before it opens closes the next day. */
export function dayMinutes(opensAt: string, closesAt: string): Pick<Stretch, 'opens' | 'closes'> {
  const opens = minutes(opensAt);
  const closes = minutes(closesAt);
  // HSDS guidance writes a whole day as 00:00 to 23:59.
  const end = closes === 1439 ? DAY_MINUTES : closes;
  return { opens, closes: end <= opens ? end + DAY_MINUTES : end };
}

function fallsOn(schedule: Schedule, day: IsoDate): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  const code = DAY_CODES[date.getUTCDay()];
  const nth = Math.ceil(date.getUTCDate() / 7);
  return schedule.byday.split(',').some((part) => {
    const week = /^[1-5]/.test(part) ? Number(part[0]) : null;
    return part.slice(-2) === code && (week === null || (schedule.freq === 'MONTHLY' && week === nth));
  });
}

function isWithin(schedule: Schedule, day: IsoDate): boolean {
  return (
    (!schedule.valid_from || schedule.valid_from <= day) && (!schedule.valid_to || day <= schedule.valid_to)
  );
}

function covers(range: { valid_from: IsoDate; valid_to: IsoDate }, day: IsoDate): boolean {
  return range.valid_from <= day && day <= range.valid_to;
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
