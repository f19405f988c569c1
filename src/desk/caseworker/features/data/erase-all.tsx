import { useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { useCaseload, useDesk } from '../../desk-context.tsx';
import { ConfirmErasing } from '../../fields/confirm-erasing.tsx';
import type { VaultProblem } from '../../vault/vault-problems.ts';
import { vaultProblemWords } from '../../vault-words.ts';

/** Everything that is kept here, also without the passphrase: whoever has lost it can begin again. */
export function EraseAll({ onErased }: { readonly onErased: () => void }) {
  const { t } = useTranslation('desk-clients');
  const { caseload } = useDesk();
  const { phase } = useCaseload();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<VaultProblem | null>(null);
  const erase = async () => {
    setAsking(false);
    const outcome = await caseload.eraseAll();
    if (outcome.ok) onErased();
    else setProblem(outcome.problem);
  };
  return (
    <section className="part" aria-labelledby="erase-all-title">
      <h2 id="erase-all-title">{t('eraseAll.title')}</h2>
      {phase === 'closed' && <p>{t('eraseAll.lost')}</p>}
      <button type="button" className="button-quiet" onClick={() => setAsking(true)}>
        {t('eraseAll.start')}
      </button>
      <p role="status" className={problem ? 'notice' : 'visually-hidden'}>
        {problem && vaultProblemWords(t, problem)}
      </p>
      {isAsking && (
        <ConfirmErasing
          title={t('eraseAll.ask')}
          goes={[t('eraseAll.goesClients'), t('eraseAll.goesRest')]}
          stays={[t('erase.staysFile'), t('erase.staysPaper'), t('eraseAll.staysLists')]}
          label={t('eraseAll.do')}
          onErase={() => void erase()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
