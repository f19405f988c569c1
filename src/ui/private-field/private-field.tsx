import { useId } from 'react';
import { Icon } from '../icons/icon.tsx';
import { PRIVATE_ATTRIBUTES } from './private-attributes.ts';

interface PrivateFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * The only field that words are typed into beside a passphrase. It has no name and stands in no form (TR-12).
 */
export function PrivateField({ label, hint, value, onChange }: PrivateFieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div className="search-box">
        <Icon name="find" />
        <input
          id={id}
          type="search"
          value={value}
          placeholder={hint}
          onChange={(event) => onChange(event.target.value)}
          enterKeyHint="search"
          {...PRIVATE_ATTRIBUTES}
        />
      </div>
    </>
  );
}
