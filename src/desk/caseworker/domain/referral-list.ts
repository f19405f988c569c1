import type { IsoDate } from '../../../core/dates.ts';
import { REFERRAL_STATUSES, type Referral, type ReferralStatus, statusOf } from './referral.ts';

/** One column of a board, with its referrals. */
export interface Column {
  readonly status: ReferralStatus;
  readonly referrals: readonly Referral[];
}

/** Every status has a column, an empty one too, so that the board always looks the same. */
export function boardOf(referrals: readonly Referral[]): readonly Column[] {
  const sorted = byNextAction(referrals);
  return REFERRAL_STATUSES.map((status) => ({
    status,
    referrals: sorted.filter((one) => statusOf(one) === status),
  }));
}

/** The longest overdue first, or last; those without a day always at the end. Of one day in the order of their ids. */
export function byNextAction(
  referrals: readonly Referral[],
  order: 'ascending' | 'descending' = 'ascending',
): readonly Referral[] {
  const sign = order === 'ascending' ? 1 : -1;
  return [...referrals].sort((one, other) => {
    const [day, otherDay] = [one.nextActionOn, other.nextActionOn];
    if (day === otherDay) return one.id < other.id ? -1 : 1;
    if (day === null) return 1;
    if (otherDay === null) return -1;
    return day < otherDay ? -sign : sign;
  });
}

/** Its day is over, and nothing was written down since. */
export function isOverdue({ nextActionOn }: Referral, today: IsoDate): boolean {
  return nextActionOn !== null && nextActionOn < today;
}

/** Of a client's referrals to a service the one that is still worked on: not closed, else with the latest step. */
export function currentReferral(
  referrals: readonly Referral[],
  { clientId, listingId }: Pick<Referral, 'clientId' | 'listingId'>,
): Referral | null {
  const own = referrals.filter((one) => one.clientId === clientId && one.listingId === listingId);
  const open = own.filter((one) => statusOf(one) !== 'closed');
  const [last] = [...(open.length > 0 ? open : own)].sort((one, other) =>
    keyOf(one) < keyOf(other) ? 1 : -1,
  );
  return last ?? null;
}

function keyOf({ history, id }: Referral): string {
  return `${history.at(-1)?.on} ${id}`;
}
