import type { TFunction } from 'i18next';
import { createContext, type ReactNode, use } from 'react';
import { dayOf } from '../../core/dates.ts';
import { freshnessOf } from '../../core/freshness.ts';
import type { ShownListing } from '../../core/shown-listing.ts';
import { Filled, ForeignText } from '../../ui/foreign-text.tsx';
import { useDates } from '../dates.ts';
import { type Listed, useListed } from '../listed.ts';
import { useLanguage, useTranslation } from '../translation.tsx';
import { AskedFacts } from './asked-facts.tsx';
import { OpeningWeek } from './opening-week.tsx';

interface ServiceViewProps {
  readonly listing: ShownListing;
  /** 1 where the service is the screen, 2 where it is a part of one. */
  readonly level: 1 | 2;
}

const Level = createContext<1 | 2>(1);

/** Everything that is known of one service, and everything that is not, said as not known. */
export function ServiceView({ listing, level }: ServiceViewProps) {
  const { t } = useTranslation('service');
  const language = useLanguage();
  const { day } = useDates();
  const today = dayOf(Date.now());
  const { alert, availability } = listing;
  const translated = listing.translations[language];
  const Title = `h${level}` as const;
  return (
    <Level value={level}>
      <Title tabIndex={-1}>
        <ForeignText language={translated?.name ? language : listing.text_language}>
          {translated?.name ?? listing.name}
        </ForeignText>
      </Title>
      {listing.sample && <p className="notice">{t('freshness.sample')}</p>}
      {alert && alert.from <= today && today <= alert.until && (
        <p className="notice">
          <Filled
            sentence={({ text }) => t('alertUntil', { date: day(alert.until), text })}
            parts={{ text: <ForeignText language={listing.text_language}>{alert.text}</ForeignText> }}
          />
        </p>
      )}
      {availability && availability.value !== 'unknown' && isStillSo(availability) && (
        <p className="notice">
          {t(`availability.${availability.value}`, { date: day(availability.as_of.slice(0, 10)) })}
        </p>
      )}
      <Description listing={listing} />
      <Sections listing={listing} />
    </Level>
  );
}

/** Whether there is space is known for hours, not days; after that it is unknown again (settled 19). */
function isStillSo({ as_of, valid_hours }: NonNullable<ShownListing['availability']>): boolean {
  const age = Date.now() - Date.parse(as_of);
  return age >= 0 && age <= valid_hours * 3_600_000;
}

