import type { Edit } from '../../../core/edits/edit.ts';
import type { Listing } from '../../../core/schema.ts';
import type { DeskDatabase, Draft, OutboxEntry } from './desk-database.ts';
import { type State, sayForgotten } from './desk-state.ts';
import { forgottenOf, isOfBefore, noteForgotten } from './forget.ts';

/** An edit with what its author saw; null of a new listing. */
export interface EditOfBase {
  readonly edit: Edit;
  readonly base: Listing | null;
}

export interface ManyEdits {
  /** To be sent. */
  readonly edits: readonly EditOfBase[];
  /** To be finished in the form. */
  readonly drafts: readonly EditOfBase[];
}

interface Where {
  readonly database: DeskDatabase;
  readonly state: State;
  readonly by: string;
  readonly at: string;
}

/**
 * On the disk before they are on the screen: a page that is closed meanwhile has kept all of them or none (CT-9). What was
 * made of a time before its place became confidential is not kept, and its author is told (SV-12).
 */
export async function addMany({ database, state, by, at }: Where, many: ManyEdits): Promise<void> {
  const ofBoth = ({ edit, base }: EditOfBase) => ({ id: edit.id, listingId: edit.listingId, by, edit, base });
  const entries = many.edits.map(
    (one): OutboxEntry => ({
      ...ofBoth(one),
      kind: 'edit',
      madeAt: at,
      tries: 0,
      problem: null,
      detail: null,
      current: null,
    }),
  );
  const drafts = many.drafts.map((one): Draft => ({ ...ofBoth(one), typed: null, changedAt: at }));
  const known = state.get();
  const isGone = (one: OutboxEntry | Draft) => 'edit' in one && isOfBefore(one.edit, known);
  const stays = (one: OutboxEntry | Draft) => !isGone(one);
  const forgotten = [...entries, ...drafts].filter(isGone).map(forgottenOf);
  await database.transaction('rw', database.outbox, database.drafts, database.things, async () => {
    await database.outbox.bulkPut(entries.filter(stays));
    await database.drafts.bulkPut(drafts.filter(stays));
    if (forgotten.length > 0) await noteForgotten(database, forgotten);
  });
  const held = state.get();
  state.set({
    outbox: [...held.outbox, ...entries.filter(stays)],
    drafts: [...held.drafts, ...drafts.filter(stays)],
  });
  sayForgotten(state, forgotten);
}
