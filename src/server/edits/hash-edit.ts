import { createHash } from 'node:crypto';
import type { Edit } from '../../core/edits/edit.ts';
import { editHashText } from '../../core/edits/edit-hash-text.ts';

/** What a decision is bound to. */
export function hashOfEdit(edit: Edit): string {
  return createHash('sha256').update(editHashText(edit)).digest('hex');
}
