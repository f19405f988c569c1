import { useTranslation } from '../page/translation.tsx';
import { CallTrace, CountryList, UrgentNumbers } from '../page/urgent-countries.tsx';
import { useSession } from './context.tsx';
import { useCountries } from './countries.ts';

/** Where a list has nothing to show, whatever the reason: always somebody to call. */
export function LinesToCall() {
  const { t } = useTranslation('find');
  const { place } = useSession();
  const countries = useCountries();
  const country = countries.find(({ code }) => code === place?.country);
  return (
    <>
      <h2>{t('results.emptyCall')}</h2>
      {country ? <UrgentNumbers country={country} /> : <CountryList countries={countries} />}
      <CallTrace />
    </>
  );
}
