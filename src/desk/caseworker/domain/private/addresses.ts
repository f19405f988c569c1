import { MAP_LEADS } from '../../../../core/confidential/map-leads.ts';
import { POSTCODE_LEADS } from '../../../../core/confidential/postcode-leads.ts';
import { STREET_LEADS } from '../../../../core/confidential/street-leads.ts';
import { joined, type PlainRange, rangesOf } from './range.ts';

// The same ways of writing a place by which a hidden one is found in a listing: only those that are sure, since a street
// alone is often the name of a team.
const LEADS = [...STREET_LEADS, ...POSTCODE_LEADS, ...MAP_LEADS].filter(({ isSure }) => isSure);
// Codes of countries whose postcodes are bare digits.
const AFTER_WORD =
  /(?<!\p{L})(?:c\.?\s?p\.?|código postal|post ?code|postal code|msimbo wa posta|الرمز البريدي)\s*:?\s*(?<it>\d{4,6})(?!\d)/giu;

/** Streets with a number, postcodes, coordinates and what a map opens. */
export function addressRanges(text: string, countries: readonly string[]): PlainRange[] {
  const leads = LEADS.filter(
    (lead) => !lead.countries || lead.countries.some((one) => countries.includes(one)),
  );
  return joined(
    [...leads.map(({ pattern }) => pattern), AFTER_WORD].flatMap((pattern) => rangesOf(text, pattern)),
  );
}
