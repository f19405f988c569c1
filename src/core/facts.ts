import { addDays, daysBetween, earlier, type IsoDate } from './dates.ts';

export type ThreeValued = 'yes' | 'no' | 'unknown';

/** What somebody saw that supports a claim, and when. */
export interface Evidence {
  readonly type:
    | 'provider-web'
    | 'provider-letter'
    | 'provider-call'
    | 'published-policy'
    | 'law'
    | 'source-field';
  readonly url?: string | undefined;
  /** The words themselves, at most 300 characters. */
  readonly quote?: string | undefined;
  /** The day a person checked it with the provider; null when nobody has. */
  readonly checked_on: IsoDate | null;
  /** A role, never a name. */
  readonly checked_by?: string | undefined;
  /** The day a public page was read. */
  readonly read_on?: IsoDate | undefined;
  /** The day the page itself bears; null when it bears none. */
  readonly source_dated?: IsoDate | null | undefined;
}

export interface Claim {
  readonly value: ThreeValued;
  readonly evidence?: readonly Evidence[] | undefined;
  readonly valid_until?: IsoDate | undefined;
  /** Two sources contradict each other. */
  readonly disputed?: boolean | undefined;
}

/** How a claim stands on a day. `was` keeps what it said before it lapsed, so that it can be shown as words. */
export interface ClaimToday {
  readonly value: ThreeValued;
  readonly basis: 'checked' | 'page' | 'old-page' | 'expired' | 'disputed' | 'none';
  readonly since?: IsoDate;
  readonly expires?: IsoDate;
  readonly was?: 'yes' | 'no';
}

const CLAIM_DAYS = 365;

/**
 * A claim as it may be shown on a day. Unknown is never yes: a yes or no needs dated evidence, lasts 365 days from the
 * day it was checked (or its public page was read) or until `valid_until`, and is unknown again afterwards.
 * A page that was already more than 365 days old when it was read proves nothing. Rule: settled 18.
 */
export function claimOn(claim: Claim, today: IsoDate): ClaimToday {
  if (claim.value === 'unknown') return { value: 'unknown', basis: 'none' };
  if (claim.disputed) return { value: 'unknown', basis: 'disputed', was: claim.value };
  const best = bestEvidence(claim.evidence ?? []);
  if (!best) return { value: 'unknown', basis: 'none', was: claim.value };
  if (best.basis === 'old-page')
    return { value: 'unknown', basis: 'old-page', since: best.since, was: claim.value };
  const expires = earlier(claim.valid_until, addDays(best.since, CLAIM_DAYS));
  if (today > expires)
    return { value: 'unknown', basis: 'expired', since: best.since, expires, was: claim.value };
  return { value: claim.value, basis: best.basis, since: best.since, expires };
}

/** The last day on which a claim still holds; undefined for one that never does. */
export function claimExpiry(claim: Claim): IsoDate | undefined {
  const best = claim.value === 'unknown' || claim.disputed ? undefined : bestEvidence(claim.evidence ?? []);
  if (!best || best.basis === 'old-page') return undefined;
  return earlier(claim.valid_until, addDays(best.since, CLAIM_DAYS));
}

type Dated = { basis: 'checked' | 'page' | 'old-page'; since: IsoDate };

/** A check by a person beats a page; a page that was current when read beats an old one; later beats earlier. */
function bestEvidence(evidence: readonly Evidence[]): Dated | undefined {
  const rank = { checked: 2, page: 1, 'old-page': 0 };
  let best: Dated | undefined;
  for (const one of evidence) {
    const dated = datedEvidence(one);
    if (!dated) continue;
    const isBetter =
      !best ||
      rank[dated.basis] > rank[best.basis] ||
      (dated.basis === best.basis && dated.since > best.since);
    if (isBetter) best = dated;
  }
  return best;
}

function datedEvidence(evidence: Evidence): Dated | undefined {
  if (evidence.checked_on) return { basis: 'checked', since: evidence.checked_on };
  if (!evidence.read_on) return undefined;
  const isOld = evidence.source_dated
    ? daysBetween(evidence.source_dated, evidence.read_on) > CLAIM_DAYS
    : false;
  return isOld && evidence.source_dated
    ? { basis: 'old-page', since: evidence.source_dated }
    : { basis: 'page', since: evidence.read_on };
}
