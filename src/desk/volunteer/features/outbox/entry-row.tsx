import { type ReactNode, useState } from 'react';
import type { CheckAnswer, Edit } from '../../../../core/edits/edit.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { wayToDraft } from '../../draft-to-open.ts';
import { useFieldWords } from '../../fields/use-field-words.ts';
import type { Draft, OutboxEntry } from '../../kept/desk-database.ts';
import { useProblemWords } from '../../problem-words.ts';

export function EntryRow({ entry }: { readonly entry: OutboxEntry }) {
  const { t } = useTranslation('vol-outbox');
  const { desk, workspace } = useVolunteer();
  const problemWords = useProblemWords();
  const { day, clock, zone } = useDates();
  const { problem, tries, detail, madeAt } = entry;
  const isBehind = problem === 'behind';
  return (
    <li className="entry">
      <ListingName id={entry.listingId} edit={entry.kind === 'edit' ? entry.edit : null} />
      {entry.kind === 'check' ? (
        <CheckLine field={entry.check.field} answer={entry.check.answer} />
      ) : (
        <EditLine edit={entry.edit} />
      )}
      <p className="note">
        {day(madeAt.slice(0, 10))} {clock(Date.parse(madeAt), zone, Date.parse(madeAt))}
      </p>
      {problem === null ? (
        <p className="note">{t('waiting')}</p>
      ) : (
        <p className="notice">
          {problemWords(problem)} {detail && problem !== 'slow-down' && <bdi>({detail})</bdi>}{' '}
          {t('tried', { many: tries })}
        </p>
      )}
      <div className="actions">
        {isBehind && (
          <button type="button" className="button" onClick={() => workspace.set({ merging: entry.id })}>
            {t('merge')}
          </button>
        )}
        <ThrowAway onGone={() => void desk.dropEntry(entry.id)} />
      </div>
    </li>
  );
}

export function DraftRow({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('vol-outbox');
  const { desk, workspace } = useVolunteer();
  const { me } = useStaffDesk();
  const say = useFieldWords();
  return (
    <li className="entry">
      <ListingName id={draft.listingId} edit={draft.edit} />
      {draft.typed ? <p>{say.label(draft.typed.field)}</p> : <EditLine edit={draft.edit} />}
      <div className="actions">
        {draft.by === me?.id && (
          <button type="button" className="button" onClick={() => workspace.set(wayToDraft(draft))}>
            {t('goOn')}
          </button>
        )}
        <ThrowAway onGone={() => void desk.dropDraft(draft.id)} />
      </div>
    </li>
  );
}

function ListingName({ id, edit }: { readonly id: string; readonly edit: Edit | null }) {
  const { t } = useTranslation('vol-outbox');
  const { directory } = useStaffDesk();
  const listing = directory.get(id)?.listing;
  const written = edit?.changes.find(({ field }) => field === 'name')?.after;
  const name: ReactNode = listing ? (
    <ForeignText language={listing.text_language}>{listing.name}</ForeignText>
  ) : typeof written === 'string' ? (
    <ForeignText>{written}</ForeignText>
  ) : (
    t('unknown')
  );
  return <p className="entry-name">{name}</p>;
}

function CheckLine({ field, answer }: { readonly field: string; readonly answer: CheckAnswer }) {
  const { t } = useTranslation('vol-outbox');
  const say = useFieldWords();
  return <p>{t('check', { field: say.label(field), answer: t(`answers.${answer}`) })}</p>;
}

function EditLine({ edit }: { readonly edit: Edit }) {
  const { t } = useTranslation('vol-outbox');
  const say = useFieldWords();
  const fields = [...new Set(edit.changes.map(({ field }) => say.label(field)))];
  return <p>{t(`kinds.${edit.kind}`, { fields: say.names.listed(fields) })}</p>;
}

/** Asked twice: nobody else has it. */
function ThrowAway({ onGone }: { readonly onGone: () => void }) {
  const { t } = useTranslation('vol-outbox');
  const { t: common } = useTranslation('common');
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking)
    return (
      <button type="button" className="button-quiet" onClick={() => setIsAsking(true)}>
        {t('throwAway')}
      </button>
    );
  return (
    <>
      <span>{t('sure')}</span>
      <button type="button" className="button" onClick={onGone}>
        {t('yesThrowAway')}
      </button>
      <button type="button" className="button-quiet" onClick={() => setIsAsking(false)}>
        {common('cancel')}
      </button>
    </>
  );
}
