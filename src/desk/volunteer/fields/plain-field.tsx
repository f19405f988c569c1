import { type ReactNode, useId } from 'react';
import { tamed } from '../../../ui/foreign-text.tsx';
import { PRIVATE_ATTRIBUTES } from '../../../ui/private-field/private-attributes.ts';

export interface PlainFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Of the edit's field, to be found by what says that something is wrong with it. */
  readonly field?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  /** BCP 47 of the words. */
  readonly language?: string | undefined;
  /** Numbers and addresses run from left to right in every language. */
  readonly isLeftToRight?: boolean;
  readonly list?: string;
  readonly children?: ReactNode;
}

/** A line of words, or several. */
export function PlainField({
  label,
  hint,
  field,
  value,
  onChange,
  rows,
  language,
  isLeftToRight,
  list,
  children,
}: PlainFieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    lang: language,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    'data-field': field,
    ...PRIVATE_ATTRIBUTES,
    ...(isLeftToRight ? { dir: 'ltr' } : {}),
  } as const;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <textarea
          {...shared}
          className="input text-area"
          rows={rows}
          onChange={({ target }) => onChange(tamed(target.value))}
        />
      ) : (
        <input
          {...shared}
          className="input"
          list={list}
          onChange={({ target }) => onChange(tamed(target.value))}
        />
      )}
      {hint && (
        <span id={`${id}-hint`} className="note">
          {hint}
        </span>
      )}
      {children}
    </div>
  );
}
