import { calendarFile } from '../../../../core/export/calendar-file.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { saveFile } from '../../../shared/save-file.ts';
import { initialsOf } from '../../domain/client-code.ts';
import type { Entry } from './use-entries.ts';

/** The days of the log for a calendar, which is often read by others: two letters, no place, nothing else (C9). */
export function CalendarDates({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation('desk-referrals');
  const followUps = entries.flatMap(({ referral: { id, nextActionOn }, code }) =>
    nextActionOn === null ? [] : [{ id, code: code ? initialsOf(code) : '', when: { day: nextActionOn } }],
  );
  const title = t('calendar.followUp');
  const example = `${title} ${followUps[0]?.code ?? ''}`.trim();
  return (
    <section className="card" aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t('calendar.title')}</h2>
      {followUps.length === 0 ? (
        <p className="quiet">{t('calendar.none')}</p>
      ) : (
        <>
          <p>{t('calendar.why', { example })}</p>
          <p className="notice">{t('calendar.trace')}</p>
          <button
            type="button"
            className="button-quiet"
            onClick={() => saveFile(calendarFile(followUps, { title, instant: Date.now() }))}
          >
            {t('calendar.save')}
          </button>
        </>
      )}
    </section>
  );
}
