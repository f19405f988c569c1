import { addDays, type IsoDate } from '../../../../core/dates.ts';
import { type CalendarOptions, calendarFile } from '../../../../core/export/calendar-file.ts';
import type { ExportedFile } from '../../../../core/export/exported-file.ts';
import { reviewInterval } from '../../../../core/freshness.ts';
import type { Listing } from '../../../../core/schema.ts';

const DAYS_AHEAD = 90;

/** The day on which each listing is due, today where it is overdue, as how many there are on a day. */
export function dueDays(listings: readonly Listing[], today: IsoDate): ReadonlyMap<IsoDate, number> {
  const days = new Map<IsoDate, number>();
  for (const { verification, needs } of listings) {
    const { checked_on: checked } = verification;
    const due = checked === null ? today : addDays(checked, reviewInterval(needs) + 1);
    const day = due < today ? today : due;
    if (day <= addDays(today, DAYS_AHEAD)) days.set(day, (days.get(day) ?? 0) + 1);
  }
  return days;
}

/** How many checks are due on which day, and of what is nobody's business in a calendar that others read. */
export function dueCalendar(
  listings: readonly Listing[],
  today: IsoDate,
  options: CalendarOptions,
): ExportedFile {
  const events = [...dueDays(listings, today)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, count]) => ({ id: `due-${day}`, code: String(count), when: { day } }));
  return calendarFile(events, options);
}
