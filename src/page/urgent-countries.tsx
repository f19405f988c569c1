import { Fragment, type SyntheticEvent, useState } from 'react';
import { type FirstScreenCountry, type FirstScreenLine, isLatin } from '../core/first-screen-country.ts';
import { Digits, ForeignText } from '../ui/foreign-text.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { useListed } from './listed.ts';
import { useTranslation } from './translation.tsx';

interface UrgentCountriesProps {
  readonly countries: readonly FirstScreenCountry[];
  readonly country: string | null;
  readonly openCountry?: string | undefined;
}

/** The urgent box: one country's numbers where it is known, else a native list to choose from, without any script. */
export function UrgentCountries({ countries, country, openCountry }: UrgentCountriesProps) {
  const { t } = useTranslation('first');
  const known =
    countries.find(({ code }) => code === country) ?? (countries.length === 1 ? countries[0] : undefined);
  return (
    <section className="urgent" aria-label={t('danger')}>
      <h2 className="urgent-title">
        <Icon name="phone" />
        {t('danger')}
      </h2>
      {known ? (
        <UrgentNumbers country={known} />
      ) : (
        <>
          <p>{t('whichCountry')}</p>
          <CountryList countries={countries} openCountry={openCountry} />
        </>
      )}
      <CallTrace />
    </section>
  );
}

/** What a call leaves behind; it stands wherever a number can be tapped without the contact sheet (TR-18). */
export function CallTrace() {
  const { t } = useTranslation('first');
  // One text: drawn as three, letters at the seams would stand elsewhere than on the static screen.
  return <p className="quiet">{`${t('anonymous')} ${t('callTrace')}`}</p>;
}

interface CountryListProps {
  readonly countries: readonly FirstScreenCountry[];
  readonly openCountry?: string | undefined;
}

/** Every country one tap away, by its own name. */
export function CountryList({ countries, openCountry }: CountryListProps) {
  return (
    <div className="countries">
      {countries.map((one) => (
        <Country key={one.code} country={one} isOpen={one.code === openCountry} />
      ))}
    </div>
  );
}

/**
 * The static screen has every country's numbers. The app draws those of one that is opened: all of them took a slow phone
 * longer than the rest of the screen.
 */
function Country({ country, isOpen }: { readonly country: FirstScreenCountry; readonly isOpen: boolean }) {
  const [isDrawn, setIsDrawn] = useState(isOpen || typeof document === 'undefined');
  const show = ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => {
    setIsDrawn(true);
    // At the edge of the screen it opens under the bottom bar: its numbers come up without a second gesture.
    requestAnimationFrame(() => currentTarget.open && currentTarget.scrollIntoView({ block: 'nearest' }));
  };
  return (
    <details data-country={country.code} open={isOpen} onToggle={isOpen ? undefined : show}>
      <summary>
        <span>{ownNames(country)}</span>
      </summary>
      {isDrawn && <UrgentNumbers country={country} />}
    </details>
  );
}

/** As it is written there; a second name only where many readers do not know the first one's script. */
function ownNames({ own }: FirstScreenCountry) {
  const names = own.slice(0, isLatin(own[0]?.name ?? '') ? 1 : 2);
  return names.map(({ lang, name }, index) => (
    <Fragment key={name}>
      {index > 0 && ' / '}
      <bdi lang={lang}>{name}</bdi>
    </Fragment>
  ));
}

export function UrgentNumbers({ country }: { readonly country: FirstScreenCountry }) {
  const { t } = useTranslation('first');
  return (
    <ul className="lines">
      {country.emergency.map(({ number, for: kind }) => (
        <li key={number + kind}>
          <a className="line-number" href={`tel:${number}`}>
            <span>{t(`emergencyFor.${kind}`)}</span>
            <Digits>{number}</Digits>
          </a>
        </li>
      ))}
      {country.lines.map((line) => (
        <CrisisLine key={line.href} line={line} />
      ))}
    </ul>
  );
}

function CrisisLine({ line }: { readonly line: FirstScreenLine }) {
  const { t } = useTranslation('first');
  const { t: needs } = useTranslation('needs');
  const listed = useListed();
  const languages = useLanguageWords(line.languages);
  return (
    <li>
      <a className="line-number" href={line.href}>
        <ForeignText>{line.name}</ForeignText>
        <Digits>{line.display}</Digits>
      </a>
      <p className="quiet">
        {[
          listed(line.serves.map((group) => needs(`served.${group}`))),
          line.isFree ? t('free') : t('mayCost'),
          line.hoursText === '24' ? t('allDay') : null,
          line.text
            ? line.text.keyword
              ? t('textWord', { word: line.text.keyword, number: line.text.display })
              : t('text', { number: line.text.display })
            : null,
          languages,
          t('notCheckedShort'),
        ]
          .filter(Boolean)
          .join(' · ')}
        {line.hoursText && line.hoursText !== '24' && (
          <>
            {' · '}
            <ForeignText language="en">{line.hoursText}</ForeignText>
          </>
        )}
      </p>
    </li>
  );
}

const MOST_LANGUAGES = 3;

function useLanguageWords(codes: readonly string[]): string {
  const { t: names } = useTranslation('languages');
  const { t: service } = useTranslation('service');
  const listed = useListed();
  const shown = codes
    .slice(0, MOST_LANGUAGES)
    .map((code) =>
      code === '*' ? service('anyLanguage') : names(`names.${code}` as 'names.en', { defaultValue: code }),
    );
  const words = listed(shown);
  return codes.length > MOST_LANGUAGES ? `${words} +${codes.length - MOST_LANGUAGES}` : words;
}
