import { useId, useState } from 'react';
import { PRIVATE_ATTRIBUTES } from './private-attributes.ts';

interface SecretFieldProps {
  readonly label: string;
  readonly showLabel: string;
  readonly hideLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * A passphrase. Not a password field: browsers offer to keep what is typed into those, which would be a trace. Hidden by
 * style, shown on a tap, and pasting is allowed (TR-12, TR-14).
 */
export function SecretField({ label, showLabel, hideLabel, value, onChange }: SecretFieldProps) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        className={isShown ? 'secret' : 'secret secret-hidden'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...PRIVATE_ATTRIBUTES}
      />
      <button type="button" className="link" onClick={() => setShown(!isShown)}>
        {isShown ? hideLabel : showLabel}
      </button>
    </>
  );
}
