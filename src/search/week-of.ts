import { dayMinutes } from '../core/opening-hours.ts';
import type { Hours } from '../core/schema.ts';

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const DAY = 1440;

/**
 * The minutes of the week from Sunday at which a service opens and closes, by turns; null where a week does not say it
 * all. Working out each week by the calendar costs a hundred times as much.
 */
export function weekOf({ schedules, exceptions, always_open: isAlways }: Hours): number[] | null {
  if (schedules.length === 0 || exceptions.length > 0 || isAlways) return null;
  const week: number[] = [];
  for (const { byday, opens_at: opensAt, closes_at: closesAt, valid_from: from, valid_to: to } of schedules) {
    if (from || to) return null;
    const { opens, closes } = dayMinutes(opensAt, closesAt);
    for (const day of byday.split(',')) {
      const midnight = DAYS.indexOf(day) * DAY;
      if (midnight < 0) return null;
      week.push(midnight + opens, midnight + closes);
    }
  }
  return week;
}
