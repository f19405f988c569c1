import type { Instant } from '../dates.ts';
import { wallClockAt } from '../zones.ts';
import type { Check } from './edit.ts';

/** Parts of a day by the service's own clock: who does not answer in one may in another. */
export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** What was tried since somebody last had an answer. */
export interface Attempts {
  readonly noAnswer: readonly Instant[];
  readonly cannotTell: readonly Instant[];
  /** When it may be asked again; null: now. */
  readonly notBefore: Instant | null;
  /** Nobody answered three times: a reviewer decides what to do (V3). */
  readonly isForReviewer: boolean;
}

const DAY = 86_400_000;
const MOST_CALLS = 3;
// A week, two, four: whoever cannot tell from a desk will not know tomorrow either.
const CANNOT_TELL_DAYS = 7;
const MOST_WEEKS = 8;
// Long enough for another part of the day, at which a retry is offered.
const RETRY_HOURS = 4;
const SKIPPED_DAYS = 1;

/** Of one field, or with null of all of a listing's. An answer clears what went before it. */
export function attemptsOn(checks: readonly Check[], listingId: string, field: string | null): Attempts {
  const own = checks
    .filter((check) => check.listingId === listingId && (field === null || check.field === field))
    .map(({ answer, at }) => ({ answer, at: Date.parse(at) }))
    .sort((one, other) => one.at - other.at);
  const answered = own.findLast(({ answer }) => answer === 'still-right' || answer === 'changed')?.at;
  const since = own.filter(({ at }) => answered === undefined || at > answered);
  const instants = (wanted: Check['answer']) =>
    since.filter(({ answer }) => answer === wanted).map(({ at }) => at);
  const noAnswer = instants('no-answer');
  const cannotTell = instants('cannot-tell');
  const weeks = Math.min(2 ** (cannotTell.length - 1), MOST_WEEKS);
  const waits = [
    ...after(cannotTell, weeks * CANNOT_TELL_DAYS * DAY),
    ...after(noAnswer, RETRY_HOURS * 3_600_000),
    ...after(instants('skipped'), SKIPPED_DAYS * DAY),
  ];
  return {
    noAnswer,
    cannotTell,
    notBefore: waits.length > 0 ? Math.max(...waits) : null,
    isForReviewer: noAnswer.length >= MOST_CALLS,
  };
}

function after(instants: readonly Instant[], wait: number): number[] {
  const last = instants.at(-1);
  return last === undefined ? [] : [last + wait];
}

/** The parts of a day in which nobody has tried yet, by the service's clock; all of them once every one was tried. */
export function dayPartsLeft(tried: readonly Instant[], zone: string): readonly DayPart[] {
  const gone = tried.map((at) => dayPartAt(at, zone));
  const left = DAY_PARTS.filter((part) => !gone.includes(part));
  return left.length > 0 ? left : DAY_PARTS;
}

/** The part of the service's day at an instant; null at night, and where this machine does not know the zone. */
export function dayPartAt(instant: Instant, zone: string): DayPart | null {
  const minute = wallClockAt(instant, zone)?.minute;
  if (minute === undefined || minute < 7 * 60 || minute >= 22 * 60) return null;
  if (minute < 12 * 60) return 'morning';
  return minute < 17 * 60 ? 'afternoon' : 'evening';
}
