import { useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import type { ApiProblem } from '../../api-client.ts';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { useProblemWords } from '../../problem-words.ts';

/** Signing out erases what this device has of the desk: what is not sent is sent first, or given up on purpose. */
export function SignOut() {
  const { t } = useTranslation('vol-shell');
  const { desk } = useVolunteer();
  const { outbox, drafts, isBusy } = useStaffDesk();
  const problemWords = useProblemWords();
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const unsent = outbox.length + drafts.length;
  const leave = async () => {
    const failed = await desk.signOut();
    if (failed) setProblem(failed);
    else location.reload();
  };
  const begin = async () => {
    if (unsent > 0) await desk.exchange();
    const { outbox: waiting, drafts: begun } = desk.get();
    if (waiting.length + begun.length > 0) setIsAsking(true);
    else await leave();
  };
  return (
    <section className="part" aria-labelledby="leave-title">
      <h2 id="leave-title">{t('you.signOutTitle')}</h2>
      <p>{t('you.signOutWhy')}</p>
      {isAsking && unsent > 0 ? (
        <>
          <p className="notice">{t('you.signOutUnsent', { many: unsent })}</p>
          <button type="button" className="button-quiet button-wide" onClick={() => void leave()}>
            {t('you.signOutLose')}
          </button>
        </>
      ) : (
        <button
          type="button"
          className="button-quiet button-wide"
          disabled={isBusy}
          onClick={() => void begin()}
        >
          {t('you.signOut')}
        </button>
      )}
      <p role="status" className={problem ? 'notice' : ''}>
        {problem && problemWords(problem)}
      </p>
    </section>
  );
}
