import { useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import type { Client } from '../../caseload/cases.ts';
import { useCases, useDesk } from '../../desk-context.tsx';
import { ConfirmErasing } from '../../fields/confirm-erasing.tsx';
import type { VaultProblem } from '../../vault/vault-problems.ts';
import { vaultProblemWords } from '../../vault-words.ts';
import { startNewClient } from '../../workspace.ts';

interface EraseClientProps {
  readonly client: Client;
  readonly onErased: (said: string) => void;
}

/** Everything of one client, after being told what goes and what stays. */
export function EraseClient({ client, onErased }: EraseClientProps) {
  const { t } = useTranslation('desk-clients');
  const { caseload, workspace } = useDesk();
  const { referrals, consents } = useCases();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<VaultProblem | null>(null);
  const code = client.code.words;
  const erase = async () => {
    setAsking(false);
    const outcome = await caseload.eraseClient(client.id);
    if (!outcome.ok) return setProblem(outcome.problem);
    const { damaged } = outcome.value;
    onErased(
      damaged.length === 0
        ? t('erase.done', { code })
        : t('erase.doneDamaged', { code, number: damaged.length }),
    );
    startNewClient(workspace, 'client');
  };
  const ofClient = ({ clientId }: { readonly clientId: string }) => clientId === client.id;
  return (
    <section className="part" aria-labelledby="erase-title">
      <h2 id="erase-title">{t('erase.title')}</h2>
      <button type="button" className="button-quiet" onClick={() => setAsking(true)}>
        {t('erase.start')}
      </button>
      <p role="status" className={problem ? 'notice' : 'visually-hidden'}>
        {problem && vaultProblemWords(t, problem)}
      </p>
      {isAsking && (
        <ConfirmErasing
          title={t('erase.ask', { code })}
          goes={[
            t('erase.goesClient'),
            t('erase.goesReferrals', { number: referrals.filter(ofClient).length }),
            t('erase.goesConsents', { number: consents.filter(ofClient).length }),
          ]}
          stays={[t('erase.staysFile'), t('erase.staysPaper')]}
          label={t('erase.do', { code })}
          onErase={() => void erase()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
