import { useMemo, useState } from 'react';
import { ASKED_CAUSES, type AskedCause, type Edit } from '../../../../core/edits/edit.ts';
import type { SheetPlan } from '../../../../core/sheet/sheet.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { needsCause } from '../../fields/field-change.ts';
import { Picks } from '../../fields/picks.tsx';
import type { Directory } from '../../kept/staff-directory.ts';
import { newId } from '../../new-id.ts';
import { NOTHING_OVER } from '../../workspace.ts';
import { editsOfSheet } from './edits-of-sheet.ts';

interface TakeSheetProps {
  readonly plan: SheetPlan;
  /** The listings that its author saw: an edit is made from those, whatever has come since (V9). */
  readonly seen: Directory;
  /** Whether each row that may be of a service that is there was looked at. */
  readonly isLookedAt: boolean;
}

/** All of a sheet into the outbox, or nothing of it (CT-9). */
export function TakeSheet({ plan, seen, isLookedAt }: TakeSheetProps) {
  const { t } = useTranslation('vol-import');
  const { t: fieldWords } = useTranslation('vol-fields');
  const { desk, workspace } = useVolunteer();
  const [cause, setCause] = useState<SheetCause | null>(null);
  const [problem, setProblem] = useState<'look' | 'cause' | 'not-kept' | null>(null);
  const { edits, drafts, alreadyWaiting } = useSheetEdits(plan, seen, cause);
  const isAsked = plan.changes.some(({ changes }) => changes.some(needsCause));
  const isMissing = { look: !isLookedAt, cause: isAsked && cause === null };
  const take = async () => {
    if (isMissing.look) return setProblem('look');
    if (isMissing.cause) return setProblem('cause');
    const withBase = (edit: Edit) => ({ edit, base: seen.get(edit.listingId)?.listing ?? null });
    try {
      await desk.addMany({ edits: edits.map(withBase), drafts: drafts.map(withBase) });
    } catch {
      return setProblem('not-kept');
    }
    workspace.set({ ...NOTHING_OVER, screen: 'outbox' });
  };
  return (
    <>
      {isAsked && <SheetCausePicks value={cause} onChange={setCause} />}
      {drafts.length > 0 && <p>{t('dry.drafts', { count: drafts.length })}</p>}
      {alreadyWaiting > 0 && <p>{t('dry.waiting', { count: alreadyWaiting })}</p>}
      <p role="status">
        {problem === 'look' && isMissing.look && t('twins.look')}
        {problem === 'cause' && isMissing.cause && fieldWords('form.problems.cause')}
        {problem === 'not-kept' && t('problems.not-kept')}
      </p>
      {edits.length + drafts.length > 0 && (
        <button type="button" className="button" onClick={() => void take()}>
          {edits.length > 0 ? t('dry.take', { count: edits.length }) : t('dry.keep')}
        </button>
      )}
    </>
  );
}

/** `each`: it differs from row to row. */
type SheetCause = AskedCause | 'each';

interface SheetCausePicksProps {
  readonly value: SheetCause | null;
  readonly onChange: (cause: SheetCause) => void;
}

/** Asked once of all that the sheet replaces (V2): whoever corrects a column knows, and else is asked row by row. */
function SheetCausePicks({ value, onChange }: SheetCausePicksProps) {
  const { t } = useTranslation('vol-import');
  const { t: fieldWords } = useTranslation('vol-fields');
  const options = [
    ...ASKED_CAUSES.map((id) => ({ id, label: fieldWords(`causes.${id}`) })),
    { id: 'each' as const, label: t('dry.causeOfEach') },
  ];
  return <Picks label={t('dry.cause')} options={options} value={value} onChange={onChange} />;
}

/** Made once a plan: an id that is made again would be another edit. */
function useSheetEdits(plan: SheetPlan, seen: Directory, cause: SheetCause | null) {
  const { t } = useTranslation('vol-import');
  const { outbox, drafts } = useStaffDesk();
  const comment = t('comment');
  return useMemo(() => {
    const organizations = new Map(
      [...seen.values()].map(({ listing: { organization } }) => [organization.name, organization.id]),
    );
    return editsOfSheet(plan, {
      versionOf: (id) => seen.get(id)?.version ?? 0,
      organizationOf: (name) => organizations.get(name),
      newId,
      comment,
      // Until somebody says, what would be sent is counted.
      cause: cause === 'each' ? null : (cause ?? 'changed'),
      waiting: [
        ...outbox.flatMap((one) => (one.kind === 'edit' ? one.edit : [])),
        ...drafts.map(({ edit }) => edit),
      ],
    });
  }, [plan, seen, outbox, drafts, comment, cause]);
}
