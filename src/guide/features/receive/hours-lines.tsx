import type { TFunction } from 'i18next';
import { dayRuns, type HandedHours, type HandedStretch } from '../../../core/hand-over/hours.ts';
import { useDates } from '../../../page/dates.ts';
import { type Listed, useListed } from '../../../page/listed.ts';
import { timesIn } from '../../../page/service/opening-week.tsx';
import { useTranslation } from '../../../page/translation.tsx';

/** Regular hours from a code, in her language, by the service's own clock. */
export function HoursLines({ hours }: { readonly hours: HandedHours }) {
  const { t } = useTranslation('service');
  const dates = useDates();
  const listed = useListed();
  if (hours.kind !== 'weekly') return <p>{t(`opening.${hours.kind}`)}</p>;
  return hours.stretches.map((stretch) => (
    <p key={JSON.stringify(stretch)}>
      {daysIn(stretch, t, listed)}: {timesIn(stretch, dates, t)}
    </p>
  ));
}

function daysIn({ days }: HandedStretch, t: TFunction<'service'>, listed: Listed): string {
  return listed(
    dayRuns(days).map(({ from, to }) =>
      from === to ? t(`days.${from}`) : `${t(`days.${from}`)} – ${t(`days.${to}`)}`,
    ),
  );
}
