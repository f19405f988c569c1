import { useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { saveFile } from '../../../shared/save-file.ts';
import { todayHere } from '../../../shared/use-today.ts';
import { useStaffDesk } from '../../desk-context.tsx';
import { isWanted } from '../../setting.ts';
import { useChecksAtFirst, useQueue } from '../../use-queue.ts';
import { dueCalendar } from './due-calendar.ts';
import { QueueRowPart } from './queue-row-part.tsx';

const AT_ONCE = 20;

/** What is to be done, most pressing first, each with why it is next (V4). */
export function QueueScreen() {
  const { t } = useTranslation('vol-queue');
  const { checks, now } = useChecksAtFirst();
  const queue = useQueue(checks, now);
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p className="lead">{queue.length === 0 ? t('empty') : t('lead', { count: queue.length })}</p>
      <ol className="plain-list entries">
        {queue.slice(0, shown).map((one) => (
          <QueueRowPart key={one.kept.id} one={one} now={now} />
        ))}
      </ol>
      {queue.length > shown && (
        <button type="button" className="button-quiet button-wide" onClick={() => setShown(shown + AT_ONCE)}>
          {t('more', { many: queue.length - shown })}
        </button>
      )}
      <Calendar />
    </>
  );
}

/** Into the volunteer's own calendar: a day, and how many. */
function Calendar() {
  const { t } = useTranslation('vol-queue');
  const { directory, preferences, me } = useStaffDesk();
  const save = () => {
    const wanted = [...directory.values()].filter((one) => isWanted(one, preferences, me?.regions ?? []));
    const listings = wanted.map(({ listing }) => listing);
    saveFile(dueCalendar(listings, todayHere(), { title: t('calendarTitle'), instant: Date.now() }));
  };
  return (
    <section className="part" aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t('calendar')}</h2>
      <p className="quiet">{t('calendarWhy')}</p>
      <button type="button" className="button-quiet button-wide" onClick={save}>
        {t('calendarSave')}
      </button>
    </section>
  );
}
