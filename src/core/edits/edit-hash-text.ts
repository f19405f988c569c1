import { canonicalJson } from './canonical-json.ts';
import type { Edit } from './edit.ts';

/**
 * The text that a decision on an edit is bound to, by its SHA-256: whatever a reviewer saw of it. The same edit gives the
 * same text whatever the order of its fields and on every machine; any other edit gives another.
 */
export function editHashText(edit: Edit): string {
  const { changes, confirmed, overrides, ...rest } = edit;
  return `waypost-edit 1\n${canonicalJson({
    ...rest,
    changes: inOrder(changes),
    confirmed: inOrder(confirmed),
    overrides: inOrder(overrides),
  })}`;
}

function inOrder(values: readonly unknown[]): unknown[] {
  const texts = values.map((value) => ({ value, text: canonicalJson(value) }));
  return texts.sort((one, other) => (one.text < other.text ? -1 : 1)).map(({ value }) => value);
}
