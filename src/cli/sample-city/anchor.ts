import { addDays, type IsoDate } from '../../core/dates.ts';

// The sample city has no clock: every date is told from this day, so that a build gives the same bytes on any day.
export const ANCHOR: IsoDate = '2026-11-24';
/** The day on which the public pages were read. */
export const READ_ON: IsoDate = '2026-11-21';

export function daysBefore(days: number): IsoDate {
  return addDays(ANCHOR, -days);
}
