import type { IsoDate } from '../core/dates.ts';
import { groupOfClaim, type StatusGroup } from '../core/eligibility.ts';
import type { ClaimToday, ThreeValued } from '../core/facts.ts';
import type { RowStatus } from './row.ts';

export interface StatusToday {
  readonly group: StatusGroup;
  readonly basis: ClaimToday['basis'];
}

/** How a service answers about status on a day: a claim whose last day is over is to be asked. Unknown is never yes. */
export function statusToday(status: RowStatus, today: IsoDate): StatusToday {
  const hasLapsed = status.expires !== undefined && today > status.expires;
  const value: ThreeValued = hasLapsed ? 'unknown' : status.value;
  return {
    group: groupOfClaim({ value }, status.isConditional === true),
    basis: hasLapsed ? 'expired' : status.basis,
  };
}
