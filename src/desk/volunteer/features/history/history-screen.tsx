import { useCallback } from 'react';
import type { HistoryStep } from '../../../../core/desk-api.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { ChangeView } from '../../fields/change-view.tsx';
import { pairedChanges } from '../../fields/paired-changes.ts';
import { useFieldWords } from '../../fields/use-field-words.ts';
import { newId } from '../../new-id.ts';
import { useProblemWords } from '../../problem-words.ts';
import { calls } from '../../staff-calls.ts';
import { useAnswer } from '../../use-answer.ts';
import { revertChanges } from './revert-changes.ts';
import { UndoButton } from './undo-button.tsx';

/** Everything that was ever changed of a listing, the latest first (V11). */
export function HistoryScreen({ listingId }: { readonly listingId: string }) {
  const { t } = useTranslation('vol-history');
  const { workspace } = useVolunteer();
  const { directory } = useStaffDesk();
  const problemWords = useProblemWords();
  const { value, problem, again } = useAnswer(useCallback(() => calls.history(listingId), [listingId]));
  const listing = directory.get(listingId)?.listing;
  return (
    <>
      <h1 tabIndex={-1}>
        {listing ? <ForeignText language={listing.text_language}>{listing.name}</ForeignText> : t('title')}
      </h1>
      <div className="actions">
        <button type="button" className="button-quiet" onClick={() => workspace.set({ remembering: null })}>
          {t('back')}
        </button>
      </div>
      <p className="quiet">{t('why')}</p>
      <p role="status">
        {problem && problemWords(problem.kind === 'offline' ? 'offline' : problem.code)}
        {!problem && !value && t('loading')}
      </p>
      <ol className="plain-list">
        {value
          ?.toSorted((one, other) => other.version - one.version)
          .map((step) => (
            <Step key={step.version} step={step} listingId={listingId} onUndone={again} />
          ))}
      </ol>
    </>
  );
}

interface StepProps {
  readonly step: HistoryStep;
  readonly listingId: string;
  readonly onUndone: () => void;
}

function Step({ step, listingId, onUndone }: StepProps) {
  const { t } = useTranslation('vol-history');
  const { day } = useDates();
  const say = useFieldWords();
  const { desk, workspace } = useVolunteer();
  const { directory } = useStaffDesk();
  const kept = directory.get(listingId);
  const back = kept && !step.isPurged ? revertChanges(kept.listing, step.changes) : [];
  const revert = async () => {
    if (!kept) return;
    const edit = {
      id: newId(),
      listingId,
      region: kept.region,
      kind: 'change',
      baseVersion: kept.version,
      changes: back,
      confirmed: [],
      overrides: [],
      comment: t('revertOf', { version: step.version }),
    } as const;
    await desk.keepDraft(edit, kept.listing);
    workspace.set({ remembering: null, editing: { listingId, draftId: edit.id } });
  };
  return (
    <li className="part">
      <h2>{t('step', { version: step.version, date: day(step.at.slice(0, 10)) })}</h2>
      <p className="quiet">
        {step.approver
          ? t('byTwo', { author: step.author, approver: step.approver })
          : t('by', { author: step.author })}
      </p>
      {step.isPurged && <p className="notice notice-quiet">{t('purged')}</p>}
      {pairedChanges(step.changes).map((change) => (
        <div key={change.field} className="history-change">
          <h3>{say.label(change.field)}</h3>
          {!step.isPurged && <ChangeView change={change} language={kept?.listing.text_language ?? 'en'} />}
        </div>
      ))}
      <div className="actions">
        {step.editId && <UndoButton step={step} editId={step.editId} onUndone={onUndone} />}
        {step.version > 1 && back.length > 0 && (
          <button type="button" className="button-quiet" onClick={() => void revert()}>
            {t('revert')}
          </button>
        )}
      </div>
    </li>
  );
}
