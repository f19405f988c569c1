import { useState } from 'react';
import { TRANSLATED_FIELDS, type TranslatedField, textStateOf } from '../../../../core/edits/text-state.ts';
import { useLanguage, useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { SHIPPED_LANGUAGES } from '../../../shared/words-in.tsx';
import { PlainField } from '../../fields/plain-field.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';
import { useEditor } from './editor-context.tsx';
import { FieldFindings } from './field-findings.tsx';
import { withReading, withTranslation } from './translation-change.ts';

/** The original and one other language side by side, each text with how far it can be trusted (V13). */
export function TranslationsSection() {
  const { t } = useTranslation('vol-editor');
  const { listing } = useEditor();
  const pageLanguage = useLanguage();
  const others = SHIPPED_LANGUAGES.filter(({ code }) => code !== listing.text_language);
  const [language, setLanguage] = useState(
    others.find(({ code }) => code === pageLanguage)?.code ?? others[0]?.code ?? '',
  );
  return (
    <>
      <Choice
        label={t('translations.into')}
        value={language}
        options={others.map(({ code, name }) => ({ id: code, label: name, language: code }))}
        onChange={setLanguage}
      />
      {TRANSLATED_FIELDS.map((field) => (
        <Text key={`${field} ${language}`} field={field} language={language} />
      ))}
      <FieldFindings field="translations" />
    </>
  );
}

function Text({ field, language }: { readonly field: TranslatedField; readonly language: string }) {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  const say = useFieldWords();
  const state = textStateOf(listing, language, field);
  const isOpen = state === 'stale' || state === 'machine' || state === 'human';
  return (
    <div className="translation-pair">
      <div>
        <p className="note">{say.label(field)}</p>
        <p>
          <ForeignText language={listing.text_language}>{listing[field] ?? ''}</ForeignText>
        </p>
      </div>
      <div>
        <PlainField
          label={say.names.language(language)}
          rows={field === 'description' ? 3 : 1}
          value={listing.translations[language]?.[field] ?? ''}
          language={language}
          onChange={(text) => set({ translations: withTranslation(listing, { language, field, text }) })}
        />
        <p className={state === 'stale' || state === 'machine' ? 'notice' : 'note'}>
          {t(`translations.states.${state}`)}{' '}
          {isOpen && (
            <button
              type="button"
              className="link"
              onClick={() => set({ translations: withReading(listing, language, field) })}
            >
              {t('translations.read')}
            </button>
          )}
        </p>
      </div>
    </div>
  );
}
