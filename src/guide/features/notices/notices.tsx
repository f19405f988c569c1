import { useEffect, useState } from 'react';
import { useDirectory, useGuide } from '../../context.tsx';
import { useDates } from '../../dates.ts';
import { problemMessage } from '../../problem-message.ts';
import { useTranslation } from '../../translation.tsx';

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

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const note = () => setOnline(navigator.onLine);
    addEventListener('online', note);
    addEventListener('offline', note);
    return () => {
      removeEventListener('online', note);
      removeEventListener('offline', note);
    };
  }, []);
  return isOnline;
}
