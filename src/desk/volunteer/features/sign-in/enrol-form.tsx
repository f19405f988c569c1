import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { api } from '../../api-client.ts';
import { useVolunteer, useWorkspace } from '../../desk-context.tsx';
import { tokenIn } from '../../one-time-link.ts';
import { enrolHere, type PasskeyProblem } from '../../passkeys.ts';
import { useProblemWords } from '../../problem-words.ts';

/** The token of a one-time link, from the link that was opened or as somebody copied it. It is kept nowhere. */
export function EnrolForm() {
  const { t } = useTranslation('vol-shell');
  const { token } = useWorkspace();
  // What came of it stays in sight, also once the token is used.
  const [isByLink, setIsByLink] = useState(token !== null);
  if (token !== null && !isByLink) setIsByLink(true);
  return (
    <details className="fold" open={isByLink}>
      <summary>{t('enrol.haveLink')}</summary>
      <EnrolFields />
    </details>
  );
}

type Outcome = 'waiting' | 'active' | 'no-token' | PasskeyProblem | null;

function EnrolFields() {
  const { t } = useTranslation('vol-shell');
  const { workspace } = useVolunteer();
  const { token } = useWorkspace();
  const problemWords = useProblemWords();
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [isBusy, setIsBusy] = useState(false);
  const enrol = async (event: FormEvent) => {
    event.preventDefault();
    const used = token ?? tokenIn(text);
    if (!used) return setOutcome('no-token');
    setIsBusy(true);
    const answer = await enrolHere(api, used);
    setIsBusy(false);
    setOutcome(answer.ok ? answer.value.state : answer.problem);
    if (!answer.ok) return;
    setText('');
    workspace.set({ token: null });
  };
  const isEnrolled = outcome === 'waiting' || outcome === 'active';
  return (
    <form className="stack" onSubmit={(event) => void enrol(event)}>
      {!isEnrolled && (
        <>
          <p>{t('enrol.how')}</p>
          {token === null && (
            <div className="field">
              <label htmlFor="one-time">{t('enrol.token')}</label>
              <input
                id="one-time"
                className="input input-large"
                value={text}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                dir="ltr"
                onChange={({ target }) => setText(target.value)}
              />
            </div>
          )}
          <button type="submit" className="button button-wide" disabled={isBusy}>
            {t('enrol.go')}
          </button>
        </>
      )}
      <p role="status" className={outcome ? 'notice' : ''}>
        {outcome === 'waiting' && t('enrol.waiting')}
        {outcome === 'active' && t('enrol.active')}
        {outcome === 'no-token' && t('enrol.noToken')}
        {outcome !== null && typeof outcome === 'object' && problemWords(outcome)}
      </p>
    </form>
  );
}
