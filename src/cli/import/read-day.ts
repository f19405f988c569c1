import { isIsoDate } from '../../core/dates.ts';

/** A day from `2026-11-21`, its timestamp, or `1/13/12 0:00` as spreadsheets write it; `3/4/12` may be two days, so it is none. */
export function readDay(words: string | undefined): string | undefined {
  const text = words?.trim() ?? '';
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return isIsoDate(text.slice(0, 10)) ? text.slice(0, 10) : undefined;
  const sheet = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(\s|$)/.exec(text);
  if (!sheet) return undefined;
  const [one, two] = [Number(sheet[1]), Number(sheet[2])];
  const year = Number(sheet[3]) < 100 ? 2000 + Number(sheet[3]) : Number(sheet[3]);
  if (one <= 12 && two <= 12 && one !== two) return undefined;
  const [month, day] = one > 12 ? [two, one] : [one, two];
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : undefined;
}
