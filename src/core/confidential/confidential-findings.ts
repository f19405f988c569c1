import type { Listing } from '../schema.ts';
import { areaFindings, type Populations } from './areas.ts';
import { type Finding, finding } from './finding.ts';
import { hasHiddenPlace, refugeFindings } from './hidden-places.ts';
import { type PublicContacts, sharedContactFindings } from './shared-contacts.ts';
import { textsOf } from './texts.ts';
import { plainForm, tracesIn } from './traces.ts';

/** What a listing is held against: how large places are, and which contacts have a public address. */
export interface Surroundings {
  readonly populations: Populations;
  readonly contacts: PublicContacts;
}

/**
 * Everything by which a listing could give a hidden place away (data-model, "Places", rules 1, 2, 5 and 6). Each finding
 * has its field, its rule and what to do, and never the value.
 */
export function confidentialFindings(listing: Listing, { populations, contacts }: Surroundings): Finding[] {
  return [...findingsOfItself(listing, populations), ...sharedContactFindings(listing, contacts)];
}

/** Those that ask for no other listing. Without the towns, the size of an area is not judged. */
export function findingsOfItself(listing: Listing, populations?: Populations): Finding[] {
  const areas = populations ? areaFindings(listing, populations) : [];
  return [...refugeFindings(listing), ...areas, ...residueFindings(listing)];
}

/** What stops a listing wherever it is written, with nothing else at hand: errors that ask for no towns (SV-10). */
export function tellingErrors(listing: Listing): Finding[] {
  return findingsOfItself(listing).filter(({ severity }) => severity === 'error');
}

/** Streets, postcodes, coordinates and maps in the texts of a listing with a hidden place; one finding a field and kind. */
export function residueFindings(listing: Listing): Finding[] {
  if (!hasHiddenPlace(listing)) return [];
  const isKnownAnyway = publicWords(listing);
  return textsOf(listing).flatMap(({ field, text }) => {
    const findings = new Map<string, Finding>();
    for (const { kind, isSure, found } of tracesIn(text, listing.country)) {
      if (isKnownAnyway(found)) continue;
      if (isSure || !findings.has(kind))
        findings.set(kind, finding(kind, field, isSure ? 'error' : 'warning'));
    }
    // A street with its number is said once, and so is a postcode with its first half.
    if (findings.has('street')) findings.delete('street-name');
    if (findings.has('postcode')) findings.delete('outcode');
    return [...findings.values()];
  });
}

/**
 * Of a listing with two places, the words of the one that may be known: its office's street is no secret. Nothing is one
 * where no place is hidden.
 */
export function publicWords(listing: Pick<Listing, 'needs' | 'locations'>): (found: string) => boolean {
  if (!hasHiddenPlace(listing)) return () => true;
  const { locations, needs } = listing;
  // Whatever the fields say, a refuge's own text never tells an address.
  if (needs.includes('home.refuge')) return () => false;
  const known = locations.flatMap((one) =>
    one.visibility === 'public' && one.address ? [comparable(Object.values(one.address).join(' '))] : [],
  );
  return (found) => known.some((address) => address.includes(comparable(found)));
}

function comparable(text: string): string {
  return ` ${plainForm(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
