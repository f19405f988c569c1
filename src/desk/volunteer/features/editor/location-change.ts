import type { Location } from '../../../../core/schema.ts';

export type Visibility = Location['visibility'];
type PublicLocation = Extract<Location, { visibility: 'public' }>;

/** A place as it first stands in the form: nobody has agreed to its being public. */
export const NEW_LOCATION: Location = { visibility: 'area-only', location_type: 'redacted', area_name: '' };

/**
 * The same place shown to more or fewer people. One that is no longer public keeps its area's name and nothing else: a
 * street that stayed behind in an edit would be found there (SV-10).
 */
export function withVisibility(location: Location, visibility: Visibility): Location {
  if (location.visibility === visibility) return location;
  const area = areaOf(location);
  if (visibility === 'none') return { visibility, location_type: 'redacted' };
  if (visibility === 'area-only') return { visibility, location_type: 'redacted', area_name: area };
  // Consent is given by a tick of its own, never by choosing from a list.
  return {
    visibility,
    location_type: 'physical',
    precision: 'exact',
    publish_consent: false as unknown as true,
    consent_evidence: '',
    ...(area ? { area_name: area } : {}),
  };
}

function areaOf(location: Location): string {
  if (location.visibility === 'none') return '';
  if (location.visibility === 'area-only') return location.area_name;
  return location.area_name ?? location.address?.city ?? '';
}

type Address = NonNullable<PublicLocation['address']>;

/** An address without street or town is none. */
export function withAddress(
  location: PublicLocation,
  change: Partial<Address>,
  country: string,
): PublicLocation {
  const { address, ...rest } = location;
  const next = { address_1: '', city: '', country, ...address, ...change };
  const { state_province: state, postal_code: code, ...kept } = next;
  const isEmpty = ![next.address_1, next.city, state, code].some(Boolean);
  if (isEmpty) return rest;
  return {
    ...rest,
    address: { ...kept, ...(state ? { state_province: state } : {}), ...(code ? { postal_code: code } : {}) },
  };
}
