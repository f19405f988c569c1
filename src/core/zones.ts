import type { Instant, IsoDate } from './dates.ts';

/** What a clock on the wall shows somewhere: a day and minutes after midnight. */
export interface WallClock {
  readonly day: IsoDate;
  readonly minute: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
// Clocks change on a quarter of an hour of UTC in every zone, so an offset holds for the whole of one.
const QUARTER = 15 * MINUTE;
const MOST_OFFSETS = 2000;

// The first formatter with a zone costs 20 to 80 ms on a phone (measured), later ones nothing: one a zone, kept. Asking
// one is still the dearest step of a search for what is open now, so its answers are kept too.
const formatters = new Map<string, Intl.DateTimeFormat | null>();
const offsets = new Map<string, number>();

function formatterFor(zone: string): Intl.DateTimeFormat | null {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    try {
      formatter = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
        timeZone: zone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      });
    } catch {
      formatter = null;
    }
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** The wall clock of an IANA zone at an instant; null where this machine does not know the zone. */
export function wallClockAt(instant: Instant, zone: string): WallClock | null {
  const offset = offsetAt(instant, zone);
  return offset === null ? null : wallClockOf(Math.floor((instant + offset) / MINUTE));
}

/**
 * The instant at which a wall clock comes to a day and minute; null for an unknown zone. Times that are skipped when the
 * clocks go forward all come at the moment of the change. For a time that comes twice when they go back, `first` is when
 * the clock shows it first, `last` is when it shows that or later for good.
 */
export function instantOfWallClock(
  wall: WallClock,
  zone: string,
  which: 'first' | 'last' = 'first',
): Instant | null {
  const asUtc = minutesOf(wall) * MINUTE;
  const before = offsetAt(asUtc - DAY, zone);
  const after = offsetAt(asUtc + DAY, zone);
  if (before === null || after === null) return null;
  const [early, late] = [asUtc - Math.max(before, after), asUtc - Math.min(before, after)];
  const isShown = (instant: Instant) => offsetAt(instant, zone) === asUtc - instant;
  if (!isShown(early)) return isShown(late) ? late : changeBetween(early, late, zone);
  // The time to which the clocks are put back is not undercut again.
  const isUndercut = isShown(late) && late > changeBetween(early, late, zone);
  return which === 'last' && isUndercut ? late : early;
}

/**
 * The latest time that the wall clock has shown until now and the earliest that it will show from now on. They are both
 * what it shows now, but for the hours around a change back, when an hour comes twice.
 */
export function wallClockBoundsAt(
  instant: Instant,
  zone: string,
): { readonly latest: WallClock; readonly earliest: WallClock } | null {
  const offset = offsetAt(instant, zone);
  const before = offsetAt(instant - 3 * HOUR, zone);
  const after = offsetAt(instant + 3 * HOUR, zone);
  if (offset === null || before === null || after === null) return null;
  const now = instant + offset;
  const wentBack = before > offset ? changeBetween(instant - 3 * HOUR, instant, zone) : null;
  const goesBack = after < offset ? changeBetween(instant, instant + 3 * HOUR, zone) : null;
  const latest = wentBack === null ? now : Math.max(now, wentBack + before - MINUTE);
  const earliest = goesBack === null ? now : Math.min(now, goesBack + after);
  return {
    latest: wallClockOf(Math.floor(latest / MINUTE)),
    earliest: wallClockOf(Math.floor(earliest / MINUTE)),
  };
}

/** Minutes since 1970 as the wall clock counts them. */
export function minutesOf({ day, minute }: WallClock): number {
  return Date.parse(`${day}T00:00:00Z`) / MINUTE + minute;
}

/** The wall clock after so many of its minutes since 1970. */
export function wallClockOf(minutes: number): WallClock {
  const day = Math.floor(minutes / 1440);
  return { day: new Date(day * DAY).toISOString().slice(0, 10), minute: minutes - day * 1440 };
}

/** The first instant after `from` that has another offset; `to` must have that other one. */
function changeBetween(from: Instant, to: Instant, zone: string): Instant {
  const before = offsetAt(from, zone);
  let [low, high] = [Math.floor(from / QUARTER), Math.ceil(to / QUARTER)];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (offsetAt(middle * QUARTER, zone) === before) low = middle;
    else high = middle;
  }
  return high * QUARTER;
}

/** Milliseconds that the zone is ahead of UTC at an instant. */
function offsetAt(instant: Instant, zone: string): number | null {
  const quarter = Math.floor(instant / QUARTER) * QUARTER;
  const key = `${quarter} ${zone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const formatter = formatterFor(zone);
  if (!formatter) return null;
  const part = { year: '', month: '', day: '', hour: '', minute: '' } as Record<string, string>;
  for (const { type, value } of formatter.formatToParts(quarter)) part[type] = value;
  const day = `${part.year?.padStart(4, '0')}-${part.month}-${part.day}`;
  const offset = minutesOf({ day, minute: Number(part.hour) * 60 + Number(part.minute) }) * MINUTE - quarter;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(key, offset);
  return offset;
}
