import { useLanguage } from './translation.tsx';

// Latin digits in every language: a date is read against other papers, and digits are copied. English writes the day
// first, as most of its readers here do.
const TAGS: Readonly<Record<string, string>> = { ar: 'ar-u-nu-latn', en: 'en-GB' };
/** How a language is given to formatters of dates and numbers. */
export const formatTag = (language: string) => TAGS[language] ?? language;

export interface Dates {
  /** The device's own, as it was when the page was opened. */
  readonly zone: string;
  /** A calendar day, as in "21 Nov 2026". */
  day(isoDay: string): string;
  /** A moment on the clock of a zone, as in "Mon 09:00"; the day is left out when it is today there. */
  clock(instant: number, zone: string, now: number): string;
  /** Minutes after midnight, as in "09:00". */
  minutes(minutes: number): string;
}

export function useDates(): Dates {
  return datesIn(useLanguage());
}

/** Of a language that need not be the page's, as on a sheet that is given away. */
export function datesIn(language: string): Dates {
  known[language] ??= createDates(language);
  return known[language];
}

// A formatter takes a slow phone as long as a card: one set a language, not one a line of each card, and the first of all,
// which takes several times as long, only for a screen that has a date.
const known: Record<string, Dates> = {};

function createDates(language: string): Dates {
  const tag = formatTag(language);
  let dayFormat: Intl.DateTimeFormat | undefined;
  let ownZone: string | undefined;
  const clocks = new Map<string, [Intl.DateTimeFormat, Intl.DateTimeFormat]>();
  const clocksOf = (zone: string) => {
    let pair = clocks.get(zone);
    if (!pair) {
      const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const;
      pair = [
        new Intl.DateTimeFormat(tag, time),
        new Intl.DateTimeFormat(tag, { ...time, weekday: 'short' }),
      ];
      clocks.set(zone, pair);
    }
    return pair;
  };
  return {
    get zone() {
      ownZone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;
      return ownZone;
    },
    day: (isoDay) => {
      dayFormat ??= new Intl.DateTimeFormat(tag, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      });
      return dayFormat.format(new Date(`${isoDay}T00:00:00Z`));
    },
    clock: (instant, zone, now) => {
      const [time, dayAndTime] = clocksOf(zone);
      const isSoon = instant - now < 12 * 3_600_000;
      return (isSoon ? time : dayAndTime).format(instant);
    },
    minutes: (minutes) => {
      const wrapped = minutes % 1440;
      return `${String(Math.floor(wrapped / 60)).padStart(2, '0')}:${String(wrapped % 60).padStart(2, '0')}`;
    },
  };
}
