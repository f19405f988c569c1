import { useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { Digits } from '../../../../ui/foreign-text.tsx';
import { type ApiProblem, api } from '../../api-client.ts';
import { useProblemWords } from '../../problem-words.ts';

/** A way back in: this browser's code is read to a coordinator, whose link then works in this browser alone (SV-2). */
export function LostPasskey() {
  const { t } = useTranslation('vol-shell');
  const problemWords = useProblemWords();
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const ask = async () => {
    const answer = await api.recoveryCode();
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setCode(answer.value.code);
  };
  return (
    <details className="fold">
      <summary>{t('lost.title')}</summary>
      <p>{t('lost.how')}</p>
      <button type="button" className="button-quiet" onClick={() => void ask()}>
        {t('lost.go')}
      </button>
      <p role="status" className={code || problem ? 'notice' : ''}>
        {code && <Digits>{code}</Digits>}
        {problem && problemWords(problem)}
      </p>
    </details>
  );
}
