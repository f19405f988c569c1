import type { Listing } from '../core/schema.ts';
import type { Answer, Moment, Query } from './query.ts';
import type { Town } from './towns.ts';

// What the page may ask of the engine, which lives in the worker.

/** Where to look: one region's list, and the national lines of a country. Both null looks everywhere there is. */
export interface Scope {
  readonly region: string | null;
  readonly country: string | null;
}

export type SearchRequest =
  | { readonly kind: 'search'; readonly scope: Scope; readonly query: Query; readonly moment: Moment }
  | { readonly kind: 'listings'; readonly ids: readonly string[] }
  | { readonly kind: 'towns'; readonly region: string; readonly prefix: string; readonly limit: number };

export interface SearchReplies {
  search: Answer;
  /** In the order asked; a listing that is not on this phone is left out. */
  listings: readonly Listing[];
  towns: readonly Town[];
}
