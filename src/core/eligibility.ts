import type { IsoDate } from './dates.ts';
import { type ClaimToday, claimOn } from './facts.ts';
import type { Listing } from './schema.ts';

/**
 * How a listing answers "will they help me, whatever my immigration status?" on a day:
 * `confirmed` a dated, evidenced yes that has not expired; `conditional` helps some people, the conditions in words;
 * `refuses` a plain no; `ask` everything else. Unknown is never yes.
 */
export type StatusGroup = 'confirmed' | 'ask' | 'conditional' | 'refuses';

export function statusGroupOn(eligibility: Listing['immigration_eligibility'], today: IsoDate): StatusGroup {
  return groupOfClaim(claimOn(eligibility, today), hasConditions(eligibility));
}

/** The same from a claim already judged, for an index that stores only dates. */
export function groupOfClaim(claim: Pick<ClaimToday, 'value'>, isConditional: boolean): StatusGroup {
  if (claim.value === 'yes') return 'confirmed';
  if (claim.value === 'no') return isConditional ? 'conditional' : 'refuses';
  return 'ask';
}

export function hasConditions(eligibility: Listing['immigration_eligibility']): boolean {
  return Boolean(eligibility.conditions) || Boolean(eligibility.accepted_statuses?.length);
}
