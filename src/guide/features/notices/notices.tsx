import { useDates } from '../../../page/dates.ts';
import { problemMessage } from '../../../page/problem-message.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { useOnline } from '../../../page/use-online.ts';
import { useDirectory, useGuide } from '../../context.tsx';

/** Quiet lines above a screen: no network, a list that could not be kept, a download that failed. Never a cover. */
export function Notices() {
  const { t } = useTranslation('common');
  const { client } = useGuide();
  const { directory, problem } = useDirectory();
  const { day } = useDates();
  const isOnline = useOnline();
  const savedOn = directory?.regions
    .map(({ installed }) => installed?.savedOn ?? '')
    .sort()
    .at(-1);
  return (
    <div className="notices" role="status">
      {!isOnline && savedOn && <p className="notice">{t('offline', { date: day(savedOn) })}</p>}
      {directory?.keeps && !directory.isSaved && <p className="notice">{t('problem.notSaved')}</p>}
      {problem && (
        <p className="notice">
          {t(problemMessage(problem))}{' '}
          <button type="button" className="link" onClick={() => client.dismissProblem()}>
            {t('close')}
          </button>
        </p>
      )}
    </div>
  );
}
