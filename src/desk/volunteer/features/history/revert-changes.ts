import { isSameValue } from '../../../../core/edits/canonical-json.ts';
import type { FieldChange } from '../../../../core/edits/edit.ts';
import { CHANNEL_ORDER, fieldsOf } from '../../../../core/edits/fields.ts';
import type { Listing } from '../../../../core/schema.ts';

/**
 * What brings the fields of an earlier step back to what they were before it: a new change, made from what the listing says
 * now and looked at by a second person like any other (V11). What is so already is left out.
 */
export function revertChanges(current: Listing, changes: readonly FieldChange[]): FieldChange[] {
  const fields = fieldsOf(current);
  return changes
    .filter(({ field }) => field !== CHANNEL_ORDER)
    .map(({ field, before }) => ({ field, before: fields.get(field) ?? null, after: before }))
    .filter(({ before, after }) => !isSameValue(before, after));
}
