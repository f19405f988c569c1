import { useState } from 'react';
import type { CheckAnswer, Edit, FieldChange, VerifyMethod } from '../../../../core/edits/edit.ts';
import { todayHere } from '../../../shared/use-today.ts';
import { checksOfAnswer } from '../../checks-of-answer.ts';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { editOfChanges } from '../../edit-of-changes.ts';
import type { KeptListing } from '../../kept/desk-database.ts';
import { newId } from '../../new-id.ts';

export const BY_CALL: VerifyMethod = 'called-published-number';

export interface CallInHand {
  /** Field to what was last answered of it. */
  readonly outcomes: ReadonlyMap<string, CheckAnswer>;
  readonly answer: (field: string, answer: CheckAnswer) => void;
  readonly change: (field: string, made: Pick<Edit, 'changes' | 'overrides'>) => void;
  readonly nobodyAnswered: () => void;
  /** Ends the call: what changed is proposed as one edit. */
  readonly finish: () => void;
}

/** What comes out of a call. Each answer is kept when it is given; what changed is a draft until the call ends (V8). */
export function useCall(kept: KeptListing, called: string | undefined): CallInHand {
  const { desk, workspace } = useVolunteer();
  const { drafts } = useStaffDesk();
  const begun = drafts.find(({ listingId, typed }) => listingId === kept.id && typed === null);
  const [editId] = useState(() => begun?.id ?? newId());
  const [changes, setChanges] = useState<readonly FieldChange[]>(begun?.edit.changes ?? []);
  // Reasons for leaving a warning as it is: the server asks for them again.
  const [overrides, setOverrides] = useState<Edit['overrides']>(begun?.edit.overrides ?? []);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, CheckAnswer>>(new Map());
  const editOf = (all: readonly FieldChange[], why = overrides): Edit => {
    const confirmed = [...outcomes].flatMap(([field, said]) => (said === 'still-right' ? field : []));
    const made = { id: editId, changes: all, confirmed, method: BY_CALL, on: todayHere() };
    return { ...editOfChanges(kept, made), overrides: why };
  };
  const keep = (field: string, answer: CheckAnswer, method: VerifyMethod | null) => {
    const at = new Date().toISOString();
    void desk.addChecks(checksOfAnswer(kept.listing, { field, answer, method, called, at, newId }));
  };
  const changeTo = (all: readonly FieldChange[], why = overrides) => {
    setChanges(all);
    setOverrides(why);
    if (all.length > 0) void desk.keepDraft(editOf(all, why), kept.listing);
    else void desk.dropDraft(editId);
  };
  const answer = (field: string, said: CheckAnswer) => {
    keep(field, said, BY_CALL);
    setOutcomes(new Map(outcomes).set(field, said));
  };
  return {
    outcomes,
    answer(field, said) {
      answer(field, said);
      // Right after all: what was written before of this field is not proposed.
      if (changes.some((one) => one.field === field)) changeTo(changes.filter((one) => one.field !== field));
    },
    change(field, made) {
      answer(field, 'changed');
      const names = new Set([field, ...made.changes.map((one) => one.field)]);
      const others = changes.filter((one) => !names.has(one.field));
      changeTo([...others, ...made.changes], [...overrides, ...made.overrides]);
    },
    nobodyAnswered() {
      // Of the number itself; nothing is proved by silence.
      keep(called ?? 'status', 'no-answer', null);
    },
    finish() {
      if (changes.length > 0) void desk.addEdit(editOf(changes), kept.listing);
      workspace.set({ calling: null });
      void desk.exchange();
    },
  };
}
