import { useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { DateField } from '../../../shared/fields/date-field.tsx';
import { todayHere } from '../../../shared/use-today.ts';
import { useClient, useWorkspace } from '../../desk-context.tsx';
import { planReferral } from '../../domain/referral.ts';
import { useReferralProblemWords } from '../../referral-words.ts';
import { serviceOption, useServices } from '../../use-services.ts';
import type { Written } from '../../use-written.ts';
import { newRecordId } from '../../vault/vault-record.ts';

/** A referral of the client who is worked with, to a service of the shortlist. */
export function PlanForm({ written }: { readonly written: Written }) {
  const { t } = useTranslation('desk-referrals');
  const client = useClient();
  const { shortlist } = useWorkspace();
  const options = shortlist.map(useServices(shortlist)).map(serviceOption);
  const problemWords = useReferralProblemWords();
  const [wanted, setWanted] = useState('');
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState('');
  const listingId = shortlist.includes(wanted) ? wanted : shortlist[0];
  const plan = () => {
    if (!client || !listingId) return;
    const about = { id: newRecordId(), clientId: client.id, listingId };
    const outcome = planReferral(about, { on: todayHere(), nextActionOn: next === '' ? null : next });
    setProblem(outcome.ok ? '' : problemWords(outcome.problem));
    if (!outcome.ok) return;
    written.write(
      null,
      outcome.value,
      t('move.saved', { code: client.code.words, status: t('statuses.planned') }),
    );
    setNext('');
  };
  return (
    <section className="card" aria-labelledby="plan-title">
      <h2 id="plan-title">{t('log.plan')}</h2>
      {client && listingId ? (
        <div className="form narrow">
          <p>{client.code.words}</p>
          <Choice label={t('log.planService')} value={listingId} options={options} onChange={setWanted} />
          <DateField label={t('call.next')} value={next} onChange={setNext} />
          <p role="alert" className="field-problem">
            {problem}
          </p>
          <p className="actions">
            <button type="button" className="button" onClick={plan}>
              {t('log.planNow')}
            </button>
          </p>
        </div>
      ) : (
        <p>{t('log.planFirst')}</p>
      )}
    </section>
  );
}
