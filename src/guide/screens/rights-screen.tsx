import { Fragment, useState } from 'react';
import { isOneOf } from '../../core/codes.ts';
import type { JoinedTreaty, ShownRightsPage, ShownSource } from '../../core/rights.ts';
import { NEEDS, type Need } from '../../core/taxonomy.ts';
import { useDates } from '../../page/dates.ts';
import { useTranslation } from '../../page/translation.tsx';
import { EMPTY_QUERY } from '../../search/query.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { useGuide, useSession } from '../context.tsx';
import { LinkSheet } from '../features/service/link-sheet.tsx';
import { useCountryName } from '../place-name.ts';
import { RightsRows } from '../rights-rows.tsx';
import { useRights } from '../use-rights.ts';

/** What the law of her place says: all questions, or the answer to one, each sentence with where it is from. */
export function RightsScreen({ question }: { readonly question: string | null }) {
  const { t } = useTranslation('rights');
  const { pages = [], treaties = [] } = useRights('') ?? {};
  const page = pages.find((one) => one.question === question);
  return (
    <>
      <h1 tabIndex={-1}>
        {page ? <ForeignText language={page.language}>{page.title}</ForeignText> : t('title')}
      </h1>
      <Drafts pages={page ? [page] : pages} />
      {page ? <Page page={page} /> : <RightsRows pages={pages} />}
      <Treaties
        treaties={page ? treaties.filter(({ treaty }) => page.treaties.includes(treaty)) : treaties}
      />
    </>
  );
}

/** Never advice; and whether somebody who knows the law, or the language, has read it (settled 40). */
function Drafts({ pages }: { readonly pages: readonly ShownRightsPage[] }) {
  const { t } = useTranslation('rights');
  const { t: common } = useTranslation('common');
  const { language } = useSession();
  return (
    <p className="notice">
      {t('notAdvice')} {pages.some(({ state }) => state === 'draft') && t('draft')}{' '}
      {pages.some((page) => page.translation_of && page.language === language) && common('draft')}
    </p>
  );
}

function Page({ page }: { readonly page: ShownRightsPage }) {
  const { t } = useTranslation('rights');
  const { t: service } = useTranslation('service');
  const { t: names } = useTranslation('languages');
  const { language } = useSession();
  const { day } = useDates();
  const [source, setSource] = useState<ShownSource | null>(null);
  return (
    <>
      {page.language !== language && (
        <p>
          {service('onlyIn', {
            language: names(`names.${page.language}` as 'names.en', { defaultValue: page.language }),
          })}
        </p>
      )}
      <p className="quiet">{t('how')}</p>
      <ul className="plain-list">
        {page.statements.map(({ text, sources, checked_on }) => (
          <li key={text} className="service-section">
            <ForeignText language={page.language}>{text}</ForeignText>
            {checked_on && (
              <span className="note">{service('freshness.checked', { date: day(checked_on) })}</span>
            )}
            {sources.map((one) => (
              <Source key={one.url + one.title} source={one} onOpen={setSource} />
            ))}
          </li>
        ))}
      </ul>
      <LeadsTo needs={page.leads_to} />
      {source && <LinkSheet {...source} onClose={() => setSource(null)} />}
    </>
  );
}

interface SourceProps {
  readonly source: ShownSource;
  readonly onOpen: (source: ShownSource) => void;
}

function Source({ source, onOpen }: SourceProps) {
  const { t } = useTranslation('rights');
  const { t: service } = useTranslation('service');
  const { day } = useDates();
  const { title, dated, read_on } = source;
  return (
    <div className="source">
      <button type="button" className="link" onClick={() => onOpen(source)}>
        <ForeignText>{title}</ForeignText>
      </button>
      <span className="note">
        {dated ? service('freshness.pageDated', { date: day(dated) }) : service('freshness.pageUndated')}{' '}
        {read_on ? service('freshness.readOn', { date: day(read_on) }) : t('notRead')}
      </span>
    </div>
  );
}

function LeadsTo({ needs }: { readonly needs: readonly Need[] }) {
  const { t } = useTranslation('rights');
  const { t: label } = useTranslation('needs');
  const { session } = useGuide();
  const search = (need: Need) => {
    session.set({ query: { ...EMPTY_QUERY, needs: [need] } });
    session.open({ name: 'results' });
  };
  return (
    <section className="service-section">
      <h2>{t('leadsTo')}</h2>
      <ul className="plain-list rows">
        {needs
          .filter((need) => isOneOf(NEEDS, need))
          .map((need) => (
            <li key={need}>
              <button type="button" className="row-button" onClick={() => search(need)}>
                {label(`needs.${need}.label`)}
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Treaties({ treaties }: { readonly treaties: readonly JoinedTreaty[] }) {
  const { t } = useTranslation('rights');
  const { place } = useSession();
  const { day } = useDates();
  const countryName = useCountryName();
  if (treaties.length === 0) return null;
  const sources = treaties.filter(
    ({ source }, at) => treaties.findIndex((one) => one.source === source) === at,
  );
  return (
    <section className="service-section">
      <h2>{t('treaties', { country: countryName(place?.country ?? '') })}</h2>
      {sources.map((from) => (
        <Fragment key={from.source}>
          <ul>
            {treaties
              .filter(({ source }) => source === from.source)
              .map(({ treaty, name, since }) => (
                <li key={treaty}>
                  <ForeignText language="en">{name}</ForeignText>
                  <span className="note">{t('joined', { since: isYear(since) ? since : day(since) })}</span>
                </li>
              ))}
          </ul>
          <p className="quiet">
            {t('known', { date: day(from.as_of) })} <ForeignText>{from.source}</ForeignText>
          </p>
        </Fragment>
      ))}
    </section>
  );
}

/** Some sets know no more. */
function isYear(since: string): boolean {
  return since.length === 4;
}
