import { dayMinutes } from '../opening-hours.ts';
import type { Hours } from '../schema.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

export const DAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type DayCode = (typeof DAY_CODES)[number];

/** Open on these days of every week, in minutes after midnight by the service's own clock; may end the next day. */
export interface HandedStretch {
  readonly days: readonly DayCode[];
  readonly opens: number;
  readonly closes: number;
}

/** Regular hours as numbers, so that each phone says them in its own language. `unknown` is never closed. */
export type HandedHours =
  | { readonly kind: 'unknown' | 'always' | 'appointment' }
  | { readonly kind: 'weekly'; readonly stretches: readonly HandedStretch[] };

const MOST_STRETCHES = 7;
const DAY = 1440;
const UNKNOWN: HandedHours = { kind: 'unknown' };
// A byte each. From IN_QUARTERS on it also says how many stretches follow, of three bytes where every time is a quarter
// of an hour, as nearly all are; from IN_MINUTES on, of four.
const KINDS = ['unknown', 'always', 'appointment'] as const;
const IN_QUARTERS = 3;
const IN_MINUTES = IN_QUARTERS + MOST_STRETCHES;
const QUARTER = 15;

/** The hours of a listing as far as a week can hold them: what is only monthly or for a season is not guessed at. */
export function handedHoursOf(hours: Hours | undefined): HandedHours {
  if (!hours) return UNKNOWN;
  if (hours.always_open) return { kind: 'always' };
  const { schedules } = hours;
  if (schedules.length === 0) return { kind: hours.by_appointment ? 'appointment' : 'unknown' };
  const isPlain = schedules.every((one) => one.freq === 'WEEKLY' && !one.valid_from && !one.valid_to);
  if (!isPlain || schedules.length > MOST_STRETCHES) return UNKNOWN;
  const stretches = schedules.map(({ byday, opens_at, closes_at }) => ({
    days: DAY_CODES.filter((code) => byday.split(',').includes(code)),
    ...dayMinutes(opens_at, closes_at),
  }));
  return { kind: 'weekly', stretches };
}

export function writeHours(writer: ByteWriter, hours: HandedHours): void {
  if (hours.kind !== 'weekly') {
    writer.byte(KINDS.indexOf(hours.kind));
    return;
  }
  const { stretches } = hours;
  const isInQuarters = stretches.every(
    ({ opens, closes }) => opens % QUARTER === 0 && closes % QUARTER === 0,
  );
  writer.byte((isInQuarters ? IN_QUARTERS : IN_MINUTES) + stretches.length - 1);
  for (const { days, opens, closes } of stretches) {
    const mask = days.reduce((bits, code) => bits | (1 << DAY_CODES.indexOf(code)), 0);
    const length = closes - opens;
    if (isInQuarters)
      writer
        .byte(mask)
        .byte(opens / QUARTER)
        .byte(length / QUARTER);
    // 7 bits of days, 11 of the opening, 11 of how long.
    else writer.four(mask * 2 ** 22 + opens * 2 ** 11 + length);
  }
}

export function readHours(reader: ByteReader): HandedHours | null {
  const first = reader.byte();
  const kind = KINDS[first];
  if (kind) return { kind };
  const isInQuarters = first < IN_MINUTES;
  const count = first - (isInQuarters ? IN_QUARTERS : IN_MINUTES) + 1;
  if (count > MOST_STRETCHES) return null;
  const stretches = Array.from({ length: count }, () =>
    isInQuarters
      ? stretchOf(reader.byte(), reader.byte() * QUARTER, reader.byte() * QUARTER)
      : stretchIn(reader.four()),
  );
  return stretches.every((one) => one !== null) ? { kind: 'weekly', stretches } : null;
}

function stretchIn(packed: number): HandedStretch | null {
  return stretchOf(Math.floor(packed / 2 ** 22), (packed >>> 11) & 0x7ff, packed & 0x7ff);
}

function stretchOf(mask: number, opens: number, length: number): HandedStretch | null {
  const isSound = mask > 0 && mask < 128 && opens < DAY && length > 0 && length <= DAY;
  if (!isSound) return null;
  return { days: DAY_CODES.filter((_, at) => mask & (1 << at)), opens, closes: opens + length };
}

/** Days that follow each other, as in Monday to Friday; Sunday is not joined to Monday. */
export function dayRuns(days: readonly DayCode[]): { from: DayCode; to: DayCode }[] {
  const runs: { from: DayCode; to: DayCode }[] = [];
  for (const [at, day] of DAY_CODES.entries()) {
    if (!days.includes(day)) continue;
    const last = runs.at(-1);
    if (last && DAY_CODES.indexOf(last.to) === at - 1) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}
