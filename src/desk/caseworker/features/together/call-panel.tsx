import { useState } from 'react';
import type { IsoDate } from '../../../../core/dates.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Check } from '../../../shared/check-group.tsx';
import { todayHere } from '../../../shared/use-today.ts';
import type { Client } from '../../caseload/cases.ts';
import { useCases, useDesk } from '../../desk-context.tsx';
import { type ConsentItem, holdingConsents, withdrawConsent } from '../../domain/consent.ts';
import { ServiceName } from '../../service-name.tsx';
import type { NamedService } from '../../use-services.ts';
import { CallNumbers } from './call-numbers.tsx';
import { CallScript } from './call-script.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { StepHeading } from './step-heading.tsx';

const CHECKS = ['alone', 'stop', 'interpreter', 'phone', 'callBack'] as const;

export interface CallPanelProps {
  readonly client: Client;
  readonly service: NamedService;
  readonly today: IsoDate;
  /** What the client agreed may be said. */
  readonly allowed: readonly ConsentItem[];
}

/** While there is a yes: the number, what to say in two languages, and what came of it. */
export function CallPanel(props: CallPanelProps) {
  const { t } = useTranslation('desk-referrals');
  const { client, service, allowed } = props;
  return (
    <section aria-labelledby="together-step">
      <StepHeading>
        <ServiceName service={service} />
      </StepHeading>
      <Agreed {...props} />
      <section className="card" aria-labelledby="call-before">
        <h3 id="call-before">{t('call.before')}</h3>
        <Checklist />
      </section>
      <CallNumbers channels={service.listing?.channels ?? []} language={service.listing?.text_language} />
      <CallScript client={client} allowed={allowed} />
      <OutcomeForm clientId={client.id} listingId={service.id} />
    </section>
  );
}

/** What was agreed and until when, always in sight, with the way to take it back. */
function Agreed({ client, service, today }: CallPanelProps) {
  const { t } = useTranslation('desk-referrals');
  const { caseload } = useDesk();
  const { consents } = useCases();
  const { day } = useDates();
  const holding = holdingConsents(consents, { clientId: client.id, listingId: service.id }, today);
  const withdraw = () => {
    for (const consent of holding) void caseload.put('consent', withdrawConsent(consent, todayHere()));
  };
  return (
    <div className="card">
      {holding.map(({ id, until, how, items }) => (
        <div key={id}>
          <p>{t('consent.holds', { date: day(until), how: t(`consent.ways.${how}`) })}</p>
          <ul className="agreed">
            {items.map((item) => (
              <li key={item}>{t(`consent.items.${item}`)}</li>
            ))}
          </ul>
        </div>
      ))}
      <p className="actions">
        <button type="button" className="button-quiet" onClick={withdraw}>
          {t('consent.withdraw')}
        </button>
        <span className="note">{t('consent.withdrawn')}</span>
      </p>
    </div>
  );
}

/** For the moment of the call alone: kept nowhere. */
function Checklist() {
  const { t } = useTranslation('desk-referrals');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  return CHECKS.map((check) => (
    <Check
      key={check}
      label={t(`call.checks.${check}`)}
      isSelected={ticked.includes(check)}
      onChange={(isOn) => setTicked(isOn ? [...ticked, check] : ticked.filter((one) => one !== check))}
    />
  ));
}
