import { VERIFY_METHODS } from '../../../../core/edits/edit.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { DateField } from '../../../shared/fields/date-field.tsx';
import { todayHere } from '../../../shared/use-today.ts';
import { Picks } from '../../fields/picks.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';
import type { ListingForm } from './listing-form.ts';
import { TextField } from './text-field.tsx';

interface HowKnownProps {
  readonly form: ListingForm;
  readonly isTried: boolean;
  readonly onChange: (change: Partial<ListingForm>) => void;
}

/** How the person found it out and when, and a word to whoever checks it. */
export function HowKnown({ form, isTried, onChange }: HowKnownProps) {
  const { t } = useTranslation('vol-editor');
  const say = useFieldWords();
  return (
    <>
      <Picks
        label={t('known.method')}
        options={VERIFY_METHODS.map((id) => ({ id, label: say.word('methods', id) }))}
        value={form.method}
        onChange={(method) => onChange({ method })}
      />
      {isTried && form.method === null && <p className="field-problem">{t('known.methodMissing')}</p>}
      <DateField
        label={t('known.on')}
        value={form.verifiedOn}
        onChange={(day) => onChange({ verifiedOn: day > todayHere() ? todayHere() : day })}
      />
      <TextField
        label={t('known.comment')}
        hint={t('known.commentHint')}
        rows={2}
        value={form.comment}
        onChange={(comment) => onChange({ comment })}
      />
    </>
  );
}
