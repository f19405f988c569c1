import type { Point } from '../../core/distance.ts';

/** Something that has its places on a map. */
export interface Placed {
  readonly points: readonly Point[];
}

/** What pins say. */
export interface PinWords<Place extends Placed> {
  /** Of a pin that stands for one. */
  readonly one: (place: Place) => string;
  readonly many: (count: number) => string;
  /** In which language `one` is, where that is not the page's. */
  readonly languageOf?: (place: Place) => string;
  /** What stands on the pin of one; without it the pin is a dot. */
  readonly mark?: (place: Place) => string;
}
