import { addDays, daysBetween, type IsoDate, isIsoDate } from '../../../core/dates.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';

// What a client agreed may be said, to whom, and until when (C6). Programmes under VAWA and FVPSA may share nothing that
// tells who somebody is without her informed and reasonably time-limited consent (34 U.S.C. 12291(b)(2), 28 CFR 90.4);
// the Network to End Domestic Violence advises one for each agency, so one consent names one listing.

/** What may be said. What is not among them is not said; the words themselves are spoken and never written here. */
export const CONSENT_ITEMS = [
  'a-name-to-use',
  'how-to-reach',
  'needs',
  'languages',
  'who-comes-along',
  'age-band',
  'immigration-status',
  'access-needs',
  'safety-wishes',
] as const;
export type ConsentItem = (typeof CONSENT_ITEMS)[number];

const USUAL_DAYS = 30;
/** Longer is no limit any more: ask again instead. */
export const MOST_DAYS = 365;

export interface Consent {
  readonly clientId: string;
  /** To whom: one service. */
  readonly listingId: string;
  readonly items: readonly ConsentItem[];
  readonly how: 'spoken' | 'written';
  readonly from: IsoDate;
  /** The last day on which it holds. */
  readonly until: IsoDate;
  readonly withdrawnOn: IsoDate | null;
}

export interface ConsentDraft extends Pick<Consent, 'clientId' | 'listingId' | 'items' | 'how' | 'until'> {
  /** The tick: nothing is a consent without it. */
  readonly clientAgreed: boolean;
}

export type ConsentProblem =
  | { readonly kind: 'client-has-not-agreed' }
  | { readonly kind: 'nothing-to-say' }
  | { readonly kind: 'no-end-date' }
  | { readonly kind: 'ends-before-it-begins' }
  | { readonly kind: 'ends-too-late'; readonly latest: IsoDate };

/** The end that a form suggests; the client may choose a nearer or a later one. */
export function usualEnd(today: IsoDate): IsoDate {
  return addDays(today, USUAL_DAYS);
}

/** All that is missing at once, so that a form can say it field by field. */
export function giveConsent(draft: ConsentDraft, today: IsoDate): Result<Consent, readonly ConsentProblem[]> {
  const { clientAgreed, items, until, ...rest } = draft;
  const problems: ConsentProblem[] = [];
  if (!clientAgreed) problems.push({ kind: 'client-has-not-agreed' });
  if (items.length === 0) problems.push({ kind: 'nothing-to-say' });
  if (!isIsoDate(until)) problems.push({ kind: 'no-end-date' });
  else if (until < today) problems.push({ kind: 'ends-before-it-begins' });
  else if (daysBetween(today, until) > MOST_DAYS)
    problems.push({ kind: 'ends-too-late', latest: addDays(today, MOST_DAYS) });
  if (problems.length > 0) return fail(problems);
  return succeed({ ...rest, items: [...new Set(items)], from: today, until, withdrawnOn: null });
}

/** At any time and for no reason; what was said before stays said. */
export function withdrawConsent<Kind extends Consent>(consent: Kind, today: IsoDate): Kind {
  return { ...consent, withdrawnOn: consent.withdrawnOn ?? today };
}

/** Those of them that hold today for this client and this service. */
export function holdingConsents<Kind extends Consent>(
  consents: readonly Kind[],
  { clientId, listingId }: Pick<Consent, 'clientId' | 'listingId'>,
  today: IsoDate,
): readonly Kind[] {
  return consents.filter(
    (one) => one.clientId === clientId && one.listingId === listingId && whyNot(one, today) === null,
  );
}

export type NoConsent =
  | { readonly kind: 'no-consent' }
  | { readonly kind: 'consent-has-not-begun'; readonly from: IsoDate }
  | { readonly kind: 'consent-has-ended'; readonly until: IsoDate }
  | { readonly kind: 'consent-withdrawn'; readonly on: IsoDate };

/**
 * What may be said today to this service about this client. Without a consent that holds, nothing: not even that there is
 * a client.
 */
export function mayBeSaid(
  consents: readonly Consent[],
  { clientId, listingId }: Pick<Consent, 'clientId' | 'listingId'>,
  today: IsoDate,
): Result<readonly ConsentItem[], NoConsent> {
  const own = consents.filter((one) => one.clientId === clientId && one.listingId === listingId);
  const holding = holdingConsents(own, { clientId, listingId }, today);
  if (holding.length > 0)
    return succeed(CONSENT_ITEMS.filter((item) => holding.some(({ items }) => items.includes(item))));
  const last = [...own].sort((one, other) => (one.until < other.until ? 1 : -1))[0];
  return fail((last && whyNot(last, today)) ?? { kind: 'no-consent' });
}

function whyNot({ from, until, withdrawnOn }: Consent, today: IsoDate): NoConsent | null {
  if (withdrawnOn !== null) return { kind: 'consent-withdrawn', on: withdrawnOn };
  // Dates that are none hold never: unknown is not yes.
  if (!isIsoDate(until) || today > until) return { kind: 'consent-has-ended', until };
  if (!isIsoDate(from) || today < from) return { kind: 'consent-has-not-begun', from };
  return null;
}
