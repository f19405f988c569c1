import { addDays, type Instant, type IsoDate } from './dates.ts';
import type { Hours, Schedule } from './schema.ts';
import { instantOfWallClock, type WallClock, wallClockAt } from './zones.ts';

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
export type DayCode = (typeof DAY_CODES)[number];
const DAY_MINUTES = 1440;
const DAYS_AHEAD = 14;
const UNKNOWN: Opening = { state: 'unknown' };

export function isOpenAt(hours: Hours | undefined, instant: Instant): boolean {
  const { state } = openingAt(hours, instant);
  return state === 'open' || state === 'always';
}

export function openingAt(hours: Hours | undefined, instant: Instant): Opening {
  if (!hours) return UNKNOWN;
  const wall = wallClockAt(instant, hours.timezone);
  if (!wall) return UNKNOWN;
  const isClosedToday = hours.exceptions.some((one) => covers(one, wall.day) && one.opens_at === undefined);
  if (hours.always_open && !isClosedToday) return { state: 'always' };
  if (!hours.always_open && hours.schedules.length === 0 && hours.exceptions.length === 0) {
    return hours.by_appointment ? { state: 'appointment' } : UNKNOWN;
  }
  return openingBySchedule(hours, wall);
}

function openingBySchedule(hours: Hours, wall: WallClock): Opening {
  const stretches: Stretch[] = [];
  // From yesterday, because a night's opening runs past midnight.
  for (let ahead = -1; ahead <= DAYS_AHEAD; ahead++)
    stretches.push(...stretchesOn(hours, addDays(wall.day, ahead)));
  const minuteOf = (stretch: Stretch, minute: number) => dayNumber(stretch.day) * DAY_MINUTES + minute;
  const now = dayNumber(wall.day) * DAY_MINUTES + wall.minute;
  let until = -1;
  for (const stretch of stretches.sort((a, b) => minuteOf(a, a.opens) - minuteOf(b, b.opens))) {
    const opens = minuteOf(stretch, stretch.opens);
    const closes = minuteOf(stretch, stretch.closes);
    const isNow = opens <= now && now < closes;
    const joinsOn = until >= 0 && opens <= until;
    if (isNow || joinsOn) until = Math.max(until, closes);
    else if (opens > now && until < 0) return { state: 'closed', opens: toInstant(opens, hours.timezone) };
  }
  if (until < 0) return { state: 'closed', opens: null };
  const end = toInstant(until, hours.timezone);
  return end === null ? UNKNOWN : { state: 'open', until: end };
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
  const opens = minutes(opensAt);
  const closes = minutes(closesAt);
  // HSDS guidance writes a whole day as 00:00 to 23:59.
  const end = closes === 1439 ? DAY_MINUTES : closes;
  return { day, opens, closes: end <= opens ? end + DAY_MINUTES : end, description };
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

function dayNumber(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

function toInstant(minute: number, zone: string): Instant | null {
  const day = new Date(Math.floor(minute / DAY_MINUTES) * 86_400_000).toISOString().slice(0, 10);
  return instantOfWallClock({ day, minute: minute % DAY_MINUTES }, zone);
}
