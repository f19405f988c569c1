import type { Listing, Location } from '../schema.ts';
import { list, present } from './contact-parts.ts';
import { hsdsId } from './names.ts';

type PublicPlace = Extract<Location, { visibility: 'public' }>;
type HiddenPlace = Exclude<Location, PublicPlace>;

// Nothing is copied from a place by a spread: each field that leaves is named here, for public places alone.

/**
 * Public places as core `service_at_locations`; all others apart in the profile's `hidden_locations`, because core has
 * no kind of place that is not known, and an address there cannot be half filled.
 */
export function placesOf({ id, locations }: Listing): object {
  const at: object[] = [];
  const hidden: object[] = [];
  for (const [index, place] of locations.entries()) {
    const locationId = hsdsId('location', id, index);
    if (place.visibility !== 'public') hidden.push(hiddenPlace(place, locationId));
    else
      at.push({
        id: hsdsId('service_at_location', id, index),
        service_id: id,
        location_id: locationId,
        location: publicPlace(place, locationId),
      });
  }
  return { ...list('service_at_locations', at), ...list('hidden_locations', hidden) };
}

function hiddenPlace(place: HiddenPlace, id: string): object {
  return {
    id,
    location_type: place.location_type,
    visibility: place.visibility,
    ...(place.visibility === 'area-only' && { area_name: place.area_name }),
  };
}

function publicPlace(place: PublicPlace, id: string): object {
  const { address } = place;
  return {
    id,
    location_type: place.location_type,
    visibility: place.visibility,
    publish_consent: place.publish_consent,
    consent_evidence: place.consent_evidence,
    ...present('name', place.name),
    ...present('area_name', place.area_name),
    precision: place.precision,
    ...pointOf(place),
    ...list(
      'addresses',
      address
        ? [
            {
              id: hsdsId('address', id),
              location_id: id,
              address_1: address.address_1,
              city: address.city,
              // Core demands both, and nothing is guessed: nobody gave them.
              state_province: address.state_province ?? '',
              postal_code: address.postal_code ?? '',
              country: address.country,
              address_type: 'physical',
            },
          ]
        : [],
    ),
  };
}

function pointOf({ latitude, longitude, precision }: PublicPlace): object {
  if (latitude === undefined || longitude === undefined) return {};
  // A core reader does not know `precision` and would send somebody to the middle of a town.
  const words = precision === 'town' ? 'The point is the town’s, not the door’s.' : undefined;
  return { latitude, longitude, ...present('description', words) };
}
