import { isIsoDate } from '../dates.ts';
import { readClockRange } from './read-clock.ts';
import { readDays } from './read-days.ts';

/** Hours as somebody wrote them down. */
export interface WrittenHours {
  /** In words, or as a source row has it; always kept. */
  readonly text?: string | undefined;
  /** Where the source has fields for days and times. */
  readonly slots?: readonly WrittenSlot[];
}

export interface WrittenSlot {
  readonly days: string;
  readonly opens: string;
  readonly closes: string;
  readonly isMonthly?: boolean;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
  /** A rule that a weekly table cannot hold, such as every second week. */
  readonly isOther?: boolean;
}

export interface ReadSchedule {
  readonly freq: 'WEEKLY' | 'MONTHLY';
  readonly byday: string;
  readonly opens_at: string;
  readonly closes_at: string;
  readonly valid_from?: string;
  readonly valid_to?: string;
}

export type ReadHours =
  | { readonly kind: 'always' }
  | { readonly kind: 'appointment' }
  | { readonly kind: 'schedules'; readonly schedules: readonly ReadSchedule[] }
  | { readonly kind: 'words' };

const WORDS: ReadHours = { kind: 'words' };
const ALWAYS =
  /^(open )?(24\/7|24 ?(hours|hrs)( a day)?,? ?(7|seven) days( a week)?|24 ?(hours|hrs),? (daily|every ?day)|24 ?(hours|hrs) a day)$/;
const APPOINTMENT = /^by appointment( only)?$/;
const TIME = String.raw`(?:\d{1,4}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|noon|midday|midnight)`;
const RANGE = String.raw`(${TIME})\s*(?:-|to|until)\s*(${TIME})`;
const DAYS = String.raw`([a-z][a-z\s,&/.-]*?)`;
const DAYS_FIRST = new RegExp(
  String.raw`^${DAYS}\s*[:,]?\s*(?:from\s+)?${RANGE}(?:\s*(?:,|&|and)\s*${RANGE})?$`,
);
const TIMES_FIRST = new RegExp(String.raw`^${RANGE}\s*,?\s*${DAYS}$`);
const CLOSED = new RegExp(String.raw`^(?:${DAYS}\s*[:,-]?\s*closed|closed (?:on )?${DAYS})$`);

/** Hours as a table where every word of the source is understood; otherwise they stay words. Never a guess. */
export function readHours(hours: WrittenHours): ReadHours {
  if (hours.slots && hours.slots.length > 0) return readSlots(hours.slots);
  const text = plain(hours.text ?? '');
  if (ALWAYS.test(text)) return { kind: 'always' };
  if (APPOINTMENT.test(text)) return { kind: 'appointment' };
  const schedules: ReadSchedule[] = [];
  for (const part of partsOf(text)) {
    const read = readPart(part);
    if (!read) return WORDS;
    schedules.push(...read);
  }
  return schedules.length > 0 ? { kind: 'schedules', schedules } : WORDS;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[–—]/g, '-')
    .replace(/^\s*(opening |office )?hours:?\s*/, '')
    .replaceAll(/\s+/g, (space) => (space.includes('\n') ? '\n' : ' '))
    .replace(/\.$/, '')
    .trim();
}

/** A comma divides only between a time and the next day. */
function partsOf(text: string): string[] {
  return text
    .split(/\s*[;\n|]\s*|(?<=\d|m|noon|midnight|closed)\s*,\s*(?=[a-z])/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readPart(part: string): ReadSchedule[] | undefined {
  const closed = CLOSED.exec(part);
  if (closed) return readDays(closed[1] ?? closed[2] ?? '') ? [] : undefined;
  const first = DAYS_FIRST.exec(part);
  if (first) {
    const [, days = '', from = '', to = '', again, until] = first;
    const morning = weekly(days, from, to);
    if (!again || !until) return morning && [morning];
    const evening = weekly(days, again, until);
    return morning && evening && [morning, evening];
  }
  const second = TIMES_FIRST.exec(part);
  const read = second ? weekly(second[3] ?? '', second[1] ?? '', second[2] ?? '') : undefined;
  return read && [read];
}

function weekly(days: string, from: string, to: string): ReadSchedule | undefined {
  const byday = readDays(days);
  const range = readClockRange(from, to);
  return byday && range
    ? { freq: 'WEEKLY', byday, opens_at: range.opens, closes_at: range.closes }
    : undefined;
}

function readSlots(slots: readonly WrittenSlot[]): ReadHours {
  const schedules: ReadSchedule[] = [];
  for (const slot of slots) {
    const read = readSlot(slot);
    if (!read) return WORDS;
    schedules.push(read);
  }
  return { kind: 'schedules', schedules: gathered(schedules) };
}

function readSlot(slot: WrittenSlot): ReadSchedule | undefined {
  if (slot.isOther) return undefined;
  const range = readClockRange(slot.opens, slot.closes);
  const monthly = /^[1-5](MO|TU|WE|TH|FR|SA|SU)(,[1-5](MO|TU|WE|TH|FR|SA|SU))*$/.test(slot.days);
  const byday = slot.isMonthly ? (monthly ? slot.days : undefined) : readDays(slot.days);
  if (!range || !byday) return undefined;
  const { validFrom, validTo } = slot;
  if (validFrom && validTo && validFrom > validTo) return undefined;
  return {
    freq: slot.isMonthly ? 'MONTHLY' : 'WEEKLY',
    byday,
    opens_at: range.opens,
    closes_at: range.closes,
    ...(validFrom && isIsoDate(validFrom) ? { valid_from: validFrom } : {}),
    ...(validTo && isIsoDate(validTo) ? { valid_to: validTo } : {}),
  };
}

/** One row a day becomes one schedule for all days with the same times. */
function gathered(schedules: readonly ReadSchedule[]): ReadSchedule[] {
  const byTimes = new Map<string, ReadSchedule>();
  for (const one of schedules) {
    const key = [one.freq, one.opens_at, one.closes_at, one.valid_from, one.valid_to].join(' ');
    const before = byTimes.get(key);
    const days = new Set([...(before?.byday.split(',') ?? []), ...one.byday.split(',')]);
    byTimes.set(key, { ...one, byday: [...days].join(',') });
  }
  return [...byTimes.values()];
}
