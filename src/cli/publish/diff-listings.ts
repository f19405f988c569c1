import { isRecord } from '../../pack/is-record.ts';
import type { ListingRecord } from './listings-of.ts';

/** What became of one region from one edition to the next. */
export interface RegionDiff {
  readonly region: string;
  /** How many listings it had before. */
  readonly before: number;
  readonly added: readonly ListingName[];
  readonly changed: readonly ChangedListing[];
  readonly removed: readonly ListingName[];
}

export interface ListingName {
  readonly id: string;
  readonly name: string;
}

export interface ChangedListing extends ListingName {
  readonly fields: readonly FieldChange[];
}

/** The field by its place, as in `channels.0.value`. Neither value is there where it could give a place away. */
export interface FieldChange {
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

export function diffListings(
  region: string,
  before: readonly ListingRecord[],
  after: readonly ListingRecord[],
): RegionDiff {
  const [old, now] = [byId(before), byId(after)];
  return {
    region,
    before: before.length,
    added: after.filter(({ id }) => !old.has(id)).map(nameOf),
    removed: before.filter(({ id }) => !now.has(id)).map(nameOf),
    changed: after.flatMap((listing) => changeOf(old.get(listing.id), listing) ?? []),
  };
}

function byId(listings: readonly ListingRecord[]): Map<string, ListingRecord> {
  return new Map(listings.map((listing) => [listing.id, listing]));
}

function nameOf({ id, name }: ListingRecord): ListingName {
  return { id, name: typeof name === 'string' ? name : '' };
}

function changeOf(before: ListingRecord | undefined, after: ListingRecord): ChangedListing | null {
  if (!before) return null;
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const fields = [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => old.get(field) !== now.get(field))
    .sort();
  if (fields.length === 0) return null;
  const arePlacesPublic = hasOnlyPublicPlaces(before) && hasOnlyPublicPlaces(after);
  return {
    ...nameOf(after),
    fields: fields.map((field) =>
      isPlace(field) && !arePlacesPublic ? { field } : { field, ...sides(old.get(field), now.get(field)) },
    ),
  };
}

function isPlace(field: string): boolean {
  return field === 'locations' || field.startsWith('locations.');
}

function sides(before: string | undefined, after: string | undefined) {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/**
 * A listing whose place was public and is no longer would print its old street, just when it has become a secret. So the
 * values of places are shown only where both editions have places and all of them are public.
 */
function hasOnlyPublicPlaces({ locations }: ListingRecord): boolean {
  return (
    Array.isArray(locations) &&
    locations.length > 0 &&
    locations.every((one) => isRecord(one) && one.visibility === 'public')
  );
}

/** Every value at the end of a branch, by its place. An empty list or object is a value too. */
function valuesOf(value: unknown, place = '', values = new Map<string, string>()): Map<string, string> {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (parts.length === 0) values.set(place, JSON.stringify(value));
  for (const [name, part] of parts) valuesOf(part, place === '' ? name : `${place}.${name}`, values);
  return values;
}