function Description({ listing }: { readonly listing: ShownListing }) {
  const { t } = useTranslation('service');
  const { t: names } = useTranslation('languages');
  const language = useLanguage();
  const translated = listing.translations[language]?.description;
  if (translated)
    return (
      <p>
        <ForeignText language={language}>{translated}</ForeignText>
      </p>
    );
  const isForeign = listing.text_language.split('-')[0] !== language;
  return (
    <p>
      <ForeignText language={listing.text_language}>{listing.description}</ForeignText>
      {isForeign && (
        <span className="only-in">
          {t('onlyIn', {
            language: names(`names.${listing.text_language}` as 'names.en', {
              defaultValue: listing.text_language,
            }),
          })}
        </span>
      )}
    </p>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const Title = use(Level) === 1 ? 'h2' : 'h3';
  return (
    <section className="service-section">
      <Title>{title}</Title>
      {children}
    </section>
  );
}

function Sections({ listing }: { readonly listing: ShownListing }) {
  const { t } = useTranslation('service');
  const { t: needs } = useTranslation('needs');
  const listed = useListed();
  const { t: filters } = useTranslation('find');
  const { t: names } = useTranslation('languages');
  const quote = (text: string) => <ForeignText language={listing.text_language}>{text}</ForeignText>;
  return (
    <>
      <Section title={t('section.ask')}>
        <AskedFacts listing={listing} />
      </Section>
      <Section title={t('section.who')}>
        <p>{whoWords(listing, needs, t, listed)}</p>
        {listing.eligibility_description && <p>{quote(listing.eligibility_description)}</p>}
      </Section>
      <Section title={t('section.helpsWith')}>
        <ul className="tags">
          {listing.needs.map((need) => (
            <li key={need}>{needs(`needs.${need}.label`)}</li>
          ))}
          {listing.situations.map((situation) => (
            <li key={situation}>{needs(`situations.${situation}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('section.languages')}>
        {listing.languages.length === 0 ? (
          <p>{t('languagesUnknown')}</p>
        ) : (
          <ul>
            {listing.languages.map(({ code, mode, note }) => (
              <li key={code + mode}>
                {code === '*'
                  ? t('anyLanguage')
                  : names(`names.${code}` as 'names.en', { defaultValue: code })}
                {': '}
                {filters(`filters.mode.${mode}`)}
                {note && <span className="note">{quote(note)}</span>}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('section.hours')}>
        <OpeningWeek listing={listing} />
      </Section>
      <Section title={t('section.cost')}>
        <p>
          {t(`cost.${listing.cost.value}`)}
          {listing.cost.note && <span className="note">{quote(listing.cost.note)}</span>}
        </p>
      </Section>
      {listing.application_process && (
        <Section title={t('section.how')}>
          <p>{quote(listing.application_process)}</p>
        </Section>
      )}
      {listing.required_documents.length > 0 && (
        <Section title={t('section.bring')}>
          <ul>
            {listing.required_documents.map((document) => (
              <li key={document}>{quote(document)}</li>
            ))}
          </ul>
        </Section>
      )}
      {listing.features.length > 0 && (
        <Section title={t('section.access')}>
          <ul className="tags">
            {listing.features.map((feature) => (
              <li key={feature}>{needs(`features.${feature}`)}</li>
            ))}
          </ul>
        </Section>
      )}
      <OnContact listing={listing} />
      <Section title={t('section.place')}>
        <Places listing={listing} />
      </Section>
      {listing.notes.length + (listing.confidentiality_note ? 1 : 0) > 0 && (
        <Section title={t('section.notes')}>
          {listing.confidentiality_note && <p>{quote(listing.confidentiality_note)}</p>}
          {listing.notes.map((note) => (
            <p key={note}>{quote(note)}</p>
          ))}
        </Section>
      )}
      <Section title={t('section.checked')}>
        <Checked listing={listing} />
      </Section>
    </>
  );
}

function whoWords(
  listing: ShownListing,
  needs: TFunction<'needs'>,
  t: TFunction<'service'>,
  listed: Listed,
): string {
  const served = listed(listing.groups_served.map((group) => needs(`served.${group}`)));
  const excluded = listed(listing.groups_excluded.map((group) => needs(`served.${group}`)));
  const { minimum_age: from, maximum_age: to } = listing;
  const ages =
    from !== undefined && to !== undefined
      ? t('who.ageRange', { from, to })
      : from !== undefined
        ? t('who.ageFrom', { age: from })
        : to !== undefined
          ? t('who.ageTo', { age: to })
          : '';
  return [served || t('who.unknown'), excluded && t('who.except', { list: excluded }), ages]
    .filter(Boolean)
    .join('. ');
}

function OnContact({ listing: { on_contact, text_language } }: { readonly listing: ShownListing }) {
  const { t } = useTranslation('service');
  if (!on_contact) return null;
  const anonymous = {
    yes: 'onContact.anonymousYes',
    no: 'onContact.anonymousNo',
    unknown: 'onContact.anonymousUnknown',
  } as const;
  return (
    <Section title={t('section.whenYouCall')}>
      {on_contact.who_answers && (
        <p>
          {t('onContact.who', { who: '' })}
          <ForeignText language={text_language}>{on_contact.who_answers}</ForeignText>
        </p>
      )}
      <p>{t(anonymous[on_contact.anonymous])}</p>
      <p>{on_contact.can_hang_up === 'yes' ? t('onContact.hangUpYes') : t('onContact.hangUpUnknown')}</p>
    </Section>
  );
}

function Places({ listing }: { readonly listing: ShownListing }) {
  const { t } = useTranslation('service');
  const { locations, service_areas } = listing;
  return (
    <>
      {locations.length === 0 && service_areas.length === 0 && <p>{t('place.none')}</p>}
      {locations.map((location) => (
        <p key={JSON.stringify(location)}>
          {location.visibility === 'none' && t('place.private')}
          {location.visibility === 'area-only' && (
            <Filled
              sentence={(gaps) => t('place.area', gaps)}
              parts={{
                area: <ForeignText language={listing.text_language}>{location.area_name}</ForeignText>,
              }}
            />
          )}
          {location.visibility === 'public' && (
            <ForeignText language={listing.text_language}>
              {[
                location.name,
                location.address?.address_1,
                location.address?.city ?? location.area_name,
                location.address?.postal_code,
              ]
                .filter(Boolean)
                .join(', ')}
            </ForeignText>
          )}
        </p>
      ))}
      {service_areas.length > 0 && (
        <p>
          {t('place.serves', { areas: '' })}
          <ForeignText language={listing.text_language}>{service_areas.join(', ')}</ForeignText>
        </p>
      )}
    </>
  );
}

function Checked({ listing }: { readonly listing: ShownListing }) {
  const { t } = useTranslation('service');
  const { day } = useDates();
  const { verification } = listing;
  const freshness = freshnessOf(listing, dayOf(Date.now()));
  return (
    <>
      {verification.state === 'disputed' && <p>{t('freshness.disputed')}</p>}
      {verification.disputes?.map(({ note }) => (
        <p key={note}>
          <ForeignText language={listing.text_language}>{note}</ForeignText>
        </p>
      ))}
      {verification.checked_on ? (
        <p>
          {t(`freshness.${verification.method ?? 'checked'}`, { date: day(verification.checked_on) })}
          {freshness === 'due' && `. ${t('freshness.due')}`}
          {(freshness === 'old' || freshness === 'beyond') && `. ${t('freshness.old')}`}
        </p>
      ) : (
        <>
          <p>
            {verification.state === 'third-party' ? t('freshness.thirdParty') : t('freshness.unchecked')}.
          </p>
          <p className="quiet">
            {verification.read_on && t('freshness.readOn', { date: day(verification.read_on) })}{' '}
            {verification.source_dated
              ? t('freshness.pageDated', { date: day(verification.source_dated) })
              : t('freshness.pageUndated')}
          </p>
        </>
      )}
      {verification.source_name && (
        <p className="quiet">
          <ForeignText language={listing.text_language}>{verification.source_name}</ForeignText>
        </p>
      )}
    </>
  );
}
