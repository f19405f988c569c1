import { DAY_CODES, type DayCode } from '../../../../core/hand-over/hours.ts';
import type { OpenTime, Week } from '../../../../core/hours-text/week.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Icon } from '../../../../ui/icons/icon.tsx';

const USUAL: OpenTime = { opens: '09:00', closes: '17:00' };
const WEEKDAYS: readonly DayCode[] = ['MO', 'TU', 'WE', 'TH', 'FR'];

interface HoursGridProps {
  readonly week: Week;
  readonly onChange: (week: Week) => void;
}

/** Day by day. What closes before it opens is said to close the next day, as nights do. */
export function HoursGrid({ week, onChange }: HoursGridProps) {
  const { t } = useTranslation('vol-editor');
  const { t: service } = useTranslation('service');
  const set = (day: DayCode, times: readonly OpenTime[]) => onChange({ ...week, [day]: times });
  return (
    <fieldset className="hours-grid">
      <legend>{t('hours.grid')}</legend>
      {DAY_CODES.map((day) => (
        <div key={day} className="hours-day">
          <span className="hours-name">{service(`days.${day}`)}</span>
          <div className="hours-times">
            {week[day].length === 0 && <span className="quiet">{service('opening.closedDay')}</span>}
            {week[day].map((time, at) => (
              <TimeRow
                // biome-ignore lint/suspicious/noArrayIndexKey: two times of a day have no names
                key={at}
                day={service(`days.${day}`)}
                time={time}
                onChange={(next) =>
                  set(
                    day,
                    week[day].map((one, index) => (index === at ? next : one)),
                  )
                }
                onRemove={() =>
                  set(
                    day,
                    week[day].filter((_, index) => index !== at),
                  )
                }
              />
            ))}
          </div>
          <button
            type="button"
            className="link"
            aria-label={t('hours.addFor', { day: service(`days.${day}`) })}
            onClick={() => set(day, [...week[day], nextTime(week[day])])}
          >
            {t('hours.add')}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button-quiet"
        disabled={week.MO.length === 0}
        onClick={() => onChange({ ...week, ...Object.fromEntries(WEEKDAYS.map((day) => [day, week.MO])) })}
      >
        {t('hours.sameAll')}
      </button>
    </fieldset>
  );
}

/** After the one that is there: what a second time of a day mostly is, an afternoon. */
function nextTime(times: readonly OpenTime[]): OpenTime {
  const last = times.at(-1);
  if (!last) return USUAL;
  return last.closes < '20:00' && last.closes > last.opens
    ? { opens: last.closes, closes: '20:00' }
    : { opens: '20:00', closes: '23:00' };
}

interface TimeRowProps {
  readonly day: string;
  readonly time: OpenTime;
  readonly onChange: (time: OpenTime) => void;
  readonly onRemove: () => void;
}

function TimeRow({ day, time, onChange, onRemove }: TimeRowProps) {
  const { t } = useTranslation('vol-editor');
  return (
    <span className="hours-time">
      <ClockField
        label={t('hours.opensOn', { day })}
        value={time.opens}
        onChange={(opens) => onChange({ ...time, opens })}
      />
      <span aria-hidden>–</span>
      <ClockField
        label={t('hours.closesOn', { day })}
        value={time.closes}
        onChange={(closes) => onChange({ ...time, closes })}
      />
      {time.closes <= time.opens && <span className="note">{t('hours.nextDay')}</span>}
      <button
        type="button"
        className="icon-button"
        aria-label={t('hours.removeFrom', { day })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}

interface ClockFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function ClockField({ label, value, onChange }: ClockFieldProps) {
  return (
    <input
      type="time"
      className="input input-time"
      aria-label={label}
      value={value}
      // An emptied field is a time that is being typed anew.
      onChange={({ target }) => target.value && onChange(target.value)}
    />
  );
}
