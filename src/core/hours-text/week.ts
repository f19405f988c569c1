import { DAY_CODES, type DayCode } from '../hand-over/hours.ts';
import type { Schedule } from '../schema.ts';

/** One time of opening on one day, as clocks show it; what closes before it opens closes the next day. */
export interface OpenTime {
  readonly opens: string;
  readonly closes: string;
}

/** The week as people fill it in, day by day. */
export type Week = Readonly<Record<DayCode, readonly OpenTime[]>>;

export const EMPTY_WEEK: Week = { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] };

/** What a week of days cannot hold, such as every second Tuesday or a season: it stays as it is. */
export function isBesideTheWeek(schedule: Schedule): boolean {
  return (
    schedule.freq !== 'WEEKLY' ||
    [schedule.valid_from, schedule.valid_to, schedule.description].some((one) => one !== undefined)
  );
}

export function weekOf(schedules: readonly Schedule[]): Week {
  const week: Record<DayCode, OpenTime[]> = { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] };
  for (const schedule of schedules) {
    if (isBesideTheWeek(schedule)) continue;
    const days = schedule.byday.split(',');
    for (const day of DAY_CODES)
      if (days.includes(day)) week[day].push({ opens: schedule.opens_at, closes: schedule.closes_at });
  }
  for (const day of DAY_CODES) week[day].sort((one, other) => (one.opens < other.opens ? -1 : 1));
  return week;
}

/** Days that have the same times are one schedule, in the order of the week. */
export function schedulesOf(week: Week): Schedule[] {
  const daysByTimes = new Map<string, { time: OpenTime; days: DayCode[] }>();
  for (const day of DAY_CODES)
    for (const time of week[day]) {
      const key = `${time.opens} ${time.closes}`;
      const known = daysByTimes.get(key) ?? { time, days: [] };
      if (!known.days.includes(day)) known.days.push(day);
      daysByTimes.set(key, known);
    }
  return [...daysByTimes.values()].map(({ time, days }) => ({
    freq: 'WEEKLY',
    byday: days.join(','),
    opens_at: time.opens,
    closes_at: time.closes,
  }));
}
