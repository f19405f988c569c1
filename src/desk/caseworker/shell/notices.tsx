import { useDates } from '../../../page/dates.ts';
import { problemMessage } from '../../../page/problem-message.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { useOnline } from '../../../page/use-online.ts';
import { useDesk, useDirectory } from '../desk-context.tsx';

/** Quiet lines above a screen: no network and from when the lists are (C14), sample data, what failed. */
export function Notices() {
  const { t } = useTranslation('common');
  const { t: shell } = useTranslation('desk-shell');
  const { client } = useDesk();
  const { directory, problem } = useDirectory();
  const { day } = useDates();
  const isOnline = useOnline();
  return (
    <div className="notices" role="status">
      {!isOnline && directory && (
        <p className="notice">{shell('offline', { date: day(directory.issuedOn) })}</p>
      )}
      {directory?.isDemo && <p className="notice notice-quiet">{t('sampleData')}</p>}
      {directory && !directory.isSaved && <p className="notice">{t('problem.notSaved')}</p>}
      {problem && (
        <p className="notice">
          {problem.kind === 'unexpected' ? shell('broken') : t(problemMessage(problem))}{' '}
          <button type="button" className="link" onClick={() => client.dismissProblem()}>
            {t('close')}
          </button>
        </p>
      )}
    </div>
  );
}
