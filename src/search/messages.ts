import type { RegionRights } from '../core/rights.ts';
import type { ShownListing } from '../core/shown-listing.ts';
import type { MapAnswers, MapWish } from './map-messages.ts';
import type { Answer, Hit, Moment, Query } from './query.ts';
import type { Town } from './towns.ts';

// What the page may ask of the engine, which lives in the worker.

/** Where to look: one region's list, the national lines, or both. */
export interface Scope {
  readonly region: string | null;
  /** National lines of these countries (and of people anywhere); null is every country's, an empty list is none. */
  readonly national: readonly string[] | null;
}

export type SearchRequest =
  | { readonly kind: 'search'; readonly scope: Scope; readonly query: Query; readonly moment: Moment }
  | { readonly kind: 'first-screen' }
  | { readonly kind: 'listings'; readonly ids: readonly string[] }
  | { readonly kind: 'ids' }
  | { readonly kind: 'hits'; readonly ids: readonly string[]; readonly instant: number }
  | { readonly kind: 'towns'; readonly region: string; readonly prefix: string; readonly limit: number }
  | { readonly kind: 'map'; readonly wish: MapWish }
  | { readonly kind: 'rights'; readonly region: string; readonly language: string; readonly text: string };

export interface SearchReplies {
  search: Answer;
  /** The national lines chosen for the first screen, as the verified list has them now. */
  'first-screen': readonly ShownListing[];
  /** In the order asked; a listing that is not on this phone is left out. */
  listings: readonly ShownListing[];
  /** Every listing that is on this phone, whatever list it is in. */
  ids: readonly string[];
  /** Likewise as cards show them. */
  hits: readonly Hit[];
  towns: readonly Town[];
  /** Pages for which the text asks, one a question, and all treaties; nothing where the list has no rights. */
  rights: RegionRights;
  /** By what was wished (`MapAnswers`). */
  map: MapAnswers[keyof MapAnswers];
}
