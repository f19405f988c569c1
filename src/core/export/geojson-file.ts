import type { Listing, Location } from '../schema.ts';
import type { ExportedFile } from './exported-file.ts';

// Eleven metres, as a door needs; about a kilometre where the point is only the town's.
const DOOR_DECIMALS = 4;
const TOWN_DECIMALS = 2;

/** A FeatureCollection (RFC 7946) of public places that have a point. Others are not there, not even empty. */
export function geojsonFile(listings: readonly Listing[]): ExportedFile {
  const features = listings.flatMap((listing) =>
    listing.locations.flatMap((place) => featureOf(listing, place) ?? []),
  );
  return {
    path: 'places.geojson',
    text: `${JSON.stringify({ type: 'FeatureCollection', features }, null, 1)}\n`,
  };
}

function featureOf(listing: Listing, place: Location): object | undefined {
  if (place.visibility !== 'public') return undefined;
  const { latitude, longitude, precision, name, address } = place;
  if (latitude === undefined || longitude === undefined) return undefined;
  const { verification } = listing;
  const rounded = (degrees: number) =>
    Number(degrees.toFixed(precision === 'town' ? TOWN_DECIMALS : DOOR_DECIMALS));
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [rounded(longitude), rounded(latitude)] },
    properties: {
      service_id: listing.id,
      service: listing.name,
      organization: listing.organization.name,
      place: name,
      address,
      // `town`: a pin there is not the door.
      precision,
      status: listing.status,
      verification: verification.state,
      checked_on: verification.checked_on,
      read_on: verification.read_on,
      needs: listing.needs,
      sample: listing.sample,
    },
  };
}
