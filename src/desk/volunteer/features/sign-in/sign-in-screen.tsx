import { useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { api } from '../../api-client.ts';
import { useStaffDesk, useVolunteer, useWorkspace } from '../../desk-context.tsx';
import { type PasskeyProblem, signInHere } from '../../passkeys.ts';
import { useProblemWords } from '../../problem-words.ts';
import { EnrolForm } from './enrol-form.tsx';
import { LostPasskey } from './lost-passkey.tsx';

/** Before anybody works here: sign in, or enrol by a one-time link. */
export function SignInScreen() {
  const { t } = useTranslation('vol-shell');
  const { session } = useStaffDesk();
  const { token } = useWorkspace();
  return (
    <>
      <h1 tabIndex={-1}>{t('signIn.title')}</h1>
      <p className="lead">{t('signIn.why')}</p>
      {session && !session.isReady && <p className="notice">{t('signIn.notReady')}</p>}
      {token === null && <SignIn />}
      <EnrolForm />
      {token === null && <LostPasskey />}
    </>
  );
}

/** Also where somebody works already, to send what is done. */
export function SignIn() {
  const { t } = useTranslation('vol-shell');
  const { desk } = useVolunteer();
  const problemWords = useProblemWords();
  const [problem, setProblem] = useState<PasskeyProblem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const signIn = async () => {
    setIsBusy(true);
    const outcome = await signInHere(api);
    setIsBusy(false);
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) await desk.signedIn(outcome.value);
  };
  return (
    <div className="stack">
      <button type="button" className="button button-wide" disabled={isBusy} onClick={() => void signIn()}>
        {t('signIn.withDevice')}
      </button>
      <p role="status" className={problem ? 'notice' : ''}>
        {problem && problemWords(problem)}
      </p>
    </div>
  );
}
