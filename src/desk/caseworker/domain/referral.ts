import { type IsoDate, isIsoDate } from '../../../core/dates.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type Consent, mayBeSaid, type NoConsent } from './consent.ts';

/** Where a referral is (C9), in the order of a board's columns. */
export const REFERRAL_STATUSES = [
  'planned',
  'contacted',
  'accepted',
  'waiting',
  'full',
  'declined',
  'client-chose-not-to',
  'closed',
] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

/** Where it may go from there. A closed one is opened again by planning it, and everybody may be asked twice. */
export const REFERRAL_MOVES: Readonly<Record<ReferralStatus, readonly ReferralStatus[]>> = {
  planned: ['contacted', 'client-chose-not-to', 'closed'],
  contacted: ['contacted', 'accepted', 'waiting', 'full', 'declined', 'client-chose-not-to', 'closed'],
  accepted: ['waiting', 'client-chose-not-to', 'closed'],
  waiting: ['contacted', 'accepted', 'full', 'declined', 'client-chose-not-to', 'closed'],
  full: ['contacted', 'accepted', 'waiting', 'client-chose-not-to', 'closed'],
  declined: ['contacted', 'client-chose-not-to', 'closed'],
  'client-chose-not-to': ['planned', 'closed'],
  closed: ['planned'],
};

/** Why a service said no, as it said. */
export const DECLINE_REASONS = [
  'language',
  'immigration-status',
  'papers',
  'age',
  'gender',
  'children',
  'area',
  'access',
  'referral-route',
  'other',
  'not-said',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Who spoke to the service. A worker speaks only with consent; what a client does herself needs nobody's. */
export type ContactBy = 'client' | 'together' | 'worker';

export interface ReferralStep {
  readonly status: ReferralStatus;
  readonly on: IsoDate;
  readonly reason?: DeclineReason;
  readonly by?: ContactBy;
}

export interface Referral {
  readonly id: string;
  readonly clientId: string;
  readonly listingId: string;
  /** Oldest first; never empty, and never changed but at its end. */
  readonly history: readonly [ReferralStep, ...ReferralStep[]];
  /** When to look at it again; null where nothing is left to do. */
  readonly nextActionOn: IsoDate | null;
}

export type ReferralMove =
  | { readonly to: 'contacted'; readonly by: 'client' }
  /** Without a consent among these that holds on that day, a worker has nothing to say (C6). */
  | { readonly to: 'contacted'; readonly by: 'together' | 'worker'; readonly consents: readonly Consent[] }
  | { readonly to: 'declined'; readonly reason: DeclineReason }
  | { readonly to: Exclude<ReferralStatus, 'contacted' | 'declined'> };

export type ReferralProblem =
  | { readonly kind: 'no-such-move'; readonly from: ReferralStatus; readonly may: readonly ReferralStatus[] }
  | NoConsent
  | { readonly kind: 'not-a-day' }
  /** A step cannot come before the one before it. */
  | { readonly kind: 'before-the-last-step'; readonly last: IsoDate };

export interface When {
  readonly on: IsoDate;
  readonly nextActionOn?: IsoDate | null;
}

export function planReferral(
  about: Pick<Referral, 'id' | 'clientId' | 'listingId'>,
  { on, nextActionOn = null }: When,
): Result<Referral, ReferralProblem> {
  if (!areDays(on, nextActionOn)) return fail({ kind: 'not-a-day' });
  return succeed({ ...about, history: [{ status: 'planned', on }], nextActionOn });
}

export function statusOf(referral: Referral): ReferralStatus {
  return lastStep(referral).status;
}

export function moveReferral(
  referral: Referral,
  move: ReferralMove,
  { on, nextActionOn = null }: When,
): Result<Referral, ReferralProblem> {
  const last = lastStep(referral);
  const may = REFERRAL_MOVES[last.status];
  if (!may.includes(move.to)) return fail({ kind: 'no-such-move', from: last.status, may });
  if (!areDays(on, nextActionOn)) return fail({ kind: 'not-a-day' });
  if (on < last.on) return fail({ kind: 'before-the-last-step', last: last.on });
  if ('consents' in move) {
    const said = mayBeSaid(move.consents, referral, on);
    if (!said.ok) return said;
  }
  const step: ReferralStep = {
    status: move.to,
    on,
    ...('reason' in move && { reason: move.reason }),
    ...('by' in move && { by: move.by }),
  };
  return succeed({
    ...referral,
    history: [...referral.history, step],
    nextActionOn: move.to === 'closed' ? null : nextActionOn,
  });
}

/** When to look at it again, without a step: nobody answered, or the day was moved. Closed, there is nothing to look at. */
export function lookAgain(
  referral: Referral,
  nextActionOn: IsoDate | null,
): Result<Referral, ReferralProblem> {
  if (nextActionOn !== null && !isIsoDate(nextActionOn)) return fail({ kind: 'not-a-day' });
  const from = statusOf(referral);
  if (from === 'closed') return fail({ kind: 'no-such-move', from, may: REFERRAL_MOVES[from] });
  return succeed({ ...referral, nextActionOn });
}

/** Those to look at by this day, the longest overdue first; of one day in the order of their ids. */
export function dueReferrals(referrals: readonly Referral[], today: IsoDate): Referral[] {
  return referrals
    .flatMap((referral) =>
      referral.nextActionOn !== null && referral.nextActionOn <= today
        ? [{ referral, key: `${referral.nextActionOn} ${referral.id}` }]
        : [],
    )
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ referral }) => referral);
}

function lastStep({ history }: Referral): ReferralStep {
  return history.at(-1) ?? history[0];
}

function areDays(on: IsoDate, next: IsoDate | null): boolean {
  return isIsoDate(on) && (next === null || isIsoDate(next));
}
