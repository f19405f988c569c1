import { fail, type Result, succeed } from '../result.ts';
import { isSameValue } from './canonical-json.ts';
import type { Edit, FieldChange, JsonValue } from './edit.ts';

// Two people changed the same listing, each from what they both saw (V9):
//
//   mine \ theirs | untouched | same value | another value
//   untouched     |     -     |   theirs   |    theirs
//   changed       |   mine    |  nothing   |   conflict, which a person decides
//
// Nothing is ever decided for a field that both changed differently.

/** One field that both changed, each to something else. */
export interface Conflict {
  readonly field: string;
  readonly base: JsonValue;
  readonly mine: FieldChange;
  readonly theirs: FieldChange;
}

export interface Merge {
  /** What of mine is still to be made of their listing. */
  readonly changes: readonly FieldChange[];
  readonly conflicts: readonly Conflict[];
}

/** `written`: neither, but what the person wrote on seeing both. */
export type Choice =
  | { readonly take: 'mine' }
  | { readonly take: 'theirs' }
  | { readonly take: 'written'; readonly value: JsonValue };

/** Mine on top of theirs, both made from the same listing. */
export function mergeChanges(mine: readonly FieldChange[], theirs: readonly FieldChange[]): Merge {
  const changes: FieldChange[] = [];
  const conflicts: Conflict[] = [];
  for (const change of mine) {
    const other = theirs.find(({ field }) => field === change.field);
    if (!other) changes.push(change);
    else if (!isSameValue(change.after, other.after))
      conflicts.push({ field: change.field, base: other.before, mine: change, theirs: other });
  }
  return { changes, conflicts };
}

/** The changes that remain once a person has chosen for every conflict; else the fields that are still undecided. */
export function resolve(
  { changes, conflicts }: Merge,
  choices: Readonly<Record<string, Choice>>,
): Result<FieldChange[], readonly string[]> {
  const undecided = conflicts.map(({ field }) => field).filter((field) => !Object.hasOwn(choices, field));
  if (undecided.length > 0) return fail(undecided);
  const decided = conflicts.flatMap((conflict): FieldChange[] => {
    const choice = choices[conflict.field];
    return choice ? chosen(conflict, choice) : [];
  });
  return succeed([...changes, ...decided]);
}

/** A change from theirs, as that is what stands now. */
function chosen({ mine, theirs }: Conflict, choice: Choice): FieldChange[] {
  if (choice.take === 'theirs') return [];
  const after = choice.take === 'mine' ? mine.after : choice.value;
  return isSameValue(after, theirs.after) ? [] : [{ ...mine, before: theirs.after, after }];
}

/**
 * An edit brought to a later version, which `theirs` made of the one that its author saw. What was confirmed and has
 * changed since is confirmed no longer: the person was asked about another value.
 */
export function rebaseEdit(
  edit: Edit,
  theirs: readonly FieldChange[],
  version: number,
): { readonly edit: Edit; readonly conflicts: readonly Conflict[] } {
  const { changes, conflicts } = mergeChanges(edit.changes, theirs);
  const touched = new Set(theirs.map(({ field }) => field));
  const confirmed = edit.confirmed.filter((field) => !touched.has(field));
  return { edit: { ...edit, baseVersion: version, changes, confirmed }, conflicts };
}
