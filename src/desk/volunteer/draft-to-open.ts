import type { Draft } from './kept/desk-database.ts';
import { NOTHING_OVER, type Workspace } from './workspace.ts';

export interface Wanted {
  readonly by: string | undefined;
  /** Null for a listing that nobody has yet. */
  readonly listingId: string | null;
  /** One that was chosen by itself, where it was. */
  readonly draftId: string | undefined;
}

/** The draft that the whole form goes on with: the chosen one before any other of the same listing. */
export function draftToOpen(drafts: readonly Draft[], { by, listingId, draftId }: Wanted): Draft | undefined {
  const own = drafts.filter((draft) => draft.by === by && !isOfOneField(draft));
  return (
    own.find(({ id }) => id === draftId) ??
    own.find((draft) => listingId !== null && draft.listingId === listingId)
  );
}

/** Where a draft is gone on with: on its card, or in the form. */
export function wayToDraft(draft: Draft): Partial<Workspace> {
  const { id, listingId, base, typed } = draft;
  return typed && isOfOneField(draft)
    ? { ...NOTHING_OVER, screen: 'today', asking: { listingId, field: typed.field } }
    : { ...NOTHING_OVER, editing: { listingId: base ? listingId : null, draftId: id } };
}

/**
 * Whether it is what somebody types on a card, of which no change is made yet: the whole form has no place for it, would
 * write itself over it, and so leaves it where it is.
 */
function isOfOneField({ typed, edit }: Draft): boolean {
  return typed !== null && edit.changes.length === 0;
}
