import { useState } from 'react';
import { dayOf, daysBetween } from '../../core/dates.ts';
import { DANGER } from '../../core/taxonomy.ts';
import { useDates } from '../../page/dates.ts';
import type { Problem } from '../../page/directory-client.ts';
import { problemMessage } from '../../page/problem-message.ts';
import { useTranslation } from '../../page/translation.tsx';
import { CallTrace, UrgentNumbers } from '../../page/urgent-countries.tsx';
import type { Answer, Hits } from '../../search/query.ts';
import { useDirectory, useGuide, useSession } from '../context.tsx';
import { useCountries } from '../countries.ts';
import { FilterChips } from '../features/filters/filter-chips.tsx';
import { RegionDownload } from '../features/place/region-download.tsx';
import { CardGroups } from '../features/results/card-groups.tsx';
import { ClosestStatus } from '../features/results/closest-status.tsx';
import { EmptyAnswer } from '../features/results/empty-answer.tsx';
import { RightsFound } from '../features/results/rights-found.tsx';
import { SearchField } from '../features/results/search-field.tsx';
import { ServiceCard } from '../features/results/service-card.tsx';
import { ContactSheet } from '../features/service/contact-sheet.tsx';
import { LinesToCall } from '../lines-to-call.tsx';
import { usePlaceName } from '../place-name.ts';
import { useAnswer } from '../use-answer.ts';

const FIRST_CARDS = 10;
const MORE_CARDS = 20;
// Below this many sure answers, those that can be asked are shown at once (settled 16).
const ENOUGH_CONFIRMED = 3;
const OLD_LIST_DAYS = 90;

export function ResultsScreen() {
  const { t } = useTranslation('find');
  const { session } = useGuide();
  const { place, query } = useSession();
  const { directory } = useDirectory();
  const placeName = usePlaceName(place);
  const [limit, setLimit] = useState(FIRST_CARDS);
  const [contact, setContact] = useState<string | null>(null);
  const { answer, instant, problem } = useAnswer(limit);
  const list = { instant, onContact: setContact, onMore: () => setLimit(limit + MORE_CARDS) };
  const region = directory?.regions.find(({ id }) => id === place?.region);
  const total = answer
    ? query.isStatusSafe
      ? answer.confirmed.total + answer.ask.total
      : answer.all.total
    : null;
  return (
    <>
      <h1 className="results-title" tabIndex={-1}>
        {total === null
          ? t(problem ? 'results.unreadable' : 'results.loading')
          : t('results.title', { count: total })}
        {placeName && <span className="heading-place"> {t('results.in', { place: placeName })}</span>}
      </h1>
      {problem && !answer && <Unreadable problem={problem} />}
      {region && !region.installed && <RegionDownload region={region} />}
      {answer && (
        <>
          <SearchField />
          <FilterChips answer={answer} />
          {query.text.trim() !== '' && <RightsFound text={query.text} />}
        </>
      )}
      <p role="status" className="visually-hidden">
        {total !== null && t('results.title', { count: total })}
      </p>
      {answer && total !== 0 && <VoiceNow answer={answer} />}
      {answer &&
        (query.isStatusSafe ? (
          <StatusGroups answer={answer} {...list} />
        ) : (
          <Cards hits={answer.all} heading="h2" {...list} />
        ))}
      {answer && total === 0 && <EmptyAnswer answer={answer} />}
      {answer && region?.installed && (
        <button type="button" className="link map-open" onClick={() => session.open({ name: 'map' })}>
          {t('results.map')}
        </button>
      )}
      {answer && <ListAge isSample={region?.kind === 'sample'} />}
      {contact && <ContactSheet id={contact} onClose={() => setContact(null)} />}
    </>
  );
}

