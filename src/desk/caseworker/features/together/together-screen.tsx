import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { useToday } from '../../../shared/use-today.ts';
import { keepThisClient } from '../../caseload/add-client.ts';
import type { Client } from '../../caseload/cases.ts';
import { useCaseload, useCases, useClient, useDesk, useWorkspace } from '../../desk-context.tsx';
import { mayBeSaid } from '../../domain/consent.ts';
import { type NamedService, serviceOption, useServices } from '../../use-services.ts';
import { CallPanel } from './call-panel.tsx';
import { ConsentCard } from './consent-card.tsx';
import { STEP_ID } from './step-heading.tsx';
import '../../referrals.css';

/** A call to a service with the client: what they agree to comes first, and nothing goes on without it (C6). */
export function TogetherScreen() {
  const { t } = useTranslation('desk-referrals');
  const client = useClient();
  return (
    <>
      <h1 tabIndex={-1}>{t('together.title')}</h1>
      <p>{t('together.why')}</p>
      {client ? <WithClient key={client.id} client={client} /> : <KeepFirst />}
    </>
  );
}

function KeepFirst() {
  const { t } = useTranslation('desk-referrals');
  const { workspace, caseload } = useDesk();
  const { phase } = useCaseload();
  return (
    <>
      <p className="notice">{t('together.noClient')}</p>
      {phase === 'open' ? (
        <button
          type="button"
          className="button"
          onClick={() => void keepThisClient(workspace, caseload, Date.now())}
        >
          {t('together.keep')}
        </button>
      ) : (
        <p>{t('together.keepLocked')}</p>
      )}
    </>
  );
}

function WithClient({ client }: { readonly client: Client }) {
  const { t } = useTranslation('desk-referrals');
  const { workspace } = useDesk();
  const { shortlist } = useWorkspace();
  const serviceOf = useServices(shortlist);
  const options = shortlist.map(serviceOf).map(serviceOption);
  const [wanted, setWanted] = useState<string | null>(null);
  const chosen = wanted !== null && shortlist.includes(wanted) ? wanted : shortlist[0];
  if (chosen === undefined)
    return (
      <>
        <p className="notice">{t('together.noService')}</p>
        <button type="button" className="button" onClick={() => workspace.set({ screen: 'match' })}>
          {t('together.find')}
        </button>
      </>
    );
  return (
    <>
      <div className="narrow">
        <Choice label={t('together.service')} value={chosen} options={options} onChange={setWanted} />
      </div>
      <WithService key={chosen} client={client} service={serviceOf(chosen)} />
    </>
  );
}

interface WithServiceProps {
  readonly client: Client;
  readonly service: NamedService;
}

/** The card until there is a yes, the call while it holds: it ends with the day, or the moment it is taken back. */
function WithService({ client, service }: WithServiceProps) {
  const { consents } = useCases();
  const today = useToday();
  const about = { clientId: client.id, listingId: service.id };
  const said = mayBeSaid(consents, about, today);
  useFocusOnChange(said.ok);
  const props = { client, service, today };
  return said.ok ? (
    <CallPanel {...props} allowed={said.value} />
  ) : (
    <ConsentCard {...props} why={said.problem} />
  );
}

/** What stood here is gone, and with it the place of whoever works by keyboard or ear. */
function useFocusOnChange(step: boolean): void {
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the step changes, and not at first
  useEffect(() => {
    if (!isFirst.current) document.getElementById(STEP_ID)?.focus();
    isFirst.current = false;
  }, [step]);
}
