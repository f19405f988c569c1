import { useMemo } from 'react';
import type { Edit } from '../../../../core/edits/edit.ts';
import type { Listing } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { SurvivorPreview } from '../../preview/survivor-preview.tsx';
import { ChangesSection } from './changes-section.tsx';
import { EditorProvider } from './editor-context.tsx';
import { FormOverview } from './form-overview.tsx';
import { HowKnown } from './how-known.tsx';
import type { EditFrame } from './listing-form.ts';
import { NextUseful } from './next-useful.tsx';
import { presetFields } from './preset-fields.ts';
import { sectionsInOrder } from './section-order.ts';
import { SECTIONS } from './sections.ts';
import { useEditorForm } from './use-editor-form.ts';

interface EditorFormProps {
  readonly base: Listing | null;
  readonly draft: Edit | null;
  readonly fresh: Listing;
  readonly frame: EditFrame;
  readonly onKeep: (edit: Edit) => void;
  readonly onSend: (edit: Edit) => void;
}

/** One form for a listing, and beside it what somebody who looks for help will see (V5, V6, V7). */
export function EditorForm({ onSend, ...source }: EditorFormProps) {
  const { t } = useTranslation('vol-editor');
  const { base } = source;
  const editor = useEditorForm(source);
  const { form, change, context, findings, isTried, changes } = editor;
  const { listing } = form;
  const order = useMemo(() => sectionsInOrder(presetFields(listing)), [listing]);
  return (
    <EditorProvider value={context}>
      <div className="editor">
        <form
          className="editor-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (editor.tryToSend()) onSend(editor.edit());
          }}
        >
          <NextUseful />
          {order.map((name) => {
            const Fields = SECTIONS[name];
            return (
              <section key={name} className="part form" aria-labelledby={`section-${name}`}>
                <h2 id={`section-${name}`} tabIndex={-1}>
                  {t(`sections.${name}`)}
                </h2>
                <Fields />
              </section>
            );
          })}
          <section className="part form" aria-labelledby="section-changes">
            <h2 id="section-changes">{t('changes.title')}</h2>
            {base && (
              <ChangesSection
                changes={changes}
                language={base.text_language}
                isTried={isTried}
                onCause={(field, cause) => change({ causes: { ...form.causes, [field]: cause } })}
              />
            )}
            <HowKnown form={form} onChange={change} isTried={isTried} />
          </section>
          <FormOverview findings={findings} isTried={isTried} hasChanges={changes.length > 0} />
        </form>
        <aside className="editor-preview" aria-labelledby="preview-title">
          <h2 id="preview-title">{t('preview.title')}</h2>
          {editor.listing ? (
            <SurvivorPreview listing={editor.listing} />
          ) : (
            <p className="quiet">{t('preview.notYet')}</p>
          )}
        </aside>
      </div>
    </EditorProvider>
  );
}
