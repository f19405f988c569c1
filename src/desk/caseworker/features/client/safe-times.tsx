import { useId } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { Icon } from '../../../../ui/icons/icon.tsx';
import { CheckGroup } from '../../../shared/check-group.tsx';
import { type SafeTime, WEEKDAYS } from '../../domain/safe-contact.ts';
import { timeWords } from './time-words.ts';

const USUAL: SafeTime = { days: [], from: '09:00', to: '17:00' };

interface SafeTimesProps {
  readonly times: readonly SafeTime[];
  readonly onChange: (times: readonly SafeTime[]) => void;
}

/** When the client can be reached, by their own clock. None named is none. */
export function SafeTimes({ times, onChange }: SafeTimesProps) {
  const { t } = useTranslation('desk-clients');
  const change = (at: number, time: SafeTime) =>
    onChange(times.map((one, place) => (place === at ? time : one)));
  return (
    <fieldset className="field times">
      <legend>{t('contact.times')}</legend>
      {times.map((time, at) => (
        <OneTime
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike, and none has a name
          key={at}
          time={time}
          place={at + 1}
          onChange={(next) => change(at, next)}
          onRemove={() => onChange(times.filter((_, place) => place !== at))}
        />
      ))}
      <button type="button" className="button-quiet" onClick={() => onChange([...times, USUAL])}>
        {t('contact.addTime')}
      </button>
    </fieldset>
  );
}

interface OneTimeProps {
  readonly time: SafeTime;
  readonly place: number;
  readonly onChange: (time: SafeTime) => void;
  readonly onRemove: () => void;
}

function OneTime({ time, place, onChange, onRemove }: OneTimeProps) {
  const { t } = useTranslation('desk-clients');
  const { t: service } = useTranslation('service');
  const id = useId();
  return (
    <div className="time">
      <CheckGroup
        label={t('contact.days', { place })}
        options={WEEKDAYS.map((day) => ({ id: day, label: service(`days.${day}`) }))}
        chosen={time.days}
        onChange={(days) => onChange({ ...time, days: WEEKDAYS.filter((day) => days.includes(day)) })}
      />
      <div className="actions">
        <label htmlFor={`${id}-from`}>{t('contact.from')}</label>
        <input
          id={`${id}-from`}
          type="time"
          className="input input-short"
          value={time.from}
          onChange={({ target }) => target.value && onChange({ ...time, from: target.value })}
        />
        <label htmlFor={`${id}-to`}>{t('contact.to')}</label>
        <input
          id={`${id}-to`}
          type="time"
          className="input input-short"
          value={time.to}
          onChange={({ target }) => target.value && onChange({ ...time, to: target.value })}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={t('contact.removeTime', { time: timeWords(t, service, time) })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
    </div>
  );
}
