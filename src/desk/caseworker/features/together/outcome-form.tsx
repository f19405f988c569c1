import { useState } from 'react';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { DateField } from '../../../shared/fields/date-field.tsx';
import { todayHere } from '../../../shared/use-today.ts';
import { useCases, useDesk } from '../../desk-context.tsx';
import { type CallOutcome, outcomesFrom, recordOutcome } from '../../domain/call-outcome.ts';
import {
  DECLINE_REASONS,
  type DeclineReason,
  lookAgain,
  planReferral,
  statusOf,
} from '../../domain/referral.ts';
import { currentReferral } from '../../domain/referral-list.ts';
import { signalOfStep } from '../../domain/signal.ts';
import { SignalOffer } from '../../panels/signal-offer.tsx';
import { WrittenLine } from '../../panels/written-line.tsx';
import { useReferralProblemWords } from '../../referral-words.ts';
import { useWritten } from '../../use-written.ts';
import { newRecordId } from '../../vault/vault-record.ts';

interface OutcomeFormProps {
  readonly clientId: string;
  readonly listingId: string;
}

/** What came of the call: a button for each move that is possible from here. Each is written into the log. */
export function OutcomeForm({ clientId, listingId }: OutcomeFormProps) {
  const { t } = useTranslation('desk-referrals');
  const { workspace } = useDesk();
  const { referrals, consents } = useCases();
  const { day } = useDates();
  const problemWords = useReferralProblemWords();
  const written = useWritten();
  const [next, setNext] = useState('');
  const [reason, setReason] = useState<DeclineReason>('not-said');
  const [problem, setProblem] = useState('');
  const current = currentReferral(referrals, { clientId, listingId });
  const last = current?.history.at(-1);
  const signal = last ? signalOfStep(last) : null;
  const about = { id: newRecordId(), clientId, listingId };
  const record = (to: CallOutcome) => {
    const when = { consents, on: todayHere(), nextActionOn: next === '' ? null : next };
    const outcome = recordOutcome(current, about, { to, reason }, when);
    setProblem(outcome.ok ? '' : problemWords(outcome.problem));
    if (outcome.ok) written.write(current, outcome.value, t('call.noted', { what: t(`outcomes.${to}`) }));
  };
  const nobodyAnswered = () => {
    if (next === '') return setProblem(t('call.needsDay'));
    const isOpen = current !== null && statusOf(current) !== 'closed';
    const when = { on: todayHere(), nextActionOn: next };
    const outcome = isOpen ? lookAgain(current, next) : planReferral(about, when);
    setProblem(outcome.ok ? '' : problemWords(outcome.problem));
    if (outcome.ok)
      written.write(isOpen ? current : null, outcome.value, t('call.notedNoAnswer', { date: day(next) }));
  };
  return (
    <section className="card" aria-labelledby="call-outcome">
      <h3 id="call-outcome">{t('call.outcome')}</h3>
      {last && <p>{t('move.now', { status: t(`statuses.${last.status}`), date: day(last.on) })}</p>}
      <div className="form narrow">
        <DateField label={t('call.next')} value={next} onChange={setNext} />
        {outcomesFrom(current).includes('declined') && (
          <Choice
            label={t('call.reason')}
            value={reason}
            options={DECLINE_REASONS.map((id) => ({ id, label: t(`reasons.${id}`) }))}
            onChange={setReason}
          />
        )}
      </div>
      <div className="actions outcomes">
        <button type="button" className="button-quiet" onClick={nobodyAnswered}>
          {t('call.noAnswer')}
        </button>
        {outcomesFrom(current).map((to) => (
          <button key={to} type="button" className="button-quiet" onClick={() => record(to)}>
            {t(`outcomes.${to}`)}
          </button>
        ))}
      </div>
      <p role="alert" className="field-problem">
        {problem}
      </p>
      <WrittenLine written={written} />
      {last && signal && <SignalOffer listingId={listingId} kinds={[signal]} on={last.on} />}
      <button type="button" className="link" onClick={() => workspace.set({ screen: 'log' })}>
        {t('call.toLog')}
      </button>
    </section>
  );
}
