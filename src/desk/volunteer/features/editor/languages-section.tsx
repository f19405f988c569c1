import i18next from 'i18next';
import { LANGUAGE_MODES } from '../../../../core/codes.ts';
import type { Listing } from '../../../../core/schema.ts';
import { useLanguage, useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { CodePicker } from '../../../shared/fields/code-picker.tsx';
import { useNames } from '../../../shared/names.ts';
import { useEditor } from './editor-context.tsx';
import { FieldFindings } from './field-findings.tsx';

type Spoken = Listing['languages'][number];

/** Which languages, and how: a sheet of paper in Tigrinya is not somebody who speaks it (S5). */
export function LanguagesSection() {
  const { t } = useTranslation('vol-editor');
  const { t: find } = useTranslation('find');
  const { listing, set } = useEditor();
  const names = useNames();
  const codes = useLanguageCodes(listing.languages);
  const choose = (chosen: readonly string[]) =>
    set({
      languages: chosen.map(
        (code) =>
          listing.languages.find((one) => one.code === code) ?? {
            code,
            mode: code === '*' ? 'interpreter' : 'staff',
          },
      ),
    });
  const change = (at: number, mode: Spoken['mode']) =>
    set({ languages: listing.languages.map((one, index) => (index === at ? { ...one, mode } : one)) });
  return (
    <>
      <CodePicker
        label={t('fields.languages')}
        options={codes.map((id) => ({ id, label: names.language(id) }))}
        chosen={[...new Set(listing.languages.map(({ code }) => code))]}
        onChange={choose}
      />
      <FieldFindings field="languages" />
      {listing.languages.map(({ code, mode }, at) => (
        <div key={`${code} ${mode}`} className="language-row">
          <span>{names.language(code)}</span>
          <Choice
            label={t('fields.how', { language: names.language(code) })}
            isLabelHidden
            value={mode}
            options={LANGUAGE_MODES.map((id) => ({ id, label: find(`filters.mode.${id}`) }))}
            onChange={(id) => change(at, id)}
          />
        </div>
      ))}
    </>
  );
}

/** All that have a name here, and those that the listing has besides. */
function useLanguageCodes(spoken: readonly Spoken[]): string[] {
  const language = useLanguage();
  const { names } = i18next.getResourceBundle(language, 'languages') as { names: Record<string, string> };
  return [
    ...new Set([
      '*',
      ...Object.keys(names).filter((code) => code !== 'other'),
      ...spoken.map(({ code }) => code),
    ]),
  ];
}
