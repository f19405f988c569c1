import { useId } from 'react';
import type { IsoDate } from '../../../core/dates.ts';
import { PRIVATE_ATTRIBUTES } from '../../../ui/private-field/private-attributes.ts';
import { FieldProblem } from './field-problem.tsx';

interface DateFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** Empty where no day is chosen. */
  readonly value: IsoDate | '';
  readonly onChange: (day: IsoDate | '') => void;
  readonly problem?: string | undefined;
  readonly inputId?: string;
}

/** A day: the browser's own field, which knows how days are written where the worker sits, and every key. */
export function DateField({ label, hint, value, onChange, problem, inputId }: DateFieldProps) {
  const ownId = useId();
  const id = inputId ?? ownId;
  const about = [hint && `${ownId}-hint`, problem && `${ownId}-problem`].filter(Boolean).join(' ');
  const { dir: _dir, ...attributes } = PRIVATE_ATTRIBUTES;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="input input-date"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={about || undefined}
        aria-invalid={problem ? true : undefined}
        {...attributes}
      />
      {hint && (
        <span id={`${ownId}-hint`} className="note">
          {hint}
        </span>
      )}
      <FieldProblem id={`${ownId}-problem`} problem={problem} />
    </div>
  );
}
