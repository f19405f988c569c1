import type { IsoDate } from '../core/dates.ts';
import type { ClaimToday, ThreeValued } from '../core/facts.ts';
import type { Channel, Hours, LanguageMode, Listing } from '../core/schema.ts';
import type { Feature, Group, ImmigrationStatus, Need, Situation } from '../core/taxonomy.ts';
import type { Barrier } from './query.ts';

// One listing in the search index: what matching, order and a card need. Facts that lapse are kept as the days they
// hold from and until, never as a finished yes: the same bytes must answer rightly a year later (ST-12).
// A field that says nothing is left out.

export interface Row {
  readonly id: string;
  readonly name: string;
  readonly textLanguage: string;
  readonly alternateName?: string;
  readonly organisation: string;
  readonly description: string;
  /** Names and descriptions in other languages, for finding only. */
  readonly translatedNames?: readonly string[];
  readonly translatedDescriptions?: readonly string[];
  readonly country: string;
  readonly needs: readonly Need[];
  readonly situations?: readonly Situation[];
  readonly groups?: readonly Group[];
  readonly groupsExcluded?: readonly Group[];
  readonly features?: readonly Feature[];
  readonly languages?: readonly { readonly code: string; readonly mode: LanguageMode }[];
  readonly status: RowStatus;
  /** What it is known to ask for. */
  readonly asksFor?: readonly Barrier[];
  readonly isFree?: true;
  readonly channelTypes: readonly Channel['type'][];
  readonly hours?: Hours;
  readonly places?: readonly RowPlace[];
  readonly hasServiceAreas?: true;
  readonly checkedOn?: IsoDate;
  readonly readOn?: IsoDate;
  readonly verificationState: Listing['verification']['state'];
  readonly availability?: {
    readonly value: 'space' | 'waiting-list' | 'full' | 'unknown';
    readonly asOf: string;
    readonly validHours: number;
  };
  readonly alert?: { readonly from: IsoDate; readonly until: IsoDate };
  readonly isAnonymous?: 'yes' | 'no';
  readonly isSample?: true;
}

/** The immigration claim while it has not lapsed, and the last day on which it holds. */
export interface RowStatus {
  readonly value: ThreeValued;
  readonly basis: ClaimToday['basis'];
  readonly since?: IsoDate;
  readonly expires?: IsoDate;
  readonly isConditional?: true;
  readonly conditions?: string;
  /** Whom a conditional service names. */
  readonly accepts?: readonly ImmigrationStatus[];
}

/** A place that may be named. One that is not public has no coordinates: there is no field for them to come from. */
export interface RowPlace {
  readonly isPublic?: true;
  readonly areaName?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly precision?: 'exact' | 'town';
}
