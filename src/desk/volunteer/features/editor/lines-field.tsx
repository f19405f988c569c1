import { useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { useEditor } from './editor-context.tsx';
import { TextField } from './text-field.tsx';

interface LinesFieldProps {
  readonly field: 'notes' | 'required_documents';
  readonly label: string;
}

/** A line each; what is typed stays as it is while the list is made of it. */
export function LinesField({ field, label }: LinesFieldProps) {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  const [text, setText] = useState(() => listing[field].join('\n'));
  return (
    <TextField
      field={field}
      label={label}
      hint={t('fields.oneALine')}
      rows={2}
      value={text}
      language={listing.text_language}
      onChange={(words) => {
        setText(words);
        set({ [field]: words.split('\n').flatMap((line) => line.trim() || []) });
      }}
    />
  );
}
