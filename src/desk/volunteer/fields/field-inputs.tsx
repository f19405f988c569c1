import { useId } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { inputOf } from './field-change.ts';
import { Picks } from './picks.tsx';
import { useFieldWords } from './use-field-words.ts';

interface FieldInputsProps {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly isGone: boolean;
  readonly onChange: (text: string) => void;
  readonly onGone: (isGone: boolean) => void;
}

/** Where the new value of a field is written or chosen, or said to be gone. */
export function FieldInputs({ field, label, value, isGone, onChange, onGone }: FieldInputsProps) {
  const { t } = useTranslation('vol-fields');
  const say = useFieldWords();
  const id = useId();
  const input = inputOf(field);
  if (input.kind === 'later') return null;
  if (input.kind === 'choice') {
    const options = input.codes.map((code) => ({ id: code, label: say.word(input.group, code) }));
    return <Picks label={label} options={options} value={value || null} onChange={onChange} />;
  }
  if (input.kind === 'words')
    return (
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <textarea
          id={id}
          className="input text-area"
          rows={3}
          dir="auto"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
    );
  const isLeftToRight = input.input !== 'text';
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          className="input input-large"
          // The browser's own checks and words would stand beside ours.
          type={input.input === 'tel' ? 'tel' : 'text'}
          inputMode={input.input}
          autoComplete="off"
          autoCapitalize={isLeftToRight ? 'none' : 'sentences'}
          dir={isLeftToRight ? 'ltr' : 'auto'}
          disabled={isGone}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      {input.canBeGone && (
        <label className="pick">
          <input type="checkbox" checked={isGone} onChange={({ target }) => onGone(target.checked)} />
          <span>{t('form.gone')}</span>
        </label>
      )}
    </>
  );
}
