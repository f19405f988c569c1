import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useToday } from '../../../shared/use-today.ts';
import type { Client, KeptConsent } from '../../caseload/cases.ts';
import { useCases, useDesk } from '../../desk-context.tsx';
import { mayBeSaid, withdrawConsent } from '../../domain/consent.ts';
import { ServiceName } from '../../service-name.tsx';
import { type NamedService, useServices } from '../../use-services.ts';

/** What the client agreed may be said, to whom and until when, and taking it back at any time (C6). */
export function ClientConsents({ client }: { readonly client: Client }) {
  const { t } = useTranslation('desk-clients');
  const consents = useCases()
    .consents.filter(({ clientId }) => clientId === client.id)
    .sort((one, other) => (one.until < other.until ? 1 : -1));
  return (
    <section className="part" aria-labelledby="consents-title">
      <h2 id="consents-title">{t('consents.title')}</h2>
      {consents.length === 0 ? (
        <p className="quiet">{t('consents.none')}</p>
      ) : (
        <ConsentTable consents={consents} />
      )}
    </section>
  );
}

function ConsentTable({ consents }: { readonly consents: readonly KeptConsent[] }) {
  const { t } = useTranslation('desk-clients');
  const serviceOf = useServices(consents.map(({ listingId }) => listingId));
  return (
    <div className="wide">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('service')}</th>
            <th scope="col">{t('consents.what')}</th>
            <th scope="col">{t('consents.state')}</th>
            <th scope="col">{t('consents.action')}</th>
          </tr>
        </thead>
        <tbody>
          {consents.map((consent) => (
            <ConsentRow key={consent.id} consent={consent} service={serviceOf(consent.listingId)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ConsentRowProps {
  readonly consent: KeptConsent;
  readonly service: NamedService;
}

function ConsentRow({ consent, service }: ConsentRowProps) {
  const { t } = useTranslation('desk-clients');
  const { caseload } = useDesk();
  const { day } = useDates();
  const today = useToday();
  const said = mayBeSaid([consent], consent, today);
  const state = () => {
    if (said.ok) return t('consents.holds', { date: day(consent.until) });
    switch (said.problem.kind) {
      case 'consent-withdrawn':
        return t('consents.withdrawn', { date: day(said.problem.on) });
      case 'consent-has-not-begun':
        return t('consents.begins', { date: day(said.problem.from) });
      case 'consent-has-ended':
      case 'no-consent':
        return t('consents.ended', { date: day(consent.until) });
    }
  };
  return (
    <tr>
      <th scope="row">
        <ServiceName service={service} />
      </th>
      <td>{consent.items.map((item) => t(`consents.items.${item}`)).join(t('lint.and'))}</td>
      <td>{state()}</td>
      <td>
        {consent.withdrawnOn === null && (
          <button
            type="button"
            className="button-quiet"
            aria-label={t('consents.withdrawName', { name: service.name })}
            onClick={() => void caseload.put('consent', { ...consent, ...withdrawConsent(consent, today) })}
          >
            {t('consents.withdraw')}
          </button>
        )}
      </td>
    </tr>
  );
}
