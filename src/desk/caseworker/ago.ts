import { formatTag } from '../../page/dates.ts';

const HOUR = 3_600_000;
const DAY_HOURS = 24;

/** How long ago, in the words of a language: "3 hours ago", "2 days ago". */
export function ago(language: string, then: number, now: number): string {
  const words = new Intl.RelativeTimeFormat(formatTag(language), { numeric: 'always' });
  const hours = Math.max(0, Math.round((now - then) / HOUR));
  return hours < 2 * DAY_HOURS
    ? words.format(-hours, 'hour')
    : words.format(-Math.round(hours / DAY_HOURS), 'day');
}
