import type { IsoDate } from '../../../core/dates.ts';

/** How a volunteer works, remembered on their device alone (V1, V16). */
export interface Preferences {
  /** Of which listings are shown; empty: all that the account looks after. */
  readonly regions: readonly string[];
  /** That the volunteer speaks; empty: not asked. */
  readonly languages: readonly string[];
  /** Notes and descriptions stay folded: they may tell of violence. */
  readonly isLight: boolean;
  /** After so many services in a day the deck says that it is enough; null: no end. */
  readonly mostADay: number | null;
  /** No cards before this day. */
  readonly restUntil: IsoDate | null;
  /** Listings that somebody does not want to see, until a day. */
  readonly snoozed: Readonly<Record<string, IsoDate>>;
  /** Where a printed letter is sent back to. */
  readonly answerTo: string;
}

export const FIRST_PREFERENCES: Preferences = {
  regions: [],
  languages: [],
  isLight: false,
  mostADay: null,
  restUntil: null,
  snoozed: {},
  answerTo: '',
};
