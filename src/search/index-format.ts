import type { Hit } from './query.ts';
import type { Column } from './typed-columns.ts';

// What the columns of the search index and of the cards hold (docs/search.md). Listings are numbered in the index's own
// order; 0 stands for nothing where a number counts from 1.

/**
 * What a listing counts for. The first eight are counted in every answer, so they come first: what is written in a listing
 * is already what it means there ("everyone" is each group but one, "es-MX" is also "es").
 */
export const KINDS = [
  'needs',
  'situations',
  'groups',
  'features',
  /** Lower case, and `*` alone for any language through an interpreter. */
  'languages',
  'languageModes',
  'isRemote',
  'isFree',
  'groupsExcluded',
  'asksFor',
  'accepts',
  /** A way of speaking, a space and a code, as they are written. */
  'spoken',
  'channelTypes',
  'country',
  'is',
] as const;
export type Kind = (typeof KINDS)[number];
export const TALLIED_KINDS = 8;

/** Codes of `is`. */
export type Trait =
  | 'hasPublicPlace'
  | 'isRemote'
  | 'isCrisisLine'
  | 'isSample'
  | 'national'
  | 'anonymous'
  | 'perhaps-anonymous'
  | 'yes'
  | 'no'
  | 'conditional';

export interface Labels {
  /** Place in `KINDS` and code of every counter, in that order. */
  readonly counters: readonly (readonly [number, string])[];
  readonly areas: readonly string[];
}

/** Opening hours, and where every week is the same the minutes from Sunday at which they open and close, by turns. */
export type WeekHours = readonly [hours: unknown, week: readonly number[] | null];

/** The columns of the index, in their order. */
export interface IndexColumns {
  /** JSON in UTF-8: `Labels`. */
  readonly labels: Column;
  /** How many counters a listing has, and all of them one after another: places in `Labels.counters`. */
  readonly counterCounts: Column;
  readonly counters: Column;
  /** Days since 1970, a listing: the last on which its status holds, and the day of its check. */
  readonly expires: Column;
  readonly checked: Column;
  /** Days between checks, a listing. */
  readonly intervals: Column;
  /** Which opening hours, a listing, from 1; and all of them as JSON in UTF-8, a list of `WeekHours`. */
  readonly hours: Column;
  readonly hoursTable: Column;
  /** Place in the order of folded names and ids, a listing. */
  readonly nameRanks: Column;
  /** How many places a listing has. */
  readonly placeCounts: Column;
  /** Of each place: its area, from 1 in `Labels.areas`; 1 where its point is the town's; degrees, NaN without a point. */
  readonly placeAreas: Column;
  readonly placeTowns: Column;
  readonly latitudes: Column;
  readonly longitudes: Column;
  /** South, north, west and east of each 32 listings; infinite the wrong way round where none has a point. */
  readonly boxes: Column;
  /** Listings that said they are full, and the last moment until which that holds. */
  readonly fulls: Column;
  readonly fullsUntil: Column;
  /** Terms in the order of UTF-16 code units: the length of each, and all of them one after another. */
  readonly termLengths: Column;
  readonly termUnits: Column;
  /** Bytes of each term's postings, and all postings: largest first by powers of two, then in the order of terms. */
  readonly postingSizes: Column;
  readonly postings: Column;
}

export const INDEX_COLUMNS = 21;
/** Ids of 36 characters each; bytes of each card; all cards as JSON in UTF-8. */
export const CARD_COLUMNS = 3;
export const ID_LENGTH = 36;

/** What a card is, in this order, as a JSON list: what is shown of a listing and never searched. 0 is nothing. */
export const CARD_FIELDS = [
  'name',
  'summary',
  'textLanguage',
  'country',
  'verificationState',
  'statusBasis',
  'checkedOn',
  'readOn',
  'statusSince',
  'conditions',
] as const satisfies readonly (keyof Hit)[];
/** And after those: what was said of free places, when, until when; and the days of an alert. */
export type Said = readonly [
  availability?: Hit['availability'] | 0,
  asOf?: string | 0,
  until?: number,
  alertFrom?: string | 0,
  alertUntil?: string,
];

/** Weights of a term by the last two bits of a posting: in a description, in another name, in the name. */
export const WEIGHTS = [1, 3, 4] as const;

/** The power of two by which postings are sorted: terms that are equally frequent compress alike. */
export function sizeClass(bytes: number): number {
  return 31 - Math.clz32(bytes);
}
