import { ANSWERS } from '../../../../core/codes.ts';
import type { Listing } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';
import { useEditor } from './editor-context.tsx';
import { FieldFindings } from './field-findings.tsx';
import { TextField } from './text-field.tsx';

type OnContact = NonNullable<Listing['on_contact']>;

const NOTHING: OnContact = { anonymous: 'unknown', can_hang_up: 'unknown' };

/** Who answers, and what a person who calls need not do: for many that decides whether they call at all. */
export function OnContactFields() {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  const say = useFieldWords();
  const now = listing.on_contact ?? NOTHING;
  const answers = ANSWERS.map((id) => ({ id, label: t(`answers.${id}`) }));
  const write = (change: Partial<OnContact>) => set({ on_contact: said({ ...now, ...change }) });
  return (
    <fieldset className="row-set" data-field="on_contact">
      <legend>{say.label('on_contact')}</legend>
      <TextField
        label={t('fields.whoAnswers')}
        hint={t('fields.whoAnswersHint')}
        value={now.who_answers ?? ''}
        language={listing.text_language}
        onChange={(words) => write({ who_answers: words || undefined })}
      />
      <div className="row-line">
        <Choice
          label={t('fields.anonymous')}
          value={now.anonymous}
          options={answers}
          onChange={(anonymous) => write({ anonymous })}
        />
        <Choice
          label={t('fields.hangUp')}
          value={now.can_hang_up}
          options={answers}
          onChange={(hangUp) => write({ can_hang_up: hangUp })}
        />
      </div>
      <FieldFindings field="on_contact" />
    </fieldset>
  );
}

/** What says nothing is not there. */
function said({ who_answers: who, ...answers }: OnContact): OnContact | undefined {
  const isSilent = !who && answers.anonymous === 'unknown' && answers.can_hang_up === 'unknown';
  return isSilent ? undefined : { ...answers, ...(who ? { who_answers: who } : {}) };
}
