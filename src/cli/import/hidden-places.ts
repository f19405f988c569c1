import type { Location } from '../../core/schema.ts';
import type { DraftPlace } from './draft.ts';
import { readCountry } from './read-countries.ts';
import type { Note } from './tally.ts';

// Decided in memory, before anything is written or printed. What leaves this file of a place that is not public is at
// most the name of a large area.

export interface PlaceSetting {
  readonly country: string;
  /** A refuge, or words that mean one: never shown, whatever anybody consented to. */
  readonly isRefuge: boolean;
  /** Whether this is a town of 50,000 people or more. */
  isLargeTown(name: string): boolean;
}

const CONFIDENTIAL =
  /confidential|undisclosed|secret|withheld|not (?:be )?(?:published|disclosed|public)|unpublished|call (?:us )?for (?:the |our )?(?:address|location|directions)|safe ?house/i;
const POST_BOX = /\bP\.?\s?O\.?\s*Box\b|\bpost(?:al)? box\b|\bprivate bag\b/i;
const REFUGE = /\b(safe ?houses?|refuges?|safe housing|domestic violence shelters?|women'?s shelters?)\b/i;
const LONGEST_AREA = 60;

/** Whether words alone say that this is a place whose door nobody may find. */
export function isRefugeInWords(words: string): boolean {
  return REFUGE.test(words);
}

/** The places as a listing may have them; a place that gives nothing at all is left out. */
export function placesOf(places: readonly DraftPlace[], setting: PlaceSetting, note: Note): Location[] {
  const read = places.flatMap((place) => placeOf(place, setting, note) ?? []);
  return [...new Map(read.map((one) => [JSON.stringify(one), one])).values()];
}

function placeOf(place: DraftPlace, setting: PlaceSetting, note: Note): Location | undefined {
  if (place.isPostal || place.lines.some((line) => POST_BOX.test(line))) {
    note('dropped', 'a postal address');
    return undefined;
  }
  if (place.isVirtual) return { visibility: 'none', location_type: 'virtual' };
  const reason = hidingReason(place, setting.isRefuge);
  if (reason) {
    note('dropped', `place hidden (${reason})`);
    return { visibility: 'none', location_type: 'redacted' };
  }
  if (place.consentEvidence) return publicPlace(place, setting, place.consentEvidence);
  if (place.lines.some((line) => line.trim() !== ''))
    note('dropped', 'a street: nobody said that it may be public');
  const area = areaOf(place, setting);
  if (!area) {
    note('left', 'a place without the name of a large town or area');
    return undefined;
  }
  return {
    visibility: 'area-only',
    location_type: place.isRedacted ? 'redacted' : 'physical',
    area_name: area,
  };
}

function hidingReason(place: DraftPlace, isRefuge: boolean): string | undefined {
  if (place.isFlagged) return 'flag';
  const words = [
    ...place.lines,
    place.name,
    place.area,
    place.city,
    place.postcode,
    ...(place.otherWords ?? []),
  ];
  if (words.some((text) => text && CONFIDENTIAL.test(text))) return 'words';
  if (isRefuge) return 'refuge';
  // A source that gives points to its places and none to this one may have hidden it.
  if (place.point !== 'not-kept' && !isPoint(place.point) && !place.consentEvidence) return 'no point';
  return undefined;
}

function isPoint({ latitude, longitude }: { latitude: string; longitude: string }): boolean {
  const [north, east] = [latitude.trim(), longitude.trim()];
  return north !== '' && east !== '' && Number.isFinite(Number(north)) && Number.isFinite(Number(east));
}

function publicPlace(place: DraftPlace, { country }: PlaceSetting, evidence: string): Location | undefined {
  const address = addressOf(place, country);
  const { name, area, point } = place;
  if (!address && !name && !area) return undefined;
  return {
    visibility: 'public',
    publish_consent: true,
    consent_evidence: evidence,
    location_type: 'physical',
    ...(name ? { name } : {}),
    ...(area ? { area_name: area } : {}),
    ...(address ? { address } : {}),
    ...(point !== 'not-kept' && isPoint(point)
      ? { latitude: Number(point.latitude), longitude: Number(point.longitude) }
      : {}),
    precision: place.isTownPoint ? 'town' : 'exact',
  };
}

function addressOf({ lines: [street], city, region, postcode, country }: DraftPlace, ofListing: string) {
  if (!street || !city) return undefined;
  return {
    address_1: street,
    city,
    country: readCountry(country) ?? ofListing,
    ...(region ? { state_province: region } : {}),
    ...(postcode ? { postal_code: postcode } : {}),
  };
}

/** The town where it is large enough to hide in, else the area above it. A name with a digit is not an area's. */
function areaOf({ city, region }: DraftPlace, { isLargeTown }: PlaceSetting): string | undefined {
  const town = city?.trim();
  if (town && isLargeTown(town)) return town;
  const area = region?.trim();
  return area && area.length <= LONGEST_AREA && /^[\p{L}\p{M}][\p{L}\p{M} .,'’()-]*$/u.test(area)
    ? area
    : undefined;
}
