import type { Point } from '../core/distance.ts';
import type { Scope } from './messages.ts';
import type { Hit, Moment, Query } from './query.ts';

// What a map asks for, in one message: the worker's part that answers is a file that only who opens a map fetches.

export type MapWish =
  | { readonly do: 'offer'; readonly region: string }
  | { readonly do: 'file'; readonly region: string }
  | { readonly do: 'places'; readonly scope: Scope; readonly query: Query; readonly moment: Moment };

export interface MapAnswers {
  /** The map to show a region on; null where there is none. */
  offer: MapOffer | null;
  /** Whole, and as it was signed. */
  file: Uint8Array;
  /** Those of the answer whose place is public, in its order. */
  places: readonly MapPlace[];
}

export interface MapOffer {
  /** Bytes on the wire. */
  readonly length: number;
  readonly sha256: string;
  /** It is on this phone already. */
  readonly isHere: boolean;
}

/** A service as its card shows it, and where it can be gone to. */
export interface MapPlace {
  readonly hit: Hit;
  readonly points: readonly Point[];
}
