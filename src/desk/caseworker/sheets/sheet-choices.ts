import type { ShownListing } from '../../../core/shown-listing.ts';
import { buildSheet, defaultAlias, type SheetOptions } from '../domain/build-sheet.ts';
import type { Sheet } from '../domain/sheet.ts';
import type { SheetWords } from '../domain/sheet-words.ts';
import type { PaperLayout, PaperSize } from './paper.tsx';

/** What a worker and a client agree on for a sheet. In memory only: paper is what is to be left of it. */
export interface SheetChoices {
  /** Null until somebody chose: then the client's own, or else the worker's. */
  readonly language: string | null;
  readonly layout: PaperLayout | 'screen';
  /** Null until somebody chose: then what is usual where the device is. */
  readonly size: PaperSize | null;
  readonly isDiscreet: boolean;
  /** By the listing's id. */
  readonly aliases: Readonly<Record<string, string>>;
}

export const FIRST_CHOICES: SheetChoices = {
  language: null,
  layout: 'sheet',
  size: null,
  isDiscreet: true,
  aliases: {},
};

const LOCALES_ON_LETTER = /-(US|CA|MX|PH)$/;

export function sizeOf({ size }: SheetChoices): PaperSize {
  return size ?? (LOCALES_ON_LETTER.test(navigator.language) ? 'letter' : 'a4');
}

export interface SheetPair {
  /** To be given away. */
  readonly theirs: Sheet;
  /** The same in the worker's language. */
  readonly own: Sheet;
}

interface PairOptions extends Pick<SheetOptions, 'instant' | 'listIssued'> {
  readonly words: { readonly theirs: SheetWords; readonly own: SheetWords };
  readonly isDraft: boolean;
}

/** With the same aliases on both, so that the worker can say "call Nour" and be understood. */
export function sheetPair(
  listings: readonly ShownListing[],
  { isDiscreet, aliases }: SheetChoices,
  { words, isDraft, ...rest }: PairOptions,
): SheetPair {
  const agreed = Object.fromEntries(
    listings.map(({ id }, place) => [id, aliases[id]?.trim() || defaultAlias(place, words.theirs)]),
  );
  const options = { ...rest, localWords: words.own, isDiscreet, aliases: agreed };
  return {
    theirs: buildSheet(listings, { ...options, words: words.theirs, isDraft }),
    own: buildSheet(listings, { ...options, words: words.own }),
  };
}
