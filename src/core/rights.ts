import type { IsoDate } from './dates.ts';
import type { Need } from './taxonomy.ts';

// A rights page: what the law of one country says to one question, sentence by sentence, each with where it is from.
// Information, never advice.

/** What a person asks, one page each. */
export const RIGHTS_QUESTIONS = [
  'help-without-papers',
  'must-i-go-to-police',
  'made-to-break-the-law',
  'who-will-they-tell',
  'under-18',
  'reflection-period-or-nrm',
  'images-taken-down',
  'landlord-asks-for-sex',
] as const;
export type RightsQuestion = (typeof RIGHTS_QUESTIONS)[number];

export const TREATIES = [
  'cedaw',
  'op-cedaw',
  'crc',
  'op-crc-sc',
  'crpd',
  'cat',
  'iccpr',
  'icmw',
  'palermo',
  'c1949',
] as const;
export type Treaty = (typeof TREATIES)[number];

export const SOURCE_KINDS = ['law', 'government', 'court', 'charity', 'un'] as const;
/** A draft until a person who knows the law of that country has agreed. */
export const RIGHTS_STATES = ['draft', 'checked'] as const;
export const TREATY_STATUSES = ['joined', 'signed', 'not-joined', 'unknown'] as const;

export interface RightsSource {
  readonly url: string;
  readonly title: string;
  readonly kind: (typeof SOURCE_KINDS)[number];
  /** The day that the source bears, or that it says it is right as of. */
  readonly dated: IsoDate | null;
  /** The day we read it; null where we could not, and then only a named section of a law will do. */
  readonly read_on: IsoDate | null;
  /** Where we read its words, if that was a copy. For whoever checks it, not shown to survivors. */
  readonly read_at?: string | undefined;
}

export interface RightsStatement {
  readonly text: string;
  /** At least one. */
  readonly sources: readonly RightsSource[];
  /** The day on which somebody who knows the law of that country agreed with it. */
  readonly checked_on: IsoDate | null;
  readonly state: (typeof RIGHTS_STATES)[number];
}

export interface RightsPage {
  readonly id: string;
  readonly country: string;
  readonly question: RightsQuestion;
  readonly language: string;
  /** The id of the page that this one says in another language. */
  readonly translation_of: string | null;
  readonly title: string;
  readonly statements: readonly RightsStatement[];
  /** What helps next: needs to search for. */
  readonly leads_to: readonly Need[];
  /** Treaties that the country has joined and that say the same. */
  readonly treaties: readonly Treaty[];
  readonly state: (typeof RIGHTS_STATES)[number];
}

interface TreatyStatus {
  readonly status: (typeof TREATY_STATUSES)[number];
  /** The year or the day from which it is bound. */
  readonly since: string | null;
  /** Which of the sets says so. */
  readonly set: string;
}

export interface Treaties {
  readonly note: string;
  readonly names: Readonly<Record<Treaty, string>>;
  /** Where the facts are from; later changes than `as_of` are not in them. */
  readonly sets: Readonly<
    Record<string, { readonly title: string; readonly url: string; readonly as_of: IsoDate }>
  >;
  readonly countries: Readonly<Record<string, Readonly<Record<Treaty, TreatyStatus>>>>;
}

/** One page as a phone gets it: what is not shown there stays behind. */
export interface ShownRightsPage
  extends Pick<
    RightsPage,
    'question' | 'language' | 'translation_of' | 'title' | 'leads_to' | 'treaties' | 'state'
  > {
  readonly statements: readonly ShownStatement[];
}

export interface ShownStatement extends Pick<RightsStatement, 'text' | 'checked_on'> {
  readonly sources: readonly ShownSource[];
}

export type ShownSource = Pick<RightsSource, 'url' | 'title' | 'dated' | 'read_on'>;

/** A treaty that the country has joined. */
export interface JoinedTreaty {
  readonly treaty: Treaty;
  /** In English. */
  readonly name: string;
  /** The year or the day from which it is bound. */
  readonly since: string;
  /** What says so, and until when that is known. */
  readonly source: string;
  readonly as_of: IsoDate;
}

/** The rights of a region's country, as they travel in its pack. */
export interface RegionRights {
  /** Every question in every language that it is there in. */
  readonly pages: readonly ShownRightsPage[];
  readonly treaties: readonly JoinedTreaty[];
}

/** The id of the page in the language it was written in. */
export function originalId(country: string, question: RightsQuestion): string {
  return `${country.toLowerCase()}-${question}`;
}

/** `ke-under-18`, and `ke-under-18.sw` for what it says in Swahili. */
export function rightsPageId(
  page: Pick<RightsPage, 'country' | 'question' | 'language' | 'translation_of'>,
): string {
  const original = originalId(page.country, page.question);
  return page.translation_of === null ? original : `${original}.${page.language}`;
}
