import { isSameValue } from '../../../../core/edits/canonical-json.ts';
import { closingChanges } from '../../../../core/edits/changes.ts';
import type { FieldChange, JsonValue } from '../../../../core/edits/edit.ts';
import { CHANNEL_ORDER, fieldsOf, jsonOf } from '../../../../core/edits/fields.ts';
import type { Listing } from '../../../../core/schema.ts';

/** One field that two listings of the same service say differently. */
export interface Difference {
  readonly field: string;
  readonly kept: JsonValue;
  readonly other: JsonValue;
}

// Who a listing is and how it was checked stays its own.
const OWN: readonly string[] = [
  'id',
  'organization.id',
  'verification',
  'status',
  'sample',
  'first_screen',
  CHANNEL_ORDER,
];

export function differencesOf(kept: Listing, other: Listing): Difference[] {
  const [one, two] = [fieldsOf(kept), fieldsOf(other)];
  return [...new Set([...one.keys(), ...two.keys()])]
    .filter((field) => !OWN.includes(field))
    .map((field) => ({ field, kept: one.get(field) ?? null, other: two.get(field) ?? null }))
    .filter((difference) => !isSameValue(difference.kept, difference.other));
}

/** What the kept listing takes over: the fields that were chosen from the other one. */
export function takenOver(differences: readonly Difference[], fromOther: ReadonlySet<string>): FieldChange[] {
  return differences
    .filter(({ field }) => fromOther.has(field))
    .map(({ field, kept, other }) => ({
      field,
      before: kept,
      after: other,
      ...(kept === null ? { cause: 'added' as const } : {}),
    }));
}

/** The other one closes and says which takes its place, so that nobody's saved list leads nowhere. */
export function redirectChanges(other: Listing, keptId: string): FieldChange[] {
  return closingChanges(other).map((change) =>
    change.field === 'verification'
      ? { ...change, after: { ...Object(change.after), replaced_by: keptId }, cause: 'changed' }
      : { ...change, cause: 'changed', after: jsonOf(change.after) },
  );
}

/** What is chosen before anybody chooses: whatever the kept one does not say. */
export function firstChoice(differences: readonly Difference[]): Set<string> {
  return new Set(differences.filter(({ kept }) => kept === null).map(({ field }) => field));
}
