import { useCallback } from 'react';
import type { KeptEdit } from '../../../../core/desk-api.ts';
import type { EditState } from '../../../../core/edits/edit.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { calls } from '../../staff-calls.ts';
import { useAnswer } from '../../use-answer.ts';

const STATES = ['asked', 'rejected', 'pending'] as const satisfies readonly EditState[];

/** What became of what one proposed: what a reviewer wants to know first, and what to do about it (V10). */
export function OwnEdits() {
  const { t } = useTranslation('vol-own');
  return (
    <section className="part" aria-labelledby="own-title">
      <h2 id="own-title">{t('title')}</h2>
      {STATES.map((state) => (
        <EditsIn key={state} state={state} />
      ))}
    </section>
  );
}

/** Those of one state; without a network nothing is said of them. */
function EditsIn({ state }: { readonly state: (typeof STATES)[number] }) {
  const { t } = useTranslation('vol-own');
  const { value } = useAnswer(useCallback(() => calls.edits(state), [state]));
  const mine = value?.filter(({ isMine }) => isMine) ?? [];
  if (mine.length === 0) return null;
  return (
    <>
      <h3>{t(`states.${state}`, { count: mine.length })}</h3>
      <ul className="plain-list">
        {mine.map((kept) => (
          <OwnEdit key={kept.edit.id} kept={kept} />
        ))}
      </ul>
    </>
  );
}

function OwnEdit({ kept }: { readonly kept: KeptEdit }) {
  const { t } = useTranslation('vol-own');
  const { t: review } = useTranslation('vol-review');
  const { day } = useDates();
  const { desk, workspace } = useVolunteer();
  const { directory } = useStaffDesk();
  const { edit, decisions, state } = kept;
  const current = directory.get(edit.listingId);
  const name = current?.listing.name ?? edit.changes.find(({ field }) => field === 'name')?.after;
  const last = decisions.filter(({ isVoid }) => !isVoid).at(-1);
  const open = async () => {
    // From what the listing says now: the form shows the author what has changed meanwhile.
    const baseVersion = edit.kind === 'new' ? 0 : (current?.version ?? edit.baseVersion);
    await desk.keepDraft({ ...edit, baseVersion }, edit.kind === 'new' ? null : (current?.listing ?? null));
    workspace.set({
      editing: { listingId: edit.kind === 'new' ? null : edit.listingId, draftId: edit.id },
    });
  };
  return (
    <li className="entry">
      <p className="entry-name">
        <ForeignText>{typeof name === 'string' ? name : review('unnamed')}</ForeignText>
      </p>
      <p className="quiet">{day(kept.madeAt.slice(0, 10))}</p>
      {last && (
        <div className="was">
          {last.reason && <p>{review(`reasons.${last.reason}`)}</p>}
          {last.comment && (
            <p>
              {last.by.name}: <ForeignText>{last.comment}</ForeignText>
            </p>
          )}
        </div>
      )}
      {state !== 'rejected' && (
        <button type="button" className="button-quiet" onClick={() => void open()}>
          {t('open')}
        </button>
      )}
    </li>
  );
}
