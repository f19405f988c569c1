import { FEATURES, GROUPS } from '../../../../core/taxonomy.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { CodePicker } from '../../../shared/fields/code-picker.tsx';
import { useNames } from '../../../shared/names.ts';
import { useEditor } from './editor-context.tsx';
import { FieldFindings } from './field-findings.tsx';
import { TextField } from './text-field.tsx';

/** Who may come, who may not, and what the place has. */
export function WhoSection() {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  const names = useNames();
  const groups = GROUPS.map((id) => ({ id, label: names.group(id) }));
  return (
    <>
      <CodePicker
        label={t('fields.groups')}
        options={groups}
        chosen={listing.groups_served}
        onChange={(chosen) => set({ groups_served: [...chosen] })}
      />
      <CodePicker
        label={t('fields.notFor')}
        options={groups}
        chosen={listing.groups_excluded}
        onChange={(chosen) => set({ groups_excluded: [...chosen] })}
      />
      <FieldFindings field="groups_excluded" />
      <div className="row-line">
        <AgeField label={t('fields.ageFrom')} field="minimum_age" />
        <AgeField label={t('fields.ageTo')} field="maximum_age" />
      </div>
      <TextField
        field="eligibility_description"
        label={t('fields.eligibility')}
        rows={2}
        value={listing.eligibility_description ?? ''}
        language={listing.text_language}
        onChange={(words) => set({ eligibility_description: words || undefined })}
      />
      <CodePicker
        label={t('fields.features')}
        options={FEATURES.map((id) => ({ id, label: names.feature(id) }))}
        chosen={listing.features}
        onChange={(chosen) => set({ features: [...chosen] })}
      />
    </>
  );
}

function AgeField({
  label,
  field,
}: {
  readonly label: string;
  readonly field: 'minimum_age' | 'maximum_age';
}) {
  const { listing, set } = useEditor();
  const value = listing[field];
  return (
    <TextField
      field={field}
      label={label}
      isLeftToRight
      value={value === undefined ? '' : String(value)}
      onChange={(text) => {
        const digits = text.replaceAll(/\D/g, '').slice(0, 3);
        set({ [field]: digits === '' ? undefined : Number(digits) });
      }}
    />
  );
}
