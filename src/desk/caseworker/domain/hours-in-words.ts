import { addDays, type IsoDate } from '../../../core/dates.ts';
import { type DayCode, dayRuns, type HandedStretch, handedHoursOf } from '../../../core/hand-over/hours.ts';
import { dayMinutes } from '../../../core/opening-hours.ts';
import type { Hours } from '../../../core/schema.ts';
import type { SheetText } from './sheet.ts';
import type { SheetWords } from './sheet-words.ts';

// How far ahead a day that is not like the others is told: paper is read for weeks, not for years.
const DAYS_AHEAD = 60;
const DAY = 1440;

/**
 * When a service is open, as lines for paper: by weekdays, not by dates, because nobody knows when it is read. Hours
 * that no week can hold are the source's own words; where there are none either, not known.
 */
export function hoursInWords(
  hours: Hours | undefined,
  textLanguage: string,
  words: SheetWords,
  today: IsoDate,
): SheetText[] {
  const own = (text: string): SheetText => ({ text, language: words.language });
  const handed = handedHoursOf(hours);
  if (handed.kind === 'always') return [own(words.service('opening.always'))];
  if (handed.kind === 'appointment') return [own(words.service('opening.appointment'))];
  if (!hours || handed.kind !== 'weekly') {
    const source = hours?.source_text;
    return source ? [{ text: source, language: textLanguage }] : [own(words.service('opening.unknown'))];
  }
  const lines = linesOf(handed.stretches, words);
  if (hours.by_appointment) lines.push(words.service('opening.appointment'));
  return [...lines, ...exceptionsIn(hours, words, today)].map(own);
}

/** Days with the same times stand together. */
function linesOf(stretches: readonly HandedStretch[], words: SheetWords): string[] {
  const times = new Map<DayCode, string[]>();
  for (const stretch of [...stretches].sort((a, b) => a.opens - b.opens))
    for (const day of stretch.days) times.set(day, [...(times.get(day) ?? []), timesOf(stretch, words)]);
  const days = new Map<string, DayCode[]>();
  for (const [day, all] of times) {
    const key = words.list(all);
    days.set(key, [...(days.get(key) ?? []), day]);
  }
  return [...days].map(([at, on]) => words.sheet('hoursLine', { days: daysOf(on, words), times: at }));
}

function daysOf(days: readonly DayCode[], words: SheetWords): string {
  const name = (day: DayCode) => words.service(`days.${day}`);
  return words.list(
    dayRuns(days).map(({ from, to }) =>
      from === to ? name(from) : words.sheet('hoursDays', { from: name(from), to: name(to) }),
    ),
  );
}

function timesOf(
  { opens, closes }: Pick<HandedStretch, 'opens' | 'closes'>,
  { service }: SheetWords,
): string {
  if (opens === 0 && closes === DAY) return service('opening.allDay');
  const range = { from: clock(opens), to: clock(closes) };
  return closes > DAY ? service('opening.nextDay', range) : service('opening.range', range);
}

function exceptionsIn(hours: Hours, words: SheetWords, today: IsoDate): string[] {
  return hours.exceptions
    .filter(({ valid_from: from, valid_to: to }) => to >= today && from <= addDays(today, DAYS_AHEAD))
    .map(({ valid_from: from, valid_to: to, opens_at: opens, closes_at: closes }) => {
      const date = from === to ? words.day(from) : `${words.day(from)} – ${words.day(to)}`;
      const what =
        opens && closes ? timesOf(dayMinutes(opens, closes), words) : words.service('opening.closedDay');
      return words.service('opening.exception', { date, what });
    });
}

function clock(minutes: number): string {
  const wrapped = minutes % DAY;
  return `${String(Math.floor(wrapped / 60)).padStart(2, '0')}:${String(wrapped % 60).padStart(2, '0')}`;
}
