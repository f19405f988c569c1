import { useId } from 'react';

interface FileFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly accept: string;
  readonly onFile: (file: Blob) => void;
}

/** A file, read here and sent nowhere. */
export function FileField({ label, hint, accept, onFile }: FileFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="note">
          {hint}
        </span>
      )}
      <input
        id={id}
        type="file"
        accept={accept}
        {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onFile(file);
          // The same file, mended, can be chosen again.
          target.value = '';
        }}
      />
    </div>
  );
}
