import { useDates } from '../../page/dates.ts';
import { useTranslation } from '../../page/translation.tsx';
import { UrgentCountries } from '../../page/urgent-countries.tsx';
import { Digits, tamed } from '../../ui/foreign-text.tsx';
import { CardsRow } from '../cards-row.tsx';
import { useSession } from '../context.tsx';
import { useCountries } from '../countries.ts';

/** One tap from every screen: the numbers of the country chosen, or all of them to choose from. */
export function UrgentScreen() {
  const { t } = useTranslation('urgent');
  const { place } = useSession();
  const { day } = useDates();
  const countries = useCountries();
  const country = countries.find(({ code }) => code === place?.country);
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <UrgentCountries countries={countries} country={place?.country ?? null} />
      {country && country.emergency.length === 0 && <p>{t('none')}</p>}
      {country?.emergency.map(({ number, for: kind, source_name, read_on }) => (
        <p key={number + kind} className="quiet">
          <Digits>{number}</Digits>:{' '}
          <bdi dir="auto">{t('source', { source: tamed(source_name), date: day(read_on) })}</bdi>
        </p>
      ))}
      {country && (
        <details>
          <summary>{t('otherCountry')}</summary>
          <UrgentCountries countries={countries.filter((one) => one !== country)} country={null} />
        </details>
      )}
      <CardsRow />
    </>
  );
}
