import { useId } from 'react';
import type { VerifyMethod } from '../../../../core/edits/edit.ts';
import { useTranslation } from '../../../../page/translation.tsx';

const WAYS = ['called-published-number', 'provider-web', 'met-in-person'] as const;

interface HowKnownProps {
  readonly method: VerifyMethod | null;
  readonly onChange: (method: VerifyMethod | null) => void;
}

/** How the answer was come by: who picked up the telephone has proved its number too (V2). */
export function HowKnown({ method, onChange }: HowKnownProps) {
  const { t } = useTranslation('vol-today');
  const { t: fields } = useTranslation('vol-fields');
  const id = useId();
  return (
    <div className="field how-known">
      <label htmlFor={id}>{t('howKnown')}</label>
      <select
        id={id}
        className="input input-large"
        value={method ?? ''}
        onChange={({ target }) => onChange(WAYS.find((way) => way === target.value) ?? null)}
      >
        <option value="">{t('knowIt')}</option>
        {WAYS.map((way) => (
          <option key={way} value={way}>
            {fields(`methods.${way}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
