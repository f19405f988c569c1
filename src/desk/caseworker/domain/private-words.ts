import type { IsoDate } from '../../../core/dates.ts';
import { foldText } from './folded-text.ts';
import { addressRanges } from './private/addresses.ts';
import { birthDateRanges } from './private/birth-dates.ts';
import { documentRanges } from './private/documents.ts';
import { emailRanges, linkRanges } from './private/links.ts';
import { nameRanges } from './private/names.ts';
import { phoneRanges } from './private/phones.ts';
import type { PlainRange } from './private/range.ts';

/** What could tell who somebody is. Where two hold the same letters, the earlier of this list is told. */
export const PRIVATE_KINDS = ['email', 'link', 'document', 'birth-date', 'phone', 'address', 'name'] as const;
export type PrivateKind = (typeof PRIVATE_KINDS)[number];

/** Where in a text; the words themselves are never taken out of it. */
export interface PrivateRange {
  readonly kind: PrivateKind;
  /** In UTF-16 units, as `String.slice` and a text field count. */
  readonly from: number;
  readonly to: number;
}

export interface Whereabouts {
  /** ISO 3166 alpha-2: how numbers and postcodes are written where the client may be known. */
  readonly countries: readonly string[];
  /** A date long before it is somebody's birthday more often than anything else. */
  readonly today: IsoDate;
}

/**
 * What in a worker's own words could tell who a client is (C3): a warning while typing, in English, Spanish, Arabic and
 * Swahili. It finds what has a shape or a word before it; a bare name has neither, so it never proves that there is none.
 */
export function privateWords(text: string, { countries, today }: Whereabouts): PrivateRange[] {
  const { plain, original } = foldText(text);
  const ranges: Readonly<Record<PrivateKind, readonly PlainRange[]>> = {
    email: emailRanges(plain),
    link: linkRanges(plain),
    document: documentRanges(plain),
    'birth-date': birthDateRanges(plain, Number(today.slice(0, 4))),
    phone: phoneRanges(plain, countries),
    address: addressRanges(plain, countries),
    name: nameRanges(plain),
  };
  const found: (PlainRange & { readonly kind: PrivateKind })[] = [];
  for (const kind of PRIVATE_KINDS)
    for (const range of ranges[kind])
      if (!found.some((other) => range.from < other.to && other.from < range.to))
        found.push({ kind, ...range });
  return found
    .sort((one, other) => one.from - other.from)
    .map(({ kind, from, to }) => ({ kind, ...original(from, to) }));
}
