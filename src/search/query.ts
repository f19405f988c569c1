import type { Point } from '../core/distance.ts';
import type { StatusGroup } from '../core/eligibility.ts';
import type { Freshness } from '../core/freshness.ts';
import type { Opening } from '../core/opening-hours.ts';
import type { Channel, LanguageMode } from '../core/schema.ts';
import type { Feature, Group, ImmigrationStatus, Need, Situation } from '../core/taxonomy.ts';

// The question and its answer. A query lives in memory only: it never leaves the phone and is never written to it.

/** Something a service may ask for that the person cannot or will not give. */
export type Barrier = 'id' | 'police-report' | 'referral' | 'parental-consent';
export const BARRIERS: readonly Barrier[] = ['id', 'police-report', 'referral', 'parental-consent'];

export interface Near {
  readonly point: Point;
  /** The town's name as the listings write it, for places that give only their area. */
  readonly areaName: string;
  /** Kilometres in a straight line; null sorts by distance and leaves nothing out. */
  readonly withinKm: number | null;
}

/** AND across kinds, OR within a kind. An empty list or false asks nothing of that kind. */
export interface Query {
  readonly text: string;
  /** Needs that the text names in the reader's language, by the taxonomy's labels and synonyms. */
  readonly textNeeds: readonly Need[];
  readonly needs: readonly Need[];
  readonly situations: readonly Situation[];
  readonly groups: readonly Group[];
  readonly features: readonly Feature[];
  /** BCP 47 codes. */
  readonly languages: readonly string[];
  /** How the language must be spoken; empty is any way. */
  readonly languageModes: readonly LanguageMode[];
  /** Leaves out services known to ask for any of these; one that may ask stays, and says so. */
  readonly barriers: readonly Barrier[];
  readonly isOpenNow: boolean;
  readonly isRemote: boolean;
  readonly isFree: boolean;
  readonly near: Near | null;
  /** "Helps everyone, whatever their immigration status": parts the answer into its groups. */
  readonly isStatusSafe: boolean;
  /** Which status is closest to hers, if she says; moves those that name it to the front of the conditional ones. */
  readonly closestStatus: ImmigrationStatus | null;
}

export const EMPTY_QUERY: Query = {
  text: '',
  textNeeds: [],
  needs: [],
  situations: [],
  groups: [],
  features: [],
  languages: [],
  languageModes: [],
  barriers: [],
  isOpenNow: false,
  isRemote: false,
  isFree: false,
  near: null,
  isStatusSafe: false,
  closestStatus: null,
};

/** The kinds of filter, as counts and advice name them. */
export const FILTER_KINDS = [
  'needs',
  'situations',
  'groups',
  'features',
  'languages',
  'languageModes',
  'barriers',
  'isOpenNow',
  'isRemote',
  'isFree',
  'near',
] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];

/** One row of results: everything a card shows, so that a list needs no further reading. */
export interface Hit {
  readonly id: string;
  readonly name: string;
  readonly textLanguage: string;
  /** What they do, at most 160 characters. */
  readonly summary: string;
  readonly country: string;
  readonly needs: readonly Need[];
  readonly status: StatusGroup;
  /** The day the status was checked or read, where it has one, and what stands behind it. */
  readonly statusSince: string | null;
  readonly statusBasis: 'checked' | 'page' | 'old-page' | 'expired' | 'disputed' | 'none';
  readonly conditions: string | null;
  readonly languages: readonly { readonly code: string; readonly mode: LanguageMode }[];
  readonly opening: Opening;
  readonly timezone: string | null;
  readonly freshness: Freshness;
  readonly checkedOn: string | null;
  readonly readOn: string | null;
  readonly verificationState: string;
  /** A name that may be shown, or null where the place is private. */
  readonly areaName: string | null;
  readonly hasPublicPlace: boolean;
  readonly distanceKm: number | null;
  /** `town`: measured to the middle of the town. */
  readonly distancePrecision: 'exact' | 'town' | null;
  readonly isRemote: boolean;
  readonly channelTypes: readonly Channel['type'][];
  readonly availability: 'space' | 'waiting-list' | 'full' | 'unknown';
  readonly availabilityAsOf: string | null;
  readonly hasAlert: boolean;
  readonly isCrisisLine: boolean;
  readonly isSample: boolean;
}

export interface Hits {
  readonly total: number;
  readonly hits: readonly Hit[];
}

/** How many there would be. With the status filter on, `ask` counts those that would have to be asked. */
export interface Count {
  readonly sure: number;
  readonly ask: number;
}

export interface Relaxation {
  readonly kind: FilterKind | 'text';
  /** How many services there would be without this filter. */
  readonly total: number;
}

export interface Answer {
  /** Every match, whatever its status: the list while the status filter is off. */
  readonly all: Hits;
  readonly confirmed: Hits;
  readonly ask: Hits;
  readonly conditional: Hits;
  /** How many of the conditional ones, at their front, name the status she chose. */
  readonly naming: number;
  /** A plain no is only counted. */
  readonly refused: number;
  /** For every kind and value, the number there would be if it were chosen too (a kind's counts ignore its own choice). */
  readonly counts: Readonly<Partial<Record<FilterKind, Readonly<Record<string, Count>>>>>;
  /** What to let go of when nothing is left, most helpful first; never who the person is. */
  readonly relax: readonly Relaxation[];
}

export interface Moment {
  readonly instant: number;
  /** Hits wanted of each list. */
  readonly limit: number;
}
