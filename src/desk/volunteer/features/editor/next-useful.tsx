import { missingFields, nextUsefulField } from '../../../../core/edits/completeness.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';
import { useEditor } from './editor-context.tsx';
import { showField } from './show-field.ts';

/** The one field that would help most now, by name; never a percentage (V5). */
export function NextUseful() {
  const { t } = useTranslation('vol-editor');
  const { listing } = useEditor();
  const say = useFieldWords();
  const missing = missingFields({ ...listing });
  const field = missing[0] ?? nextUsefulField(listing);
  if (!field) return <p className="quiet">{t('next.whole')}</p>;
  return (
    <p className="next-useful">
      {missing.length > 0 ? t('next.basics', { count: missing.length }) : t('next.useful')}{' '}
      <button type="button" className="link" onClick={() => showField(field)}>
        {say.label(field)}
      </button>
    </p>
  );
}
