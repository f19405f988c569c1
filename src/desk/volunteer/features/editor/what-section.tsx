import { NEEDS, SITUATIONS } from '../../../../core/taxonomy.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { CodePicker } from '../../../shared/fields/code-picker.tsx';
import { useNames } from '../../../shared/names.ts';
import { useEditor } from './editor-context.tsx';
import { FieldFindings } from './field-findings.tsx';
import { PlainMeter } from './plain-meter.tsx';
import { TextField } from './text-field.tsx';

/** What the service is called, what it does, and for which needs. */
export function WhatSection() {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  const names = useNames();
  const { name, alternate_name: other, description, needs, situations, text_language: language } = listing;
  return (
    <>
      <TextField
        field="name"
        label={t('fields.name')}
        value={name ?? ''}
        language={language}
        onChange={(words) => set({ name: words })}
      />
      <TextField
        field="alternate_name"
        label={t('fields.otherName')}
        value={other ?? ''}
        language={language}
        onChange={(words) => set({ alternate_name: words || undefined })}
      />
      <TextField
        field="description"
        label={t('fields.description')}
        hint={t('fields.descriptionHint')}
        rows={4}
        value={description ?? ''}
        language={language}
        onChange={(words) => set({ description: words })}
      />
      <PlainMeter text={description ?? ''} language={language} />
      <CodePicker
        label={t('fields.needs')}
        options={NEEDS.map((id) => ({ id, label: names.need(id) }))}
        chosen={needs ?? []}
        onChange={(chosen) => set({ needs: [...chosen] })}
      />
      <FieldFindings field="needs" />
      <CodePicker
        label={t('fields.situations')}
        options={SITUATIONS.map((id) => ({ id, label: names.situation(id) }))}
        chosen={situations}
        onChange={(chosen) => set({ situations: [...chosen] })}
      />
    </>
  );
}
