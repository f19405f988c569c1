import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import type { Client } from '../../caseload/cases.ts';
import { useCases } from '../../desk-context.tsx';
import { statusOf } from '../../domain/referral.ts';
import { ServiceName } from '../../service-name.tsx';
import { useServices } from '../../use-services.ts';

/** Where the client was referred to; they are changed on the log. */
export function ClientReferrals({ client }: { readonly client: Client }) {
  const { t } = useTranslation('desk-clients');
  const { day } = useDates();
  const referrals = useCases().referrals.filter(({ clientId }) => clientId === client.id);
  const serviceOf = useServices(referrals.map(({ listingId }) => listingId));
  return (
    <section className="part" aria-labelledby="referrals-title">
      <h2 id="referrals-title">{t('referrals.title')}</h2>
      {referrals.length === 0 && <p className="quiet">{t('referrals.none')}</p>}
      <ul className="plain-list">
        {referrals.map((referral) => {
          const last = referral.history.at(-1) ?? referral.history[0];
          return (
            <li key={referral.id} className="shortlist-item">
              <ServiceName service={serviceOf(referral.listingId)} />
              <span className="note">
                {t('referrals.since', {
                  status: t(`referrals.statuses.${statusOf(referral)}`),
                  date: day(last.on),
                })}
                {referral.nextActionOn && <> {t('next', { date: day(referral.nextActionOn) })}</>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
