import { COSTS } from '../../../../core/codes.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { useEditor } from './editor-context.tsx';
import { LinesField } from './lines-field.tsx';
import { TextField } from './text-field.tsx';

/** How one gets in, what to bring, what it costs. */
export function CostSection() {
  const { t } = useTranslation('vol-editor');
  const { t: service } = useTranslation('service');
  const { listing, set } = useEditor();
  const { cost, text_language: language } = listing;
  return (
    <>
      <TextField
        field="application_process"
        label={service('section.how')}
        rows={2}
        value={listing.application_process ?? ''}
        language={language}
        onChange={(words) => set({ application_process: words || undefined })}
      />
      <LinesField field="required_documents" label={service('section.bring')} />
      <div className="row-line">
        <Choice
          label={service('section.cost')}
          value={cost.value}
          options={COSTS.map((id) => ({ id, label: service(`cost.${id}`) }))}
          onChange={(value) => set({ cost: { ...cost, value } })}
        />
        <TextField
          field="cost"
          label={t('fields.note')}
          value={cost.note ?? ''}
          language={language}
          onChange={(note) => set({ cost: { ...cost, note: note || undefined } })}
        />
      </div>
    </>
  );
}
