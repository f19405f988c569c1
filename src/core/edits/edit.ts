import type { IsoDate } from '../dates.ts';

// What a volunteer proposes of one listing. The desk makes it, the server keeps it until a second person has decided, and
// only then is it part of a listing. Values are JSON as a listing's file holds them.

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export const EDIT_KINDS = ['new', 'change', 'close'] as const;
/** `close`: the service is gone; it stays findable for staff (V11). */
export type EditKind = (typeof EDIT_KINDS)[number];

/** Asked of whoever replaces a value (V2): a wrong one may have misled people for as long as it stood. */
export const ASKED_CAUSES = ['changed', 'always-wrong'] as const;
export type AskedCause = (typeof ASKED_CAUSES)[number];
export const CAUSES = [...ASKED_CAUSES, 'added'] as const;
export type Cause = (typeof CAUSES)[number];

export const VERIFY_METHODS = [
  'called-published-number',
  'called-old-number',
  'called-independent-contact',
  'met-in-person',
  'provider-letter',
  'provider-link',
  'provider-web',
] as const;
/** How somebody made sure. A changed number is verified through the old one or an independent contact (SV-7). */
export type VerifyMethod = (typeof VERIFY_METHODS)[number];

/**
 * One field, as fields are told apart where two people change the same listing (`fields.ts`): a name of the listing
 * (`hours`), a name within (`organization.website`), a language of `translations` (`translations.ar`), or one channel,
 * by what it is (`channels.phone:+442079460000`). An absent value is `null`.
 */
export interface FieldChange {
  readonly field: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
  readonly cause?: Cause | undefined;
}

/** A warning of the linter that its author answers for (V7). */
export interface Override {
  readonly rule: string;
  readonly field: string;
  readonly reason: string;
}

/** What is proposed. `id` is made on the device, so that sending twice is one edit. */
export interface Edit {
  readonly id: string;
  readonly listingId: string;
  readonly region: string;
  readonly kind: EditKind;
  /** The version that the author saw; 0 for a new listing. */
  readonly baseVersion: number;
  readonly changes: readonly FieldChange[];
  /** Fields that were asked about and are still right. */
  readonly confirmed: readonly string[];
  readonly overrides: readonly Override[];
  readonly method?: VerifyMethod | undefined;
  readonly verifiedOn?: IsoDate | undefined;
  /** To whoever reviews it; never part of a listing, a pack or an export (SV-17). */
  readonly comment?: string | undefined;
}

export const EDIT_STATES = ['pending', 'asked', 'approved', 'rejected', 'withdrawn', 'undone'] as const;
/** `asked`: a reviewer wants to know something first. */
export type EditState = (typeof EDIT_STATES)[number];

export const CHECK_ANSWERS = ['still-right', 'changed', 'cannot-tell', 'no-answer', 'skipped'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/** One answer in the deck or during a call. Also "can't tell" is kept: the question is asked again later (V1). */
export interface Check {
  readonly id: string;
  readonly listingId: string;
  readonly field: string;
  readonly answer: CheckAnswer;
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly method?: VerifyMethod | undefined;
}
