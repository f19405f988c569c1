import { useId } from 'react';
import { tamed } from '../foreign-text.tsx';
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
          // Before it is drawn: ten thousand marks on one letter hold a slow phone for three seconds (Chromium 156).
          onChange={(event) => onChange(tamed(event.target.value))}
          enterKeyHint="search"
          {...PRIVATE_ATTRIBUTES}
        />
      </div>
    </>
  );
}
