import type { Instant, IsoDate } from '../dates.ts';
import { addDays } from '../dates.ts';
import { contentLines, escapedText } from './content-lines.ts';
import type { ExportedFile } from './exported-file.ts';

/** Something to do on a day, or at a moment. */
export interface FollowUp {
  /** Random, and the same whenever it is written, so that a calendar replaces it instead of adding another. */
  readonly id: string;
  /** Short letters and digits for the client, as in `K7`: a calendar is read by everybody who shares it. */
  readonly code: string;
  readonly when: { readonly day: IsoDate } | { readonly instant: Instant; readonly minutes: number };
}

export interface CalendarOptions {
  /** The neutral words before the code, as in "Follow-up". */
  readonly title: string;
  readonly instant: Instant;
}

const CODE = /^[\p{L}\p{N}-]{1,8}$/u;
const MINUTE = 60_000;

/**
 * RFC 5545. A title of ours and a code, and nothing else: no place, no description, no alarm that would light up a locked
 * screen. A code that is longer, or words, is left out: what somebody typed there is nobody's business in a calendar.
 */
export function calendarFile(followUps: readonly FollowUp[], options: CalendarOptions): ExportedFile {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Calendar//EN',
    ...followUps.flatMap((one) => eventLines(one, options)),
    'END:VCALENDAR',
  ];
  return { path: 'dates.ics', text: contentLines(lines) };
}

function eventLines({ id, code, when }: FollowUp, { title, instant }: CalendarOptions): string[] {
  const summary = CODE.test(code) ? `${title} ${code}` : title;
  return [
    'BEGIN:VEVENT',
    `UID:${escapedText(id)}`,
    `DTSTAMP:${utc(instant)}`,
    ...('day' in when
      ? [`DTSTART;VALUE=DATE:${digits(when.day)}`, `DTEND;VALUE=DATE:${digits(addDays(when.day, 1))}`]
      : [`DTSTART:${utc(when.instant)}`, `DTEND:${utc(when.instant + when.minutes * MINUTE)}`]),
    `SUMMARY:${escapedText(summary)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function digits(day: IsoDate): string {
  return day.replaceAll('-', '');
}

/** As in 20261128T150000Z: UTC, so that no calendar needs to know our zones. */
function utc(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
