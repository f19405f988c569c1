import { useFieldWords } from '../../fields/use-field-words.ts';
import { useEditor } from './editor-context.tsx';
import { LinesField } from './lines-field.tsx';
import { TextField } from './text-field.tsx';

/** What has no field of its own, and what they promise to keep to themselves. */
export function NotesSection() {
  const { listing, set } = useEditor();
  const say = useFieldWords();
  return (
    <>
      <TextField
        field="confidentiality_note"
        label={say.label('confidentiality_note')}
        rows={2}
        value={listing.confidentiality_note ?? ''}
        language={listing.text_language}
        onChange={(words) => set({ confidentiality_note: words || undefined })}
      />
      <LinesField field="notes" label={say.label('notes')} />
    </>
  );
}
