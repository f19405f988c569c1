import { addDays, type IsoDate, isIsoDate, startOf } from './dates.ts';
import type { Report } from './desk-api.ts';
import { isRecord } from './is-record.ts';
import { fail, type Result, succeed } from './result.ts';
import { isUuid } from './schema.ts';

// What caseworkers' files say of listings: by week, and from nobody (settled 37). Read as a stranger's file: a field more
// could hold a client, so it is refused and not passed over.

export const SIGNALS = [
  'full',
  'number-dead',
  'refused-on-language',
  'refused-on-status',
  'wrong-hours',
] as const;
export type Signal = (typeof SIGNALS)[number];

export type SignalReport = Report & { readonly signal: Signal };

export type SignalsProblem =
  | { readonly kind: 'no-signals' | 'too-new' | 'too-large' }
  /** At this place, counted from 0; never with what stood there. */
  | { readonly kind: 'bad-signal'; readonly place: number; readonly field: keyof Report | '(name)' };

const MOST_CHARACTERS = 1_000_000;
const MOST_SIGNALS = 5_000;
// Older ones say nothing of today; later than this week nothing can have happened.
const OLDEST_DAYS = 366;

/** Reads a file of signals; the same one twice is one. `today` is the reader's. */
export function readSignals(text: string, today: IsoDate): Result<SignalReport[], SignalsProblem> {
  if (text.length > MOST_CHARACTERS) return fail({ kind: 'too-large' });
  const input = parsed(text);
  if (!isRecord(input) || input.type !== 'waypost-signals') return fail({ kind: 'no-signals' });
  if (input.version !== 1) return fail({ kind: 'too-new' });
  const { signals } = input;
  if (!Array.isArray(signals) || Object.keys(input).length !== 3) return fail({ kind: 'no-signals' });
  if (signals.length > MOST_SIGNALS) return fail({ kind: 'too-large' });
  const reports = new Map<string, SignalReport>();
  for (const [place, signal] of signals.entries()) {
    const read = readSignal(signal, today);
    if (typeof read === 'string') return fail({ kind: 'bad-signal', place, field: read });
    reports.set(keyOf(read), read);
  }
  return succeed([...reports].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, report]) => report));
}

/** The Monday of a day's week. */
export function mondayOf(day: IsoDate): IsoDate {
  const daysSinceMonday = (new Date(startOf(day)).getUTCDay() + 6) % 7;
  return addDays(day, -daysSinceMonday);
}

function keyOf({ listingId, signal, weekOf }: Report): string {
  return `${listingId} ${signal} ${weekOf}`;
}

function readSignal(value: unknown, today: IsoDate): SignalReport | keyof Report | '(name)' {
  if (!isRecord(value) || Object.keys(value).length !== 3) return '(name)';
  const { listing_id: listingId, signal, week_of: weekOf } = value;
  if (!isUuid(listingId)) return 'listingId';
  const known = SIGNALS.find((one) => one === signal);
  if (!known) return 'signal';
  return isWeek(weekOf, today) ? { listingId, signal: known, weekOf } : 'weekOf';
}

/** A Monday and no other day: another would tell more of the day than its week. */
function isWeek(week: unknown, today: IsoDate): week is IsoDate {
  if (typeof week !== 'string' || !isIsoDate(week) || week !== mondayOf(week)) return false;
  return week <= today && week >= addDays(today, -OLDEST_DAYS);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What was said of one listing, the most often said first. */
export interface ListingSignals {
  readonly listingId: string;
  readonly signals: readonly { readonly signal: Signal; readonly weeks: number; readonly latest: IsoDate }[];
}

/** By listing, those of which most was said first: what to look at next. Weeks are counted, never people. */
export function signalsByListing(reports: readonly SignalReport[]): ListingSignals[] {
  const ids = [...new Set(reports.map(({ listingId }) => listingId))];
  return ids
    .map((listingId) => {
      const own = reports.filter((one) => one.listingId === listingId);
      const signals = SIGNALS.flatMap((signal) => {
        const weeks = [...new Set(own.flatMap((one) => (one.signal === signal ? one.weekOf : [])))].sort();
        const latest = weeks.at(-1);
        return latest ? [{ signal, weeks: weeks.length, latest }] : [];
      });
      return { listingId, signals: signals.sort((one, other) => other.weeks - one.weeks) };
    })
    .sort((one, other) => saidOf(other) - saidOf(one) || (one.listingId < other.listingId ? -1 : 1));
}

function saidOf({ signals }: ListingSignals): number {
  return signals.reduce((sum, { weeks }) => sum + weeks, 0);
}
