import { useTranslation } from '../../../../page/translation.tsx';
import { saveFile } from '../../../shared/save-file.ts';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { DraftRow, EntryRow } from './entry-row.tsx';
import { outboxFile } from './outbox-file.ts';

/** What is done and not yet with the server, and what is begun (V8). */
export function OutboxScreen() {
  const { t } = useTranslation('vol-outbox');
  const { desk } = useVolunteer();
  const { outbox, drafts, isBusy } = useStaffDesk();
  const isEmpty = outbox.length === 0 && drafts.length === 0;
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p className="lead">{isEmpty ? t('empty') : t('why')}</p>
      {outbox.length > 0 && (
        <button
          type="button"
          className="button button-wide"
          disabled={isBusy}
          onClick={() => void desk.exchange()}
        >
          {isBusy ? t('sending') : t('sendNow')}
        </button>
      )}
      <ul className="plain-list entries">
        {outbox.map((entry) => (
          <EntryRow key={entry.id} entry={entry} />
        ))}
      </ul>
      {drafts.length > 0 && (
        <>
          <h2>{t('drafts')}</h2>
          <ul className="plain-list entries">
            {drafts.map((draft) => (
              <DraftRow key={draft.id} draft={draft} />
            ))}
          </ul>
        </>
      )}
      {!isEmpty && (
        <p>
          <button
            type="button"
            className="button-quiet button-wide"
            onClick={() => saveFile(outboxFile(outbox, drafts))}
          >
            {t('export')}
          </button>
        </p>
      )}
    </>
  );
}
