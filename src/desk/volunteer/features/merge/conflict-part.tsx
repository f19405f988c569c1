import { useId, useState } from 'react';
import type { JsonValue } from '../../../../core/edits/edit.ts';
import type { Choice, Conflict } from '../../../../core/edits/merge.ts';
import type { Listing } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { changesOf, inputOf } from '../../fields/field-change.ts';
import { FieldInputs } from '../../fields/field-inputs.tsx';
import { FieldValue } from '../../fields/field-value.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';

interface Whose {
  readonly who: string;
  readonly day: string;
}

interface ConflictPartProps {
  readonly conflict: Conflict;
  readonly listing: Listing;
  readonly mine: Whose;
  readonly theirs: Whose;
  readonly choice: MergeChoice | null;
  readonly onChoose: (choice: MergeChoice | null) => void;
}

/** `form`: something new, of a field that only the whole form can write. */
export type MergeChoice = Choice | { readonly take: 'form' };

/** One field that two people changed, each to something else: mine, theirs, or something new. */
export function ConflictPart({ conflict, listing, mine, theirs, choice, onChoose }: ConflictPartProps) {
  const { t } = useTranslation('vol-outbox');
  const say = useFieldWords();
  const name = useId();
  const { field } = conflict;
  const canBeWritten = inputOf(field).kind !== 'later' && !field.startsWith('channels.');
  const sides = [
    { take: 'mine', value: conflict.mine.after, ...mine },
    { take: 'theirs', value: conflict.theirs.after, ...theirs },
  ] as const;
  return (
    <fieldset className="picks">
      <legend>{say.label(field)}</legend>
      <div className="was">
        <p className="quiet">{t('before')}</p>
        <FieldValue field={field} value={conflict.base} language={listing.text_language} />
      </div>
      {sides.map(({ take, value, who, day }) => (
        <label key={take} className="pick">
          <input
            type="radio"
            name={name}
            checked={choice?.take === take}
            onChange={() => onChoose({ take })}
          />
          <span>
            <strong>{t(take)}</strong> <span className="quiet">{t('whoWhen', { who, day })}</span>
            <FieldValue field={field} value={value} language={listing.text_language} />
          </span>
        </label>
      ))}
      {canBeWritten ? (
        <WriteNew {...{ conflict, listing, choice, onChoose, name }} />
      ) : (
        <label className="pick">
          <input
            type="radio"
            name={name}
            checked={choice?.take === 'form'}
            onChange={() => onChoose({ take: 'form' })}
          />
          <strong>{t('inForm')}</strong>
        </label>
      )}
    </fieldset>
  );
}

interface WriteNewProps extends Pick<ConflictPartProps, 'conflict' | 'listing' | 'choice' | 'onChoose'> {
  readonly name: string;
}

function WriteNew({ conflict, listing, choice, onChoose, name }: WriteNewProps) {
  const { t } = useTranslation('vol-outbox');
  const [text, setText] = useState('');
  const [isWriting, setIsWriting] = useState(false);
  const { field, theirs } = conflict;
  const isChosen = isWriting && (choice === null || choice.take === 'written');
  const write = (written: string) => {
    setIsWriting(true);
    setText(written);
    // Nothing written is nothing decided.
    onChoose(written.trim() === '' ? null : { take: 'written', value: valueFrom(written) });
  };
  const valueFrom = (written: string): JsonValue =>
    changesOf({
      field,
      before: theirs.after,
      text: written,
      cause: 'changed',
      method: null,
      country: listing.country,
      at: new Date().toISOString(),
    })[0]?.after ?? null;
  return (
    <>
      <label className="pick">
        <input type="radio" name={name} checked={isChosen} onChange={() => write(text)} />
        <strong>{t('written')}</strong>
      </label>
      {isChosen && (
        <FieldInputs
          field={field}
          label={t('written')}
          value={text}
          isGone={false}
          onChange={write}
          onGone={() => undefined}
        />
      )}
    </>
  );
}
