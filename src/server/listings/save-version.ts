import { dayOf } from '../../core/dates.ts';
import type { StaffListing } from '../../core/desk-api.ts';
import { isSameValue } from '../../core/edits/canonical-json.ts';
import { changesBetween } from '../../core/edits/changes.ts';
import type { FieldChange } from '../../core/edits/edit.ts';
import { fieldKinds } from '../../core/edits/field-kind.ts';
import { jsonOf } from '../../core/edits/fields.ts';
import type { Listing } from '../../core/schema.ts';
import type { LogLine } from '../audit/seal-line.ts';
import type { Change } from '../database/change.ts';
import { isClosed } from './fill-from.ts';
import { becameConfidential, purgeValues } from './purge.ts';
import { type Step, writeVersion } from './write-listing.ts';

export interface Saving {
  readonly region: string;
  /** Null: a new listing. */
  readonly before: StaffListing | null;
  readonly after: Listing;
  readonly checkedFields: Readonly<Record<string, string>>;
  readonly step: Omit<Step, 'changes'>;
  /** Whose reasons for changing a value are kept with the history. */
  readonly causes: readonly FieldChange[];
  readonly log: Pick<LogLine, 'actor' | 'action'>;
}

/** Writes the next version of a listing, its step of the history and the entry of the log; says whether old values were purged. */
export async function saveVersion(made: Change, saving: Saving): Promise<{ readonly isPurged: boolean }> {
  const { region, before, after, checkedFields, step, log } = saving;
  const changes = withCauses(changesBetween(before?.listing ?? null, after), saving.causes);
  const version = (before?.version ?? 0) + 1;
  const seq = await made.say({
    ...log,
    object: after.id,
    detail: {
      version: String(version),
      fields: fieldKinds(changes.map(({ field }) => field)),
      ...(step.editId ? { edit: step.editId } : {}),
    },
  });
  const closedOn = isClosed(after) ? (before?.closedOn ?? dayOf(made.now.getTime())) : null;
  const hasSamePlaces =
    before !== null && isSameValue(jsonOf(before.listing.locations), jsonOf(after.locations));
  const next = { region, version, listing: after, checkedFields, closedOn, hasSamePlaces };
  await writeVersion(made, next, { ...step, changes }, seq);
  const isPurged = before !== null && becameConfidential(before.listing, after);
  if (isPurged) await purgeValues(made, before.listing);
  return { isPurged };
}

function withCauses(changes: readonly FieldChange[], causes: readonly FieldChange[]): FieldChange[] {
  return changes.map((change) => {
    const cause = causes.find(({ field }) => field === change.field)?.cause;
    return cause ? { ...change, cause } : change;
  });
}
