import { and, eq, sql } from 'drizzle-orm';
import { hasHiddenPlace } from '../../core/confidential/hidden-places.ts';
import { isSameValue } from '../../core/edits/canonical-json.ts';
import type { Edit, FieldChange } from '../../core/edits/edit.ts';
import { fieldKind } from '../../core/edits/field-kind.ts';
import { jsonOf } from '../../core/edits/fields.ts';
import type { Listing } from '../../core/schema.ts';
import type { Change } from '../database/change.ts';
import { checks, decisions, edits, listings, listingVersions } from '../database/tables.ts';
import { hashOfEdit } from '../edits/hash-edit.ts';

/** Whether a place that was public is none any more, of a listing whose place is now to be hidden (SV-12). */
export function becameConfidential(before: Listing, after: Listing): boolean {
  const stays = (place: Listing['locations'][number]) =>
    after.locations.some((one) => isSameValue(jsonOf(one), jsonOf(place)));
  return (
    hasHiddenPlace(after) && before.locations.some((place) => place.visibility === 'public' && !stays(place))
  );
}

/**
 * Takes every value of a listing out of its history, its edits and what was said of them; names of fields stay. All of
 * them, because an address also stands in a description, in a comment, in the name of a way in.
 */
export async function purgeValues(made: Change, { id }: Pick<Listing, 'id'>): Promise<void> {
  const { tx } = made;
  const steps = await tx.select().from(listingVersions).where(eq(listingVersions.listingId, id));
  for (const { version, changes } of steps)
    await tx
      .update(listingVersions)
      .set({ changes: changes.map(withoutValues), isPurged: true })
      .where(and(eq(listingVersions.listingId, id), eq(listingVersions.version, version)));
  await purgeEdits(made, id);
  await tx.delete(checks).where(and(eq(checks.listingId, id), sql`${checks.field} like '%:%'`));
  await purgeRow(made, id);
  await made.say({ actor: 'server', action: PURGE_BEGUN, object: id });
}

/** That the rows are gone; the pages that held them are made new afterwards (`erase-pages.ts`). */
export const PURGE_BEGUN = 'purge.begun';

async function purgeEdits({ tx, now }: Change, listingId: string): Promise<void> {
  const rows = await tx.select().from(edits).where(eq(edits.listingId, listingId));
  for (const { id, content, state } of rows) {
    const emptied = withoutValuesOfEdit(content);
    const hash = hashOfEdit(emptied);
    const isOpen = state === 'pending' || state === 'asked';
    await tx
      .update(edits)
      .set({
        content: emptied,
        hash,
        ...(isOpen ? { state: 'withdrawn' as const, decidedAt: now } : {}),
      })
      .where(eq(edits.id, id));
    // A hash of what held an address could be tried with every address of a town.
    await tx.update(decisions).set({ comment: null, hash }).where(eq(decisions.editId, id));
  }
}

async function purgeRow({ tx }: Change, id: string): Promise<void> {
  const [row] = await tx
    .select({ checkedFields: listings.checkedFields })
    .from(listings)
    .where(eq(listings.id, id));
  const checkedFields = Object.fromEntries(
    Object.entries(row?.checkedFields ?? {}).filter(([field]) => !field.includes(':')),
  );
  await tx.update(listings).set({ checkedFields }).where(eq(listings.id, id));
  await tx
    .update(listings)
    .set({ hiddenReason: sql`case when ${listings.hiddenAt} is null then null else 'purged' end` })
    .where(eq(listings.id, id));
}

function withoutValues({ field, cause }: FieldChange): FieldChange {
  return { field: fieldKind(field), before: null, after: null, ...(cause ? { cause } : {}) };
}

function withoutValuesOfEdit({ comment: _comment, ...edit }: Edit): Edit {
  return {
    ...edit,
    changes: edit.changes.map(withoutValues),
    confirmed: edit.confirmed.map(fieldKind),
    overrides: edit.overrides.map(({ rule, field }) => ({ rule, field: fieldKind(field), reason: 'purged' })),
  };
}
