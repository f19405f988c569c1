import { DAY_CODES, type DayCode, dayRuns } from '../hand-over/hours.ts';
import type { OpenTime, Week } from './week.ts';

const NAMES: Readonly<Record<DayCode, string>> = {
  MO: 'Mon',
  TU: 'Tue',
  WE: 'Wed',
  TH: 'Thu',
  FR: 'Fri',
  SA: 'Sat',
  SU: 'Sun',
};

/** A week as a line that `readHours` reads back as the same week: "Mon-Fri 09:00-17:00; Sat 10:00-14:00". */
export function writeHours(week: Week): string {
  const daysByTimes = new Map<string, DayCode[]>();
  for (const day of DAY_CODES)
    for (const time of week[day]) {
      const key = rangeOf(time);
      daysByTimes.set(key, [...(daysByTimes.get(key) ?? []), day]);
    }
  return [...daysByTimes].map(([times, days]) => `${daysIn(days)} ${times}`).join('; ');
}

function rangeOf({ opens, closes }: OpenTime): string {
  return `${opens}-${closes}`;
}

function daysIn(days: readonly DayCode[]): string {
  return dayRuns(days)
    .map(({ from, to }) => (from === to ? NAMES[from] : `${NAMES[from]}-${NAMES[to]}`))
    .join(', ');
}
