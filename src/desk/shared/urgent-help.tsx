import type { FirstScreenCountry } from '../../core/first-screen-country.ts';
import { useTranslation } from '../../page/translation.tsx';
import { CallTrace, CountryList, UrgentNumbers } from '../../page/urgent-countries.tsx';
import { DeskSheet } from './desk-sheet.tsx';

interface UrgentHelpProps {
  /** Of the regions that are worked with. */
  readonly here: readonly FirstScreenCountry[];
  readonly others: readonly FirstScreenCountry[];
  readonly onClose: () => void;
}

/** Numbers for now, over any screen: of the countries worked with, the others folded (invariant 9). */
export function UrgentHelp({ here, others, onClose }: UrgentHelpProps) {
  const { t } = useTranslation('urgent');
  const { t: service } = useTranslation('service');
  return (
    <DeskSheet title={t('title')} onClose={onClose}>
      {here.map((country) => (
        <CountryHere key={country.code} country={country} />
      ))}
      {here.length > 0 ? (
        <details className="fold">
          <summary>{t('otherCountry')}</summary>
          <CountryList countries={others} />
        </details>
      ) : (
        <CountryList countries={others} />
      )}
      <CallTrace />
      <p className="quiet">{service('contactSheet.trace.sms')}</p>
    </DeskSheet>
  );
}

function CountryHere({ country }: { readonly country: FirstScreenCountry }) {
  const { t } = useTranslation('urgent');
  const { t: names } = useTranslation('countries');
  return (
    <section>
      <h3>{names(`names.${country.code}` as 'names.KE', { defaultValue: country.code })}</h3>
      {country.emergency.length === 0 && <p>{t('none')}</p>}
      <UrgentNumbers country={country} />
    </section>
  );
}
