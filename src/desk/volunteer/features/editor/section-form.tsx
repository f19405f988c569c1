import { type FormEvent, useMemo } from 'react';
import type { Edit, VerifyMethod } from '../../../../core/edits/edit.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { todayHere } from '../../../shared/use-today.ts';
import { editOfChanges } from '../../edit-of-changes.ts';
import { MethodPicks } from '../../fields/method-picks.tsx';
import type { KeptListing } from '../../kept/desk-database.ts';
import type { FieldDraft } from '../../use-field-draft.ts';
import { ChangesSection } from './changes-section.tsx';
import { EditorProvider } from './editor-context.tsx';
import { FormOverview } from './form-overview.tsx';
import { sectionOf } from './section-order.ts';
import { SECTIONS } from './sections.ts';
import { useEditorForm } from './use-editor-form.ts';

interface SectionFormProps {
  readonly kept: KeptListing;
  readonly field: string;
  readonly draft: FieldDraft;
  /** How it was found out; null where that is still to be asked. */
  readonly method: VerifyMethod | null;
  readonly onDone: (edit: Edit) => void;
  readonly onCancel: () => void;
}

/** The one section of the form in which a field is written, where a card is answered or a call is made (V1, V2). */
export function SectionForm(props: SectionFormProps) {
  const { kept, field, draft, method, onDone, onCancel } = props;
  const { listing: base, region, version } = kept;
  const { t: common } = useTranslation('common');
  const { id } = draft;
  const frame = useMemo(() => ({ id, region, baseVersion: version }), [id, region, version]);
  const editor = useEditorForm({
    base,
    draft: draft.edit ?? editOfChanges(kept, { id, changes: [], method, on: todayHere() }),
    fresh: base,
    frame,
    onKeep: draft.keepEdit,
    // A choice, not a text: there is no pause to wait for.
    keptAfter: 0,
  });
  const { form, change, context, findings, isTried, changes } = editor;
  const section = sectionOf(field);
  if (section === null) throw new Error(`desk: the form has no place for ${field}`);
  const Fields = SECTIONS[section];
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (editor.tryToSend()) onDone(editor.edit());
  };
  const cancel = () => {
    editor.stopKeeping();
    onCancel();
  };
  return (
    <EditorProvider value={context}>
      <form className="form" noValidate onSubmit={save}>
        <Fields />
        <ChangesSection
          changes={changes}
          language={base.text_language}
          isTried={isTried}
          onCause={(changed, cause) => change({ causes: { ...form.causes, [changed]: cause } })}
        />
        {method === null && (
          <MethodPicks
            value={form.method}
            isMissing={isTried && form.method === null}
            onChange={(chosen) => change({ method: chosen, verifiedOn: todayHere() })}
          />
        )}
        <FormOverview findings={findings} isTried={isTried} hasChanges={changes.length > 0} />
        <button type="button" className="button-quiet answer" onClick={cancel}>
          {common('cancel')}
        </button>
      </form>
    </EditorProvider>
  );
}
