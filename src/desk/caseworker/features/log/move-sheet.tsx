import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { DeskSheet } from '../../../shared/desk-sheet.tsx';
import { DateField } from '../../../shared/fields/date-field.tsx';
import { todayHere } from '../../../shared/use-today.ts';
import { useCases } from '../../desk-context.tsx';
import {
  type ContactBy,
  DECLINE_REASONS,
  type DeclineReason,
  lookAgain,
  moveReferral,
  REFERRAL_MOVES,
  type ReferralMove,
  type ReferralStatus,
  statusOf,
} from '../../domain/referral.ts';
import { type SignalKind, signalOfStep } from '../../domain/signal.ts';
import { SignalOffer } from '../../panels/signal-offer.tsx';
import { useReferralProblemWords } from '../../referral-words.ts';
import type { Written } from '../../use-written.ts';
import { ServiceName } from './entry-parts.tsx';
import type { Entry } from './use-entries.ts';

const STAY = 'stay';
const BYS: readonly ContactBy[] = ['together', 'worker', 'client'];

interface MoveSheetProps {
  readonly entry: Entry;
  readonly written: Written;
  readonly onClose: () => void;
}

/** One referral: how it came here, where it may go, when to look at it again, and what the directory may be told. */
export function MoveSheet({ entry, written, onClose }: MoveSheetProps) {
  const { t } = useTranslation('desk-referrals');
  const { consents } = useCases();
  const problemWords = useReferralProblemWords();
  const { referral, words } = entry;
  const status = statusOf(referral);
  const [to, setTo] = useState<ReferralStatus | typeof STAY>(STAY);
  const [by, setBy] = useState<ContactBy>('together');
  const [reason, setReason] = useState<DeclineReason>('not-said');
  const [next, setNext] = useState(referral.nextActionOn ?? '');
  const [problem, setProblem] = useState('');
  const save = () => {
    const nextActionOn = next === '' ? null : next;
    const outcome =
      to === STAY
        ? lookAgain(referral, nextActionOn)
        : moveReferral(referral, moveOf(to, by, reason), { on: todayHere(), nextActionOn });
    if (!outcome.ok) return setProblem(problemWords(outcome.problem));
    const status = t(`statuses.${statusOf(outcome.value)}`);
    written.write(referral, outcome.value, t('move.saved', { code: words, status }));
    onClose();
  };
  const moveOf = (status: ReferralStatus, who: ContactBy, why: DeclineReason): ReferralMove => {
    if (status === 'contacted')
      return who === 'client' ? { to: status, by: who } : { to: status, by: who, consents };
    return status === 'declined' ? { to: status, reason: why } : { to: status };
  };
  return (
    <DeskSheet title={t('move.title', { code: words })} onClose={onClose}>
      <p>
        <ServiceName entry={entry} />
      </p>
      <History entry={entry} />
      <div className="form">
        <Radios
          label={t('move.to')}
          value={to}
          options={[STAY, ...REFERRAL_MOVES[status]]}
          wordsOf={(one) => (one === STAY ? t('move.stay') : t(`statuses.${one}`))}
          onChange={setTo}
        />
        {to === 'contacted' && (
          <Radios
            label={t('move.by')}
            value={by}
            options={BYS}
            wordsOf={(one) => t(`move.bys.${one}`)}
            onChange={setBy}
          />
        )}
        {to === 'declined' && (
          <Radios
            label={t('call.reason')}
            value={reason}
            options={DECLINE_REASONS}
            wordsOf={(one) => t(`reasons.${one}`)}
            onChange={setReason}
          />
        )}
        {to !== 'closed' && status !== 'closed' && (
          <DateField label={t('call.next')} value={next} onChange={setNext} />
        )}
        <p role="alert" className="field-problem">
          {problem}
        </p>
        <p className="actions">
          <button type="button" className="button" onClick={save}>
            {t('move.save')}
          </button>
        </p>
      </div>
      <SignalOffer listingId={referral.listingId} kinds={signalsOf(entry)} />
    </DeskSheet>
  );
}

/** What the last step told of the service, and what may be found out at any time. */
function signalsOf({ referral }: Entry): readonly SignalKind[] {
  const last = referral.history.at(-1);
  const told = last ? signalOfStep(last) : null;
  return [...(told ? [told] : []), 'number-dead', 'wrong-hours'];
}

function History({ entry: { referral } }: { readonly entry: Entry }) {
  const { t } = useTranslation('desk-referrals');
  const { day } = useDates();
  return (
    <>
      <h3>{t('move.history')}</h3>
      <ol>
        {referral.history.map(({ status, on, reason, by }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
          <li key={at}>
            {t('move.step', { status: t(`statuses.${status}`), date: day(on) })}
            {by && <span className="note">{t(`move.bys.${by}`)}</span>}
            {reason && <span className="note">{t(`reasons.${reason}`)}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}

interface RadiosProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly Id[];
  readonly wordsOf: (id: Id) => string;
  readonly onChange: (id: Id) => void;
}

/** Not a list that pops up: that would open under a dialog, which lies above everything. */
function Radios<Id extends string>({ label, value, options, wordsOf, onChange }: RadiosProps<Id>) {
  return (
    <RadioGroup className="field" value={value} onChange={(id) => onChange(id as Id)}>
      <Label>{label}</Label>
      {options.map((id) => (
        <Radio key={id} value={id} className="radio">
          {wordsOf(id)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
