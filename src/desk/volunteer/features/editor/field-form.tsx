import type { Edit, JsonValue, VerifyMethod } from '../../../../core/edits/edit.ts';
import { todayHere } from '../../../shared/use-today.ts';
import { editOfChanges } from '../../edit-of-changes.ts';
import { ChangeForm, isWrittenHere } from '../../fields/change-form.tsx';
import type { KeptListing } from '../../kept/desk-database.ts';
import type { FieldDraft } from '../../use-field-draft.ts';
import { SectionForm } from './section-form.tsx';

interface FieldFormProps {
  readonly kept: KeptListing;
  readonly field: string;
  readonly before: JsonValue;
  readonly draft: FieldDraft;
  /** How it was found out; null where that is still to be asked. */
  readonly method: VerifyMethod | null;
  readonly onDone: (edit: Edit) => void;
  readonly onCancel: () => void;
}

/** Where somebody writes what has changed: in a line or two, or with the controls of the whole form for what needs them. */
export function FieldForm({ kept, field, before, draft, method, onDone, onCancel }: FieldFormProps) {
  if (!isWrittenHere(field))
    return (
      <SectionForm
        kept={kept}
        field={field}
        draft={draft}
        method={method}
        onDone={onDone}
        onCancel={onCancel}
      />
    );
  return (
    <ChangeForm
      listing={kept.listing}
      field={field}
      before={before}
      {...(method && { method })}
      typed={draft.typed}
      onTyped={draft.keep}
      onDone={(changes, how) =>
        onDone(editOfChanges(kept, { id: draft.id, changes, method: how, on: todayHere() }))
      }
      onCancel={onCancel}
    />
  );
}
