import { useEffect, useState } from 'react';
import { changesBetween } from '../../../../core/edits/changes.ts';
import type { Edit } from '../../../../core/edits/edit.ts';
import { type Choice, rebaseEdit, resolve } from '../../../../core/edits/merge.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { api } from '../../api-client.ts';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';
import type { OutboxEntry } from '../../kept/desk-database.ts';
import { NOTHING_OVER } from '../../workspace.ts';
import { ConflictPart, type MergeChoice } from './conflict-part.tsx';

type BehindEntry = Extract<OutboxEntry, { kind: 'edit' }>;

/** Somebody else changed the same listing: what does not touch is brought together, the rest is asked field by field (V9). */
export function MergeScreen({ entryId }: { readonly entryId: string }) {
  const { t } = useTranslation('vol-outbox');
  const { workspace } = useVolunteer();
  const { outbox } = useStaffDesk();
  const entry = outbox.find(({ id }) => id === entryId);
  if (entry?.kind === 'edit' && entry.current) return <Merge entry={entry} />;
  return (
    <>
      <h1 tabIndex={-1}>{t('mergeTitle')}</h1>
      <p>{t('mergeGone')}</p>
      <button type="button" className="button" onClick={() => workspace.set({ merging: null })}>
        {t('backToOutbox')}
      </button>
    </>
  );
}

function Merge({ entry }: { readonly entry: BehindEntry }) {
  const { t } = useTranslation('vol-outbox');
  const { t: common } = useTranslation('common');
  const { desk, workspace } = useVolunteer();
  const { me } = useStaffDesk();
  const { day } = useDates();
  const say = useFieldWords();
  const [choices, setChoices] = useState<Choices>({});
  const [isAsked, setIsAsked] = useState(false);
  const { current, base, edit } = entry;
  const author = useLastAuthor(entry.listingId);
  if (!current) return null;
  const theirs = changesBetween(base, current.listing);
  const { edit: rebased, conflicts } = rebaseEdit(edit, theirs, current.version);
  const outcome = resolve({ changes: rebased.changes, conflicts }, decidedOf(choices));
  const back = () => workspace.set({ merging: null });
  const isForForm = conflicts.some(({ field }) => choices[field]?.take === 'form');
  const save = async () => {
    setIsAsked(true);
    if (!outcome.ok) return;
    const merged = { ...rebased, changes: outcome.value };
    if (isForForm) return await goOnInForm(merged);
    if (outcome.value.length > 0) await desk.addEdit(merged, current.listing);
    else await desk.dropEntry(entry.id);
    back();
    void desk.exchange();
  };
  const goOnInForm = async (merged: Edit) => {
    // Kept before it goes from the outbox: whatever happens in between, it is in one of the two.
    await desk.keepDraft(merged, current.listing);
    workspace.set({ ...NOTHING_OVER, editing: { listingId: entry.listingId, draftId: merged.id } });
    await desk.dropEntry(entry.id);
  };
  const both = rebased.changes.map(({ field }) => say.label(field));
  return (
    <>
      <h1 tabIndex={-1}>{t('mergeTitle')}</h1>
      <p className="entry-name">
        <ForeignText language={current.listing.text_language}>{current.listing.name}</ForeignText>
      </p>
      <p>{t('mergeWhy', { date: day(current.changedAt.slice(0, 10)) })}</p>
      {both.length > 0 && <p>{t('mergeBoth', { fields: say.names.listed([...new Set(both)]) })}</p>}
      {conflicts.map((conflict) => (
        <ConflictPart
          key={conflict.field}
          conflict={conflict}
          listing={current.listing}
          mine={{ who: me?.name ?? '', day: day(entry.madeAt.slice(0, 10)) }}
          theirs={{ who: author ?? t('somebody'), day: day(current.changedAt.slice(0, 10)) }}
          choice={choices[conflict.field] ?? null}
          onChoose={(choice) => setChoices((now) => ({ ...now, [conflict.field]: choice }))}
        />
      ))}
      <p role="alert" className={isAsked && !outcome.ok ? 'notice' : ''}>
        {isAsked && !outcome.ok && t('undecided', { many: outcome.problem.length })}
      </p>
      <div className="answers">
        <button type="button" className="button answer" onClick={() => void save()}>
          {isForForm ? t('mergeForm') : t('mergeSave')}
        </button>
        <button type="button" className="button-quiet answer" onClick={back}>
          {common('cancel')}
        </button>
      </div>
    </>
  );
}

type Choices = Readonly<Record<string, MergeChoice | null>>;

/** What is to be written in the form begins there as mine. */
function decidedOf(choices: Choices): Readonly<Record<string, Choice>> {
  return Object.fromEntries(
    Object.entries(choices).flatMap(([field, one]): [string, Choice][] => {
      if (!one) return [];
      return [[field, one.take === 'form' ? { take: 'mine' } : one]];
    }),
  );
}

/** Who made the version that came in between; without a network nobody can say. */
function useLastAuthor(listingId: string): string | null {
  const [author, setAuthor] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void api.history(listingId).then((answer) => {
      if (!isHere || !answer.ok) return;
      const last = answer.value.toSorted((one, other) => one.version - other.version).at(-1);
      setAuthor(last?.author ?? null);
    });
    return () => {
      isHere = false;
    };
  }, [listingId]);
  return author;
}
