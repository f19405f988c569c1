import { addDays, type IsoDate, startOf } from '../../../core/dates.ts';
import type { ReferralStep } from './referral.ts';

// What a worker may tell the directory (C10): something about the listing, on one of seven days, from nobody.

export const SIGNAL_KINDS = [
  'full',
  'number-dead',
  'refused-on-language',
  'refused-on-status',
  'wrong-hours',
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** All of it. No field could hold a client, a worker, a language, a status or a day. */
export interface ListingSignal {
  readonly listing_id: string;
  readonly signal: SignalKind;
  /** The Monday of its week. */
  readonly week_of: IsoDate;
}

/** What a step of a referral lets a worker tell with one tap; null where it says nothing of the listing. */
export function signalOfStep({ status, reason }: Pick<ReferralStep, 'status' | 'reason'>): SignalKind | null {
  if (status === 'full') return 'full';
  if (status !== 'declined') return null;
  if (reason === 'language') return 'refused-on-language';
  return reason === 'immigration-status' ? 'refused-on-status' : null;
}

/** The day is that of what happened, not of the sending, and only its week is kept. */
export function listingSignal(listingId: string, signal: SignalKind, on: IsoDate): ListingSignal {
  return { listing_id: listingId, signal, week_of: mondayOf(on) };
}

/** The same twice is said once, so that nobody can count clients; the order is that of the alphabet, not of events. */
export function addSignal(outbox: readonly ListingSignal[], signal: ListingSignal): readonly ListingSignal[] {
  const keyOf = (one: ListingSignal) => `${one.listing_id} ${one.signal} ${one.week_of}`;
  const byKey = new Map([...outbox, signal].map((one) => [keyOf(one), one]));
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
}

/** The outbox as a file, field by field, so that nothing can ride along; as it is previewed. */
export function signalFile(outbox: readonly ListingSignal[]): string {
  const signals = outbox
    .reduce<readonly ListingSignal[]>((list, one) => addSignal(list, one), [])
    .map(({ listing_id, signal, week_of }) => ({ listing_id, signal, week_of: mondayOf(week_of) }));
  return `${JSON.stringify({ type: 'waypost-signals', version: 1, signals }, null, 2)}\n`;
}

function mondayOf(day: IsoDate): IsoDate {
  const daysSinceMonday = (new Date(startOf(day)).getUTCDay() + 6) % 7;
  return addDays(day, -daysSinceMonday);
}
