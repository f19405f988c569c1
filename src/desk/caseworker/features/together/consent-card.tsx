import { useId, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { IsoDate } from '../../../../core/dates.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Filled } from '../../../../ui/foreign-text.tsx';
import { Check, CheckGroup } from '../../../shared/check-group.tsx';
import { DateField } from '../../../shared/fields/date-field.tsx';
import { FieldProblem } from '../../../shared/fields/field-problem.tsx';
import { todayHere } from '../../../shared/use-today.ts';
import type { Client } from '../../caseload/cases.ts';
import { useDesk } from '../../desk-context.tsx';
import {
  CONSENT_ITEMS,
  type ConsentItem,
  type ConsentProblem,
  giveConsent,
  type NoConsent,
  usualEnd,
} from '../../domain/consent.ts';
import { useNoConsentWords } from '../../referral-words.ts';
import { ServiceName } from '../../service-name.tsx';
import type { NamedService } from '../../use-services.ts';
import { newRecordId } from '../../vault/vault-record.ts';
import { StepHeading } from './step-heading.tsx';

const WAYS = ['spoken', 'written'] as const;

interface ConsentCardProps {
  readonly client: Client;
  readonly service: NamedService;
  readonly today: IsoDate;
  /** Why nothing may be said yet, or any more. */
  readonly why: NoConsent;
}

/** What will be said, to whom and until when, with the client's own yes. All that is missing is said at once. */
export function ConsentCard({ client, service, today, why }: ConsentCardProps) {
  const { t } = useTranslation('desk-referrals');
  const { caseload } = useDesk();
  const noConsentWords = useNoConsentWords();
  const [items, setItems] = useState<readonly ConsentItem[]>([]);
  const [until, setUntil] = useState<string>(usualEnd(today));
  const [how, setHow] = useState<(typeof WAYS)[number]>('spoken');
  const [clientAgreed, setAgreed] = useState(false);
  const [problems, setProblems] = useState<readonly ConsentProblem[]>([]);
  const problemOf = useProblemWords(problems);
  const agreedId = useId();
  const give = () => {
    const draft = { clientId: client.id, listingId: service.id, items, how, until, clientAgreed };
    const outcome = giveConsent(draft, todayHere());
    setProblems(outcome.ok ? [] : outcome.problem);
    if (outcome.ok) void caseload.put('consent', { ...outcome.value, id: newRecordId() });
  };
  return (
    <section className="card" aria-labelledby="together-step">
      <StepHeading>{t('consent.title')}</StepHeading>
      <p className="notice">{noConsentWords(why)}</p>
      <p>
        <Filled
          sentence={(gaps) => t('consent.to', gaps)}
          parts={{
            name: <ServiceName service={service} />,
          }}
        />
      </p>
      <div className="form narrow">
        <CheckGroup
          label={t('consent.what')}
          options={CONSENT_ITEMS.map((id) => ({ id, label: t(`consent.items.${id}`) }))}
          chosen={items}
          onChange={setItems}
          problem={problemOf('nothing-to-say')}
        />
        <DateField
          label={t('consent.until')}
          hint={t('consent.untilWhy')}
          value={until}
          onChange={setUntil}
          problem={problemOf('no-end-date', 'ends-before-it-begins', 'ends-too-late')}
        />
        <RadioGroup className="field" value={how} onChange={(way) => setHow(way as typeof how)}>
          <Label>{t('consent.how')}</Label>
          {WAYS.map((way) => (
            <Radio key={way} value={way} className="radio">
              {t(`consent.ways.${way}`)}
            </Radio>
          ))}
        </RadioGroup>
        <div>
          <Check
            label={t('consent.agreed')}
            isSelected={clientAgreed}
            onChange={setAgreed}
            describedBy={problemOf('client-has-not-agreed') ? agreedId : undefined}
          />
          <FieldProblem id={agreedId} problem={problemOf('client-has-not-agreed')} />
        </div>
        <p className="note">{t('consent.kept')}</p>
        <p className="actions">
          <button type="button" className="button" onClick={give}>
            {t('consent.give')}
          </button>
        </p>
        {/* The fields say it one by one; this says at once that nothing went on. */}
        <p role="alert" className="visually-hidden">
          {problems.map((problem) => problemOf(problem.kind)).join(' ')}
        </p>
      </div>
    </section>
  );
}

/** The words of whichever of these kinds is there. */
function useProblemWords(problems: readonly ConsentProblem[]) {
  const { t } = useTranslation('desk-referrals');
  const { day } = useDates();
  return (...kinds: readonly ConsentProblem['kind'][]): string | undefined => {
    const problem = problems.find(({ kind }) => kinds.includes(kind));
    if (!problem) return undefined;
    const gaps = problem.kind === 'ends-too-late' ? { date: day(problem.latest) } : { date: '' };
    return t(`consent.problems.${problem.kind}`, gaps);
  };
}
