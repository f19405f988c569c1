import type { Hours } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Check } from '../../../shared/check-group.tsx';
import { DateField } from '../../../shared/fields/date-field.tsx';
import { todayHere } from '../../../shared/use-today.ts';
import { ClockField } from './hours-grid.tsx';
import { RowButtons } from './row-buttons.tsx';
import { TextField } from './text-field.tsx';

type Exception = Hours['exceptions'][number];

interface HoursExceptionsProps {
  readonly exceptions: readonly Exception[];
  readonly onChange: (exceptions: readonly Exception[]) => void;
}

/** Days that are not like the others: holidays, closed or with hours of their own. */
export function HoursExceptions({ exceptions, onChange }: HoursExceptionsProps) {
  const { t } = useTranslation('vol-editor');
  const today = todayHere();
  return (
    <>
      {exceptions.map((exception, at) => (
        <ExceptionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: two of the same days may stand here while one is written
          key={at}
          name={t('rows.exception', { number: at + 1 })}
          exception={exception}
          onChange={(next) => onChange(exceptions.map((one, index) => (index === at ? next : one)))}
          onRemove={() => onChange(exceptions.filter((_, index) => index !== at))}
        />
      ))}
      <button
        type="button"
        className="button-quiet"
        onClick={() => onChange([...exceptions, { valid_from: today, valid_to: today }])}
      >
        {t('hours.addException')}
      </button>
    </>
  );
}

interface ExceptionRowProps {
  readonly name: string;
  readonly exception: Exception;
  readonly onChange: (exception: Exception) => void;
  readonly onRemove: () => void;
}

function ExceptionRow({ name, exception, onChange, onRemove }: ExceptionRowProps) {
  const { t } = useTranslation('vol-editor');
  const { opens_at: opens, closes_at: closes, ...days } = exception;
  const isClosed = opens === undefined;
  return (
    <fieldset className="row-set">
      <legend className="visually-hidden">{name}</legend>
      <div className="row-line">
        <DateField
          label={t('fields.from')}
          value={days.valid_from}
          onChange={(from) =>
            from &&
            onChange({
              ...exception,
              valid_from: from,
              valid_to: from > days.valid_to ? from : days.valid_to,
            })
          }
        />
        <DateField
          label={t('fields.until')}
          value={days.valid_to}
          onChange={(to) => to && onChange({ ...exception, valid_to: to })}
        />
        <RowButtons name={name} onRemove={onRemove} />
      </div>
      <div className="row-line">
        <Check
          label={t('hours.closedThen')}
          isSelected={isClosed}
          onChange={(isOn) => onChange(isOn ? days : { ...days, opens_at: '10:00', closes_at: '14:00' })}
        />
        {!isClosed && closes !== undefined && (
          <span className="hours-time">
            <ClockField
              label={t('hours.opens')}
              value={opens}
              onChange={(at) => onChange({ ...exception, opens_at: at })}
            />
            <span aria-hidden>–</span>
            <ClockField
              label={t('hours.closes')}
              value={closes}
              onChange={(at) => onChange({ ...exception, closes_at: at })}
            />
          </span>
        )}
      </div>
      <TextField
        label={t('fields.why')}
        value={days.description ?? ''}
        onChange={(words) => onChange({ ...exception, description: words || undefined })}
      />
    </fieldset>
  );
}
