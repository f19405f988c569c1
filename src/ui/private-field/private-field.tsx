import { useId } from 'react';
import { Icon } from '../icons/icon.tsx';

interface PrivateFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * The only field that words are typed into. It has no name, stands in no form, and refuses autofill, correction and
 * spell checking: browsers keep or send away what those hold (TR-12).
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
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          dir="auto"
        />
      </div>
    </>
  );
}
