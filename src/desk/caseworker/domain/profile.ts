import type { Feature, Group, ImmigrationStatus, Need, Situation } from '../../../core/taxonomy.ts';
import { type Barrier, EMPTY_QUERY, type Near, type Query } from '../../../search/query.ts';

// What a caseworker knows of a client that matters for finding a service. There is no field for a name, a number or a
// date of birth, and none may be added (C3).

/** How a language has to be spoken: by the staff, by staff or an interpreter, or in any way, even a little. */
export const LANGUAGE_WAYS = ['any', 'spoken', 'staff'] as const;
export type LanguageWay = (typeof LANGUAGE_WAYS)[number];

/** Who comes along, as the features that a place has for them. */
export const COMPANIONS = ['children-welcome', 'pets-welcome'] as const satisfies readonly Feature[];
export type Companion = (typeof COMPANIONS)[number];

export const GENDERS = ['women', 'men', 'trans'] as const satisfies readonly Group[];
export type Gender = (typeof GENDERS)[number];

/** Whole years, both ends included. A band, not an age: less that could tell who it is. */
export const AGE_BANDS = {
  'under-16': [0, 15],
  '16-17': [16, 17],
  '18-25': [18, 25],
  '26-59': [26, 59],
  '60-over': [60, 120],
} as const;
export type AgeBand = keyof typeof AGE_BANDS;

/** Where she can get to. Without `withinKm` nearness only orders. */
export type Area = Near;

export const FACT_KINDS = [
  'needs',
  'situation',
  'language',
  'status',
  'shares',
  'company',
  'gender',
  'group',
  'age',
  'area',
  'access',
  'barrier',
  'cost',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** A refused must-have takes a service out of the list; a nice-to-have only moves it down. */
export type Importance = 'must' | 'nice';

export interface Profile {
  readonly needs: readonly Need[];
  readonly situations: readonly Situation[];
  /** BCP 47 codes; any one of them is enough. */
  readonly languages: readonly string[];
  readonly languageWay: LanguageWay;
  /** "Must help whatever the immigration status". */
  readonly isStatusSafe: boolean;
  readonly closestStatus: ImmigrationStatus | null;
  readonly company: readonly Companion[];
  readonly gender: Gender | null;
  readonly groups: readonly Group[];
  readonly age: AgeBand | null;
  readonly area: Area | null;
  readonly access: readonly Feature[];
  /** What the client cannot or will not give. */
  readonly cannot: readonly Barrier[];
  readonly isFreeOnly: boolean;
  /** Where the worker chose otherwise than `DEFAULT_IMPORTANCE`. */
  readonly importance: Readonly<Partial<Record<FactKind, Importance>>>;
}

export const EMPTY_PROFILE: Profile = {
  needs: [],
  situations: [],
  languages: [],
  languageWay: 'spoken',
  isStatusSafe: false,
  closestStatus: null,
  company: [],
  gender: null,
  groups: [],
  age: null,
  area: null,
  access: [],
  cannot: [],
  isFreeOnly: false,
  importance: {},
};

// Who somebody is, what she cannot give and how far she can go decide; the rest can be talked about.
const NICE: readonly FactKind[] = ['situation', 'access'];

export function importanceOf({ importance }: Profile, fact: FactKind): Importance {
  return importance[fact] ?? (NICE.includes(fact) ? 'nice' : 'must');
}

/**
 * What the engine is asked to find: whatever offers one of the needs, and answers the words. Everything else is judged
 * from the records, so that nothing is left out without a reason.
 */
export function findingQuery({ needs, area }: Profile, words: Pick<Query, 'text' | 'textNeeds'>): Query {
  return { ...EMPTY_QUERY, ...words, needs, near: area && { ...area, withinKm: null } };
}

/** Whether there is anything to look for yet. */
export function canBeMatched({ needs }: Profile, text: string): boolean {
  return needs.length > 0 || text.trim() !== '';
}
