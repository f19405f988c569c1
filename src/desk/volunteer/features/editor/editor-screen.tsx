import { useCallback, useMemo, useRef, useState } from 'react';
import type { Edit } from '../../../../core/edits/edit.ts';
import type { Listing } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { draftToOpen } from '../../draft-to-open.ts';
import type { Draft } from '../../kept/desk-database.ts';
import { newId } from '../../new-id.ts';
import { NOTHING_OVER } from '../../workspace.ts';
import { EditorForm } from './editor-form.tsx';
import { formOf } from './listing-form.ts';
import { NewService, type NewStart } from './new-service.tsx';

interface EditorScreenProps {
  readonly listingId: string | null;
  readonly draftId?: string;
}

/** Writing a listing: one that there is, one that was begun, or one that nobody has yet (V5, V6). */
export function EditorScreen({ listingId, draftId }: EditorScreenProps) {
  const { drafts, directory, me } = useStaffDesk();
  // As it was when the form was opened: the draft that is kept while one types must not start the form anew.
  const [draft] = useState(() => draftToOpen(drafts, { by: me?.id, listingId, draftId }));
  const [start, setStart] = useState<NewStart | null>(null);
  const [kept] = useState(() => (listingId ? directory.get(listingId) : undefined));
  if (!listingId && !draft && !start) return <NewService onStart={setStart} />;
  const base = draft ? draft.base : (kept?.listing ?? null);
  const fresh = base ?? start?.listing ?? freshOf(draft);
  if (!fresh) return <Gone />;
  return (
    <Writing
      base={base}
      fresh={fresh}
      draft={draft?.edit ?? null}
      region={draft?.edit.region ?? kept?.region ?? start?.region ?? ''}
      baseVersion={draft?.edit.baseVersion ?? kept?.version ?? 0}
    />
  );
}

/** Of a listing that was begun and that nobody else has: what its draft makes. */
function freshOf(draft: Draft | undefined): Listing | null {
  return draft
    ? formOf(null, draft.edit, { country: 'ZZ', text_language: 'en', status: 'active' } as Listing).listing
    : null;
}

function Gone() {
  const { t } = useTranslation('vol-editor');
  return <h1 tabIndex={-1}>{t('gone')}</h1>;
}

interface WritingProps {
  readonly base: Listing | null;
  readonly fresh: Listing;
  readonly draft: Edit | null;
  readonly region: string;
  readonly baseVersion: number;
}

function Writing({ base, fresh, draft, region, baseVersion }: WritingProps) {
  const { t } = useTranslation('vol-editor');
  const { desk, workspace } = useVolunteer();
  const [id] = useState(() => draft?.id ?? newId());
  const frame = useMemo(() => ({ id, region, baseVersion }), [id, region, baseVersion]);
  const isDropped = useRef(false);
  const keep = useCallback(
    (edit: Edit) => {
      // Going away, the form writes down what it still has: of a draft that was thrown away nothing may come back.
      if (!isDropped.current) void desk.keepDraft(edit, base);
    },
    [desk, base],
  );
  const leave = () => workspace.set(NOTHING_OVER);
  return (
    <>
      <h1 tabIndex={-1}>
        {base ? <ForeignText language={base.text_language}>{base.name}</ForeignText> : t('titleNew')}
      </h1>
      <div className="actions editor-top">
        <button type="button" className="button-quiet" onClick={leave}>
          {t('leave')}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => {
            isDropped.current = true;
            leave();
            void desk.dropDraft(id);
          }}
        >
          {t('drop')}
        </button>
      </div>
      <EditorForm
        base={base}
        fresh={fresh}
        draft={draft}
        frame={frame}
        onKeep={keep}
        onSend={(edit) => {
          void desk.addEdit(edit, base).then(() => desk.exchange());
          workspace.set({ ...NOTHING_OVER, screen: 'outbox' });
        }}
      />
    </>
  );
}
