import type { Check, Edit } from '../../../core/edits/edit.ts';
import type { Listing } from '../../../core/schema.ts';
import { addMany, type ManyEdits } from './add-many.ts';
import { type Draft, keepThing, type OutboxEntry, type Typed } from './desk-database.ts';
import { type Parts, type State, sayForgotten } from './desk-state.ts';
import { forgottenOf, isOfBefore, noteForgotten } from './forget.ts';
import type { Preferences } from './preferences.ts';

/** What a volunteer does, kept on the device as it is done. */
export function waysToKeep({ database, now }: Parts, state: State) {
  const author = () => state.get().me?.id ?? '';
  const fresh = { tries: 0, problem: null, detail: null } as const;
  /** On the screen at once, on the disk as soon as it can be. */
  const addEntries = (entries: readonly OutboxEntry[]) => {
    const ids = new Set(entries.map(({ id }) => id));
    const rest = state.get().outbox.filter(({ id }) => !ids.has(id));
    state.set({ outbox: [...rest, ...entries] });
    return database.outbox.bulkPut([...entries]);
  };
  /** Of a form that was open while the place of its listing became confidential: it has the old values (SV-12). */
  const isForgotten = (one: OutboxEntry | Draft) => 'edit' in one && isOfBefore(one.edit, state.get());
  const forget = async (one: OutboxEntry | Draft) => {
    const forgotten = [forgottenOf(one)];
    sayForgotten(state, forgotten);
    await noteForgotten(database, forgotten);
  };
  return {
    async addChecks(checks: readonly Check[]) {
      await addEntries(
        checks.map((check) => ({
          ...fresh,
          kind: 'check',
          id: check.id,
          listingId: check.listingId,
          by: author(),
          madeAt: check.at,
          check,
        })),
      );
    },
    async addEdit(edit: Edit, base: Listing | null) {
      const { id, listingId } = edit;
      const entry = {
        ...fresh,
        kind: 'edit',
        id,
        listingId,
        by: author(),
        madeAt: now(),
        edit,
        base,
        current: null,
      } as const;
      if (isForgotten(entry)) return await forget(entry);
      // The draft goes with the same stroke that puts the edit into the outbox: no crash can lose both, or keep both.
      await database.transaction('rw', database.outbox, database.drafts, async () => {
        await addEntries([entry]);
        await database.drafts.delete(id);
      });
      state.set({ drafts: state.get().drafts.filter((draft) => draft.id !== id) });
    },
    addMany: (many: ManyEdits) => addMany({ database, state, by: author(), at: now() }, many),
    async keepDraft(edit: Edit, base: Listing | null, typed: Typed | null = null) {
      const { id, listingId } = edit;
      const draft = { id, listingId, by: author(), edit, base, typed, changedAt: now() };
      if (isForgotten(draft)) return await forget(draft);
      state.set({ drafts: [...state.get().drafts.filter((one) => one.id !== id), draft] });
      await database.drafts.put(draft);
    },
    async dropDraft(id: string) {
      state.set({ drafts: state.get().drafts.filter((one) => one.id !== id) });
      await database.drafts.delete(id);
    },
    async dropEntry(id: string) {
      state.set({ outbox: state.get().outbox.filter((one) => one.id !== id) });
      await database.outbox.delete(id);
    },
    async seenForgotten() {
      state.set({ forgotten: [] });
      await keepThing(database, 'forgotten', []);
    },
    async prefer(change: Partial<Preferences>) {
      const preferences = { ...state.get().preferences, ...change };
      state.set({ preferences });
      await keepThing(database, 'preferences', preferences);
    },
  };
}
