import { eq } from 'drizzle-orm';
import type { FieldChange } from '../../core/edits/edit.ts';
import type { Listing } from '../../core/schema.ts';
import type { Change } from '../database/change.ts';
import { listingPlaces, listings, listingVersions } from '../database/tables.ts';

/** What a new version of a listing comes from. */
export interface Step {
  readonly changes: readonly FieldChange[];
  readonly editId: string | null;
  readonly authorId: string | null;
  readonly approverId: string | null;
}

export interface NextVersion {
  readonly region: string;
  readonly version: number;
  readonly listing: Listing;
  readonly checkedFields: Readonly<Record<string, string>>;
  readonly closedOn: string | null;
  /** Its places are what they were: nothing is written of them. */
  readonly hasSamePlaces: boolean;
}

/** Writes a version of a listing and its step of the history; `seq` is the entry of the log that says so. */
export async function writeVersion(
  { tx, now }: Change,
  { region, version, listing, checkedFields, closedOn, hasSamePlaces }: NextVersion,
  step: Step,
  seq: number,
): Promise<void> {
  const { locations, ...body } = listing;
  const { id } = listing;
  const row = { region, version, body, checkedFields, closedOn, changedAt: now, changedSeq: seq };
  if (version === 1) await tx.insert(listings).values({ id, ...row });
  else await tx.update(listings).set(row).where(eq(listings.id, id));
  if (!hasSamePlaces) {
    await tx.delete(listingPlaces).where(eq(listingPlaces.listingId, id));
    if (locations.length > 0) await tx.insert(listingPlaces).values(placeRows(listing));
  }
  await tx.insert(listingVersions).values({
    listingId: id,
    version,
    at: now,
    editId: step.editId,
    authorId: step.authorId,
    approverId: step.approverId,
    changes: [...step.changes],
    isPurged: false,
  });
}

export function placeRows({ id, locations }: Listing): (typeof listingPlaces.$inferInsert)[] {
  return locations.map((place, position) => ({
    listingId: id,
    position,
    visibility: place.visibility,
    place,
  }));
}
