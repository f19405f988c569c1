import { type FormEvent, type ReactNode, useState } from 'react';
import { applyChanges } from '../../../core/edits/changes.ts';
import type { FieldChange, JsonValue, VerifyMethod } from '../../../core/edits/edit.ts';
import type { Listing } from '../../../core/schema.ts';
import { useTranslation } from '../../../page/translation.tsx';
import type { Typed } from '../kept/desk-database.ts';
import { CausePicks } from './cause-picks.tsx';
import { changesOf, inputOf } from './field-change.ts';
import { FieldInputs } from './field-inputs.tsx';
import { FieldValue } from './field-value.tsx';
import { MethodPicks } from './method-picks.tsx';
import { useFieldWords } from './use-field-words.ts';

interface ChangeFormProps {
  readonly listing: Listing;
  readonly field: string;
  readonly before: JsonValue;
  /** Where it is known already how it was found out, as on a call. */
  readonly method?: VerifyMethod;
  /** What was typed here before, and never saved. */
  readonly typed?: Typed | null;
  readonly onTyped?: (typed: Typed) => void;
  readonly onDone: (changes: readonly FieldChange[], method: VerifyMethod | null) => void;
  readonly onCancel: () => void;
}

/** What is so now, whether it was ever otherwise (V2), and how that was found out. */
export function ChangeForm(props: ChangeFormProps) {
  const { listing, field, before, method: known, typed, onTyped, onDone, onCancel } = props;
  const { t } = useTranslation('vol-fields');
  const { t: common } = useTranslation('common');
  const say = useFieldWords();
  const [form, setForm] = useState<Typed>(
    typed ?? { field, text: '', isGone: false, cause: null, method: known ?? null },
  );
  const { text, isGone, cause, method } = form;
  const type = (change: Partial<Typed>) => {
    const next = { ...form, ...change };
    setForm(next);
    onTyped?.(next);
  };
  const [problem, setProblem] = useState<'empty' | 'cause' | 'method' | 'misfit' | null>(null);
  const isReplacing = before !== null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isGone && text.trim() === '') return setProblem('empty');
    if (isReplacing && cause === null) return setProblem('cause');
    if (method === null) return setProblem('method');
    const changes = changesOf({
      field,
      before,
      text: isGone ? null : text,
      cause: isReplacing && cause ? cause : 'added',
      method,
      country: listing.country,
      at: new Date().toISOString(),
    });
    if (!applyChanges(listing, changes).ok) return setProblem('misfit');
    onDone(changes, method);
  };
  return (
    <form className="stack" onSubmit={save}>
      {isReplacing && (
        <Was>
          <FieldValue field={field} value={before} language={listing.text_language} />
        </Was>
      )}
      <FieldInputs
        field={field}
        label={t('form.now', { field: say.label(field) })}
        value={text}
        isGone={isGone}
        onChange={(written) => type({ text: written })}
        onGone={(gone) => type({ isGone: gone })}
      />
      {isReplacing && <CausePicks value={cause} onChange={(chosen) => type({ cause: chosen })} />}
      {!known && <MethodPicks value={method} onChange={(chosen) => type({ method: chosen })} />}
      <p role="alert" className={problem ? 'notice' : ''}>
        {problem && t(`form.problems.${problem}`)}
      </p>
      <p className="quiet">{t('form.second')}</p>
      <div className="answers">
        <button type="submit" className="button answer">
          {t('form.save')}
        </button>
        <button type="button" className="button-quiet answer" onClick={onCancel}>
          {common('cancel')}
        </button>
      </div>
    </form>
  );
}

function Was({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('vol-fields');
  return (
    <div className="was">
      <p className="quiet">{t('form.was')}</p>
      {children}
    </div>
  );
}

/** Whether this small form can hold it. */
export function isWrittenHere(field: string): boolean {
  return inputOf(field).kind !== 'later';
}
