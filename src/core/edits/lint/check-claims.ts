import type { IsoDate } from '../../dates.ts';
import { claimOn } from '../../facts.ts';
import type { Listing } from '../../schema.ts';
import type { LintFinding } from './lint-finding.ts';

const CLAIMS = ['immigration_eligibility', 'status_check', 'shares_with_immigration_authorities'] as const;

const WHY = {
  expired: 'was checked more than 365 days ago, so phones show it as unknown',
  'old-page': 'rests on a page that was already a year old when it was read, so phones show it as unknown',
  disputed: 'is disputed, so phones show it as unknown',
} as const;

/** Yes and no that phones no longer say, because what they rest on is too old or contradicted (settled 18). */
export function lapsedClaims(listing: Listing, today: IsoDate): LintFinding[] {
  return CLAIMS.flatMap((field): LintFinding[] => {
    const { basis } = claimOn(listing[field], today);
    if (basis !== 'expired' && basis !== 'old-page' && basis !== 'disputed') return [];
    const remedy =
      basis === 'disputed'
        ? 'Ask the service which is true, and write down who said it and when.'
        : 'Ask the service again and add evidence with today’s date, or set it to unknown.';
    return [{ rule: 'lapsed-claim', field, severity: 'warning', reason: WHY[basis], remedy }];
  });
}
