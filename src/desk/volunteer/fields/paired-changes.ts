import type { FieldChange } from '../../../core/edits/edit.ts';

/**
 * The changes as people think of them: another number is, for the listing, one that went and one that came, and is shown as
 * one change from the old to the new.
 */
export function pairedChanges(changes: readonly FieldChange[]): FieldChange[] {
  const added = changes.filter(({ before }) => before === null);
  const taken = new Set<FieldChange>();
  const paired = changes.flatMap((change): FieldChange[] => {
    if (change.after !== null || !isChannel(change)) return [change];
    const successor = added.find((one) => !taken.has(one) && kindOf(one) === kindOf(change));
    if (!successor) return [change];
    taken.add(successor);
    return [{ ...change, after: successor.after }];
  });
  return paired.filter((change) => !taken.has(change));
}

function isChannel({ field }: FieldChange): boolean {
  return /^channels\.[a-z-]+:/.test(field);
}

function kindOf({ field }: FieldChange): string {
  return field.split(':')[0] ?? '';
}
