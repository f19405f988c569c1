import { useMemo, useState } from 'react';
import type { StaffListing } from '../../../../core/desk-api.ts';
import type { Listing } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useVolunteer } from '../../desk-context.tsx';
import { FieldValue } from '../../fields/field-value.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';
import { newId } from '../../new-id.ts';
import { NOTHING_OVER } from '../../workspace.ts';
import { type Difference, differencesOf, firstChoice, redirectChanges, takenOver } from './merge-twins.ts';

interface SideBySideProps {
  readonly kept: StaffListing;
  readonly other: StaffListing;
}

/** What the two say differently, each field by the one that is right; then one stays and the other leads to it. */
export function SideBySide({ kept, other }: SideBySideProps) {
  const { t } = useTranslation('vol-duplicates');
  const { desk, workspace } = useVolunteer();
  const differences = useMemo(() => differencesOf(kept.listing, other.listing), [kept, other]);
  const [fromOther, setFromOther] = useState<ReadonlySet<string>>(() => firstChoice(differences));
  const choose = (field: string, isOther: boolean) => {
    const next = new Set(fromOther);
    if (isOther) next.add(field);
    else next.delete(field);
    setFromOther(next);
  };
  const merge = async () => {
    const edit = (one: StaffListing, kind: 'change' | 'close') => ({
      id: newId(),
      listingId: one.listing.id,
      region: one.region,
      kind,
      baseVersion: one.version,
      confirmed: [],
      overrides: [],
      comment: t('comment', { kept: kept.listing.name, other: other.listing.name }),
    });
    const closing = { ...edit(other, 'close'), changes: redirectChanges(other.listing, kept.listing.id) };
    await desk.addEdit(closing, other.listing);
    const changes = takenOver(differences, fromOther);
    if (changes.length === 0) return workspace.set({ ...NOTHING_OVER, screen: 'outbox' });
    // The form asks of each value whether it changed or was always wrong, and how that is known.
    const draft = { ...edit(kept, 'change'), changes };
    await desk.keepDraft(draft, kept.listing);
    workspace.set({ ...NOTHING_OVER, editing: { listingId: kept.listing.id, draftId: draft.id } });
  };
  return (
    <>
      <div className="twins">
        <TwinName says={t('stays')} listing={kept.listing} />
        <TwinName says={t('closes')} listing={other.listing} />
      </div>
      {differences.map((difference) => (
        <DifferenceRow
          key={difference.field}
          difference={difference}
          languages={[kept.listing.text_language, other.listing.text_language]}
          isOther={fromOther.has(difference.field)}
          onChoose={(isOther) => choose(difference.field, isOther)}
        />
      ))}
      <p className="note">{t('then')}</p>
      <button type="button" className="button" onClick={() => void merge()}>
        {t('merge')}
      </button>
    </>
  );
}

function TwinName({ says, listing }: { readonly says: string; readonly listing: Listing }) {
  return (
    <p>
      <span className="quiet">{says}</span>{' '}
      <strong>
        <ForeignText language={listing.text_language}>{listing.name}</ForeignText>
      </strong>
    </p>
  );
}

interface DifferenceRowProps {
  readonly difference: Difference;
  readonly languages: readonly [string, string];
  readonly isOther: boolean;
  readonly onChoose: (isOther: boolean) => void;
}

function DifferenceRow({ difference, languages, isOther, onChoose }: DifferenceRowProps) {
  const say = useFieldWords();
  const { field } = difference;
  const sides = [
    { value: difference.kept, language: languages[0], isThis: !isOther, side: false },
    { value: difference.other, language: languages[1], isThis: isOther, side: true },
  ];
  return (
    <fieldset className="picks twins">
      <legend>{say.label(field)}</legend>
      {sides.map(({ value, language, isThis, side }) => (
        <label key={String(side)} className="pick">
          <input type="radio" name={field} checked={isThis} onChange={() => onChoose(side)} />
          <FieldValue field={field} value={value} language={language} />
        </label>
      ))}
    </fieldset>
  );
}
