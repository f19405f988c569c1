import { useCallback, useState } from 'react';
import type { Edit } from '../../core/edits/edit.ts';
import { todayHere } from '../shared/use-today.ts';
import { useStaffDesk, useVolunteer } from './desk-context.tsx';
import { editOfChanges } from './edit-of-changes.ts';
import type { KeptListing, Typed } from './kept/desk-database.ts';
import { newId } from './new-id.ts';

export interface FieldDraft {
  /** Of the draft, and of the edit that it becomes. */
  readonly id: string;
  readonly typed: Typed | null;
  /** What was written with the controls of the whole form. */
  readonly edit: Edit | null;
  readonly keep: (typed: Typed) => void;
  readonly keepEdit: (edit: Edit) => void;
  readonly drop: () => void;
}

/** What is typed of one field, kept at every letter: a page that is killed in the middle loses nothing (V8). */
export function useFieldDraft(kept: KeptListing, field: string): FieldDraft {
  const { desk } = useVolunteer();
  const { drafts } = useStaffDesk();
  const draft = drafts.find((one) => one.listingId === kept.id && one.typed?.field === field);
  const [id] = useState(() => draft?.id ?? newId());
  const { listing } = kept;
  // Always the same function: a form that keeps what it holds whenever this changes would keep it for ever.
  const keepEdit = useCallback(
    (edit: Edit) =>
      void desk.keepDraft(edit, listing, { field, text: '', isGone: false, cause: null, method: null }),
    [desk, listing, field],
  );
  return {
    id,
    typed: draft?.typed ?? null,
    edit: draft?.edit ?? null,
    keep: (typed) =>
      void desk.keepDraft(
        editOfChanges(kept, { id, changes: [], method: null, on: todayHere() }),
        listing,
        typed,
      ),
    keepEdit,
    drop: () => void desk.dropDraft(id),
  };
}