/** A list that cannot be read is never "no services": it is said, and there is still somebody to call. */
function Unreadable({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('common');
  return (
    <section className="empty">
      <p>{t(problemMessage(problem))}</p>
      <LinesToCall />
    </section>
  );
}

interface ListProps {
  readonly instant: number;
  readonly onContact: (id: string) => void;
  readonly onMore: () => void;
}

/**
 * Words of danger put crisis lines first; in a list that something chosen keeps them out of, or not at its top, there is
 * somebody to call all the same.
 */
function VoiceNow({ answer }: { readonly answer: Answer }) {
  const { query } = useSession();
  const { hits } = query.isStatusSafe ? answer.confirmed : answer.all;
  if (!query.textNeeds.includes(DANGER) || hits[0]?.isCrisisLine) return null;
  if (!query.isStatusSafe) return <LinesToCall />;
  // Without a sure answer they stand there already.
  return hits.length > 0 && <SomeoneToCall />;
}

/** The heart of it: what is sure, what can be asked, who is helped on conditions. A plain no is only counted. */
function StatusGroups({ answer, ...list }: ListProps & { readonly answer: Answer }) {
  const { t } = useTranslation('find');
  const { confirmed, ask, conditional, refused } = answer;
  return (
    <>
      <section aria-labelledby="confirmed-title" className="group" data-group="confirmed">
        <h2 id="confirmed-title">
          {confirmed.total > 0
            ? t('results.confirmed', { count: confirmed.total })
            : t('results.confirmedNone')}
        </h2>
        <Cards hits={confirmed} heading="h3" {...list} />
        {confirmed.total === 0 && <SomeoneToCall />}
      </section>
      {ask.total > 0 && (
        <details
          className="group"
          data-group="ask"
          open={confirmed.total < ENOUGH_CONFIRMED}
          key={String(confirmed.total < ENOUGH_CONFIRMED)}
        >
          <summary>
            <h2>{t('results.ask', { count: ask.total })}</h2>
          </summary>
          <p className="ask-how">{t('results.askHow')}</p>
          <Cards hits={ask} heading="h3" {...list} />
        </details>
      )}
      {conditional.total > 0 && (
        <details className="group" data-group="conditional">
          <summary>
            <h2>{t('results.conditional', { count: conditional.total })}</h2>
          </summary>
          <p>{t('results.conditionalWhy')}</p>
          <ClosestStatus naming={answer.naming} />
          <Cards hits={conditional} heading="h3" {...list} />
        </details>
      )}
      {refused > 0 && <p className="quiet">{t('results.refused', { count: refused })}</p>}
    </>
  );
}

/**
 * Where nobody has said yes, lines that may know who would: never a list of maybes alone. Not the police: to somebody
 * without papers that is a danger to choose for herself, not advice to give.
 */
function SomeoneToCall() {
  const { t } = useTranslation('find');
  const { place } = useSession();
  const countries = useCountries();
  const country = countries.find(({ code }) => code === place?.country);
  if (!country || country.lines.length === 0) return null;
  return (
    <div className="urgent">
      <p>{t('results.callFirst')}</p>
      <UrgentNumbers country={{ ...country, emergency: [] }} />
      <CallTrace />
    </div>
  );
}

interface CardsProps extends ListProps {
  readonly hits: Hits;
  readonly heading: 'h2' | 'h3';
}

function Cards({ hits, heading, instant, onContact, onMore }: CardsProps) {
  const { t } = useTranslation('find');
  const rest = hits.total - hits.hits.length;
  return (
    <>
      <CardGroups
        hits={hits.hits}
        renderCard={(hit) => (
          <ServiceCard key={hit.id} hit={hit} instant={instant} onContact={onContact} heading={heading} />
        )}
      />
      {rest > 0 && (
        <button type="button" className="button-quiet wide" onClick={onMore}>
          {t('results.more', { count: Math.min(rest, MORE_CARDS) })}
        </button>
      )}
    </>
  );
}

/** Where the list is from and how old it is: the day it came to this phone, and the day it was made. */
function ListAge({ isSample }: { readonly isSample: boolean }) {
  const { t } = useTranslation('find');
  const { t: common } = useTranslation('common');
  const { client } = useGuide();
  const { place } = useSession();
  const { directory } = useDirectory();
  const { day } = useDates();
  const [isCurrent, setCurrent] = useState(false);
  const region = directory?.regions.find(({ id }) => id === (place?.region ?? 'world'));
  if (!directory || !region?.installed) return null;
  const age = daysBetween(directory.issuedOn, dayOf(Date.now()));
  const look = async () => {
    const outcome = await client.update();
    setCurrent(outcome.ok);
  };
  return (
    <footer className="list-age quiet">
      {directory.isDemo && <p>{t('results.demo')}</p>}
      {isSample && <p className="notice">{common('sampleData')}</p>}
      {!region.isListed && <p className="notice">{common('noLongerUpdated')}</p>}
      {age > OLD_LIST_DAYS && <p className="notice">{t('results.oldList', { days: age })}</p>}
      <p>
        {t('results.savedOn', { date: day(region.installed.savedOn) })}{' '}
        {t('results.builtOn', { date: day(directory.issuedOn) })}
      </p>
      <p>
        <button type="button" className="link" onClick={() => void look()}>
          {t('results.update')}
        </button>{' '}
        <span role="status">{isCurrent && t('results.updated')}</span>
      </p>
    </footer>
  );
}
