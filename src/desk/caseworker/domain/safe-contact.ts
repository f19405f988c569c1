import { type IsoDate, isIsoDate } from '../../../core/dates.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';

// How a client may be reached without harm (C7). It holds no number and no address: those are in the client's own file.

export const CONTACT_WAYS = ['call', 'text', 'email', 'post'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** By the client's own clock. A time that ends before it begins goes on after midnight. */
export interface SafeTime {
  readonly days: readonly Weekday[];
  /** `09:30`. */
  readonly from: string;
  readonly to: string;
}

/** Who the caller may say that they are. */
export type CallerSays =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'who-we-are' }
  /** Something else, agreed with the client: "the dentist". */
  | { readonly kind: 'something-else'; readonly words: string };

export interface SafeContact {
  readonly clientId: string;
  /** Only those that the client said yes to. None: do not contact. */
  readonly ways: readonly ContactWay[];
  readonly safeTimes: readonly SafeTime[];
  readonly voicemail: boolean;
  readonly says: CallerSays;
  /** Who else may answer or read it, in the worker's words. */
  readonly whoElse: string;
  /** Until when it holds; then it is asked again. Without one nothing may be done. */
  readonly reviewOn: IsoDate | null;
}

/** Nobody asked yet: do not contact, leave no message, say nothing. */
export function noContact(clientId: string): SafeContact {
  return {
    clientId,
    ways: [],
    safeTimes: [],
    voicemail: false,
    says: { kind: 'nothing' },
    whoElse: '',
    reviewOn: null,
  };
}

/** What the client's clock and calendar show. */
export interface ClientMoment {
  readonly today: IsoDate;
  /** `14:05`. */
  readonly time: string;
}

export type DoNotContact =
  | { readonly kind: 'do-not-contact' }
  | { readonly kind: 'not-in-this-way'; readonly ways: readonly ContactWay[] }
  /** Circumstances change: ask again before anything else. */
  | { readonly kind: 'review-first'; readonly since: IsoDate | null }
  | { readonly kind: 'not-at-this-time'; readonly safeTimes: readonly SafeTime[] };

/** What a caller may do who got this far. */
export interface ContactRules {
  readonly voicemail: boolean;
  readonly says: CallerSays;
}

/**
 * Whether the client may be reached in this way at this moment. Only what was said yes to is yes: no times named means
 * none, and letters and e-mails wait for theirs as calls do, since others see them arrive.
 */
export function mayContact(
  card: SafeContact,
  way: ContactWay,
  { today, time }: ClientMoment,
): Result<ContactRules, DoNotContact> {
  const { ways, reviewOn, safeTimes, voicemail, says } = card;
  if (ways.length === 0) return fail({ kind: 'do-not-contact' });
  if (reviewOn === null || !isIsoDate(reviewOn) || today > reviewOn)
    return fail({ kind: 'review-first', since: reviewOn });
  if (!ways.includes(way)) return fail({ kind: 'not-in-this-way', ways });
  const weekday = weekdayOf(today);
  if (!safeTimes.some((one) => isWithin(one, weekday, time)))
    return fail({ kind: 'not-at-this-time', safeTimes });
  return succeed({ voicemail: voicemail && way === 'call', says });
}

function isWithin({ days, from, to }: SafeTime, weekday: Weekday, time: string): boolean {
  if (from < to) return days.includes(weekday) && from <= time && time < to;
  const before = WEEKDAYS[(WEEKDAYS.indexOf(weekday) + 6) % 7] ?? weekday;
  return (days.includes(weekday) && from <= time) || (days.includes(before) && time < to);
}

function weekdayOf(day: IsoDate): Weekday {
  return WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';
}
