import { hasHiddenPlace, isNamedSafeHouse } from '../confidential/hidden-places.ts';
import type { JsonValue } from '../edits/edit.ts';
import { jsonOf } from '../edits/fields.ts';
import { fail } from '../result.ts';
import type { Listing, Location } from '../schema.ts';
import { isReadBack, type Part, partsLine, readParts } from './labelled-parts.ts';
import { fitting, keeping, listOrNull, type SheetColumn, whole } from './sheet-column.ts';

// Places that are public, one a line. A sheet goes from hand to hand: no other place is in it, not even as an area, and
// none becomes public by it. That takes somebody's consent, which the desk asks for.

type PublicPlace = Extract<Location, { visibility: 'public' }>;

const LABELS = [
  'name',
  'street',
  'city',
  'state',
  'postcode',
  'country',
  'area',
  'latitude',
  'longitude',
  'precision',
  'public_because',
];

export const PLACE_COLUMN: SheetColumn = {
  name: 'public_places',
  place: 'locations',
  cell: (listing) => fitting(placesIn(listing).map(placeLine).join('\n')),
  read: (text, listing) => {
    if (listing && hasHiddenPlace(listing)) return fail('not-here');
    const held = listing ? placesIn(listing) : [];
    if (!held.every((one) => isReadBack(partsOf(one), LABELS))) return fail('not-here');
    const keep = keeping(held, placeLine);
    const places = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => jsonOf(keep(line) ?? placeOf(line)));
    return places.includes(null) ? fail('not-understood') : whole('locations', listOrNull(places));
  },
};

/** Whether what a new row makes would show where a refuge is: nobody is asked for consent in a sheet. */
export function showsRefuge(listing: Listing): boolean {
  return isRefuge(listing) && listing.locations.length > 0;
}

function placesIn(listing: Listing): PublicPlace[] {
  if (isRefuge(listing)) return [];
  return listing.locations.filter((one) => one.visibility === 'public');
}

function isRefuge(listing: Listing): boolean {
  return listing.needs.includes('home.refuge') || isNamedSafeHouse(listing);
}

function placeLine(place: PublicPlace): string {
  return partsLine(partsOf(place));
}

function partsOf(place: PublicPlace): Part[] {
  const { address, latitude, longitude, precision } = place;
  return [
    ['name', place.name],
    ['street', address?.address_1],
    ['city', address?.city],
    ['state', address?.state_province],
    ['postcode', address?.postal_code],
    ['country', address?.country],
    ['area', place.area_name],
    ['latitude', latitude?.toString()],
    ['longitude', longitude?.toString()],
    ['precision', precision === 'exact' ? undefined : precision],
    ['public_because', place.consent_evidence],
  ];
}

/** What the parts make, still to be parsed; null where they make no line. */
function placeOf(line: string): JsonValue {
  const parts = readParts(line, LABELS);
  if (!parts) return null;
  const street = parts.get('street');
  const address = {
    address_1: street,
    city: parts.get('city'),
    state_province: parts.get('state'),
    postal_code: parts.get('postcode'),
    country: parts.get('country'),
  };
  const point = ['latitude', 'longitude'].map((name) => {
    const text = parts.get(name);
    return text === undefined ? undefined : Number(text.replace(',', '.'));
  });
  if (point.some(Number.isNaN)) return null;
  return withoutAbsent({
    visibility: 'public',
    publish_consent: true,
    consent_evidence: parts.get('public_because'),
    location_type: 'physical',
    name: parts.get('name'),
    area_name: parts.get('area'),
    address: Object.values(address).some((one) => one !== undefined) ? withoutAbsent(address) : undefined,
    latitude: point[0],
    longitude: point[1],
    precision: parts.get('precision') ?? 'exact',
  });
}

function withoutAbsent(value: Readonly<Record<string, JsonValue | undefined>>): JsonValue {
  return jsonOf(Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)));
}
