import type { TFunction } from 'i18next';
import { addDays, dayOf } from '../../core/dates.ts';
import { type Stretch, stretchesOn } from '../../core/opening-hours.ts';
import type { ShownListing } from '../../core/shown-listing.ts';
import { wallClockAt } from '../../core/zones.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { type Dates, useDates } from '../dates.ts';
import { type Listed, useListed } from '../listed.ts';
import { useTranslation } from '../translation.tsx';

const CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const WEEK = 7;

/** Today first, then the week, by the service's own clock. Hours that were not understood are the source's words alone. */
export function OpeningWeek({ listing }: { readonly listing: ShownListing }) {
  const { t } = useTranslation('service');
  const dates = useDates();
  const listed = useListed();
  const { hours } = listing;
  if (!hours) return <p>{t('opening.unknown')}</p>;
  const today = wallClockAt(Date.now(), hours.timezone)?.day ?? dayOf(Date.now());
  const hasTable = !hours.always_open && (hours.schedules.length > 0 || hours.exceptions.length > 0);
  const days = Array.from({ length: WEEK }, (_, ahead) => addDays(today, ahead));
  return (
    <>
      {hours.always_open && <p>{t('opening.always')}</p>}
      {hours.by_appointment && <p>{t('opening.appointment')}</p>}
      {!hasTable && !hours.always_open && !hours.by_appointment && <p>{t('opening.unknown')}</p>}
      {hasTable && (
        <dl className="week">
          {days.map((day, ahead) => (
            <div key={day} className={ahead === 0 ? 'is-today' : undefined}>
              <dt>
                {t(`days.${CODES[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'MO'}`)}
                {ahead === 0 && ` (${t('opening.today')})`}
              </dt>
              <dd>{stretchWords(stretchesOn(hours, day), dates, t, listed)}</dd>
            </div>
          ))}
        </dl>
      )}
      {hours.exceptions.map((exception) => (
        <p key={exception.valid_from} className="quiet">
          {t('opening.exception', {
            date:
              exception.valid_from === exception.valid_to
                ? dates.day(exception.valid_from)
                : `${dates.day(exception.valid_from)} – ${dates.day(exception.valid_to)}`,
            what:
              exception.opens_at && exception.closes_at
                ? t('opening.range', { from: exception.opens_at, to: exception.closes_at })
                : t('opening.closedDay'),
          })}
        </p>
      ))}
      {hours.source_text && (
        <p className="quiet">
          {t('opening.sourceSays', { text: '' })}
          <ForeignText language={listing.text_language}>{hours.source_text}</ForeignText>
        </p>
      )}
    </>
  );
}

function stretchWords(
  stretches: readonly Stretch[],
  dates: Dates,
  t: TFunction<'service'>,
  listed: Listed,
): string {
  if (stretches.length === 0) return t('opening.closedDay');
  return listed(stretches.map((one) => timesIn(one, dates, t)));
}

/** From when to when, in minutes of the day that it begins on. */
export function timesIn(
  { opens, closes }: Pick<Stretch, 'opens' | 'closes'>,
  dates: Dates,
  t: TFunction<'service'>,
): string {
  if (opens === 0 && closes === 1440) return t('opening.allDay');
  const range = { from: dates.minutes(opens), to: dates.minutes(closes) };
  return closes > 1440 ? t('opening.nextDay', range) : t('opening.range', range);
}
