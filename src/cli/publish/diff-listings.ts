import { isRecord } from '../../core/is-record.ts';
import type { ListingRecord } from './listings-of.ts';
import { isRiskyPlace } from './risky-fields.ts';

/** What became of one region from one edition to the next. */
export interface RegionDiff {
  readonly region: string;
  /** How many listings it had before. */
  readonly before: number;
  /** With its risky fields: a new listing is risk of its own (SV-7). */
  readonly added: readonly ChangedListing[];
  /** Those with a risky field first. */
  readonly changed: readonly ChangedListing[];
  readonly removed: readonly ListingName[];
}

export interface ListingName {
  readonly id: string;
  readonly name: string;
}

export interface ChangedListing extends ListingName {
  /** The risky ones first. */
  readonly fields: readonly FieldChange[];
}

/** The field by its place, as in `channels.0.value`. Neither value is there where it could give a place away. */
export interface FieldChange {
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
  /** Only where it is: what somebody could be harmed by, if it were wrong. */
  readonly isRisky?: true;
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
    added: after.filter(({ id }) => !old.has(id)).map(addedOf),
    removed: before.filter(({ id }) => !now.has(id)).map(nameOf),
    changed: after
      .flatMap((listing) => changeOf(old.get(listing.id), listing) ?? [])
      .sort((one, other) => Number(hasRisk(other)) - Number(hasRisk(one))),
  };
}

function byId(listings: readonly ListingRecord[]): Map<string, ListingRecord> {
  return new Map(listings.map((listing) => [listing.id, listing]));
}

function nameOf({ id, name }: ListingRecord): ListingName {
  return { id, name: typeof name === 'string' ? name : '' };
}

/** Whether a field of it is risky. */
export function hasRisk({ fields }: ChangedListing): boolean {
  return fields.some(({ isRisky }) => isRisky);
}

function addedOf(listing: ListingRecord): ChangedListing {
  const values = valuesOf(listing);
  const risky = [...values.keys()].filter((field) => field !== 'name' && isRiskyPlace(field)).sort();
  const isPublic = hasOnlyPublicPlaces(listing);
  return {
    ...nameOf(listing),
    fields: risky.map((field) => fieldOf(field, { after: values.get(field) }, isPublic)),
  };
}

function changeOf(before: ListingRecord | undefined, after: ListingRecord): ChangedListing | null {
  if (!before) return null;
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const fields = [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => old.get(field) !== now.get(field))
    .sort()
    .sort((one, other) => Number(isRiskyPlace(other)) - Number(isRiskyPlace(one)));
  if (fields.length === 0) return null;
  const arePlacesPublic = hasOnlyPublicPlaces(before) && hasOnlyPublicPlaces(after);
  return {
    ...nameOf(after),
    fields: fields.map((field) =>
      fieldOf(field, { before: old.get(field), after: now.get(field) }, arePlacesPublic),
    ),
  };
}

interface Sides {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

function fieldOf(field: string, values: Sides, arePlacesPublic: boolean): FieldChange {
  return {
    field,
    ...(isPlace(field) && !arePlacesPublic ? {} : sides(values)),
    ...(isRiskyPlace(field) ? { isRisky: true } : {}),
  };
}

function isPlace(field: string): boolean {
  return field === 'locations' || field.startsWith('locations.');
}

function sides({ before, after }: Sides) {
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
