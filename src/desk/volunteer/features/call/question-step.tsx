import { useState } from 'react';
import type { CheckAnswer } from '../../../../core/edits/edit.ts';
import type { Question } from '../../../../core/edits/questions.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { FieldValue } from '../../fields/field-value.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';
import type { KeptListing } from '../../kept/desk-database.ts';
import { useFieldDraft } from '../../use-field-draft.ts';
import { FieldForm } from '../editor/field-form.tsx';
import { BY_CALL, type CallInHand } from './use-call.ts';

interface QuestionStepProps {
  readonly kept: KeptListing;
  readonly question: Question;
  readonly call: CallInHand;
}

/** One question of a call: its words, what is known, and what was answered. */
export function QuestionStep({ kept, question, call }: QuestionStepProps) {
  const { t } = useTranslation('vol-today');
  const say = useFieldWords();
  const draft = useFieldDraft(kept, question.field);
  const [isChanging, setIsChanging] = useState(draft.typed !== null);
  const { listing } = kept;
  const { field, value } = question;
  const outcome = call.outcomes.get(field);
  const stopChanging = () => {
    setIsChanging(false);
    draft.drop();
  };
  const give = (answer: CheckAnswer) => {
    stopChanging();
    call.answer(field, answer);
  };
  const ways = [
    ...(value === null
      ? []
      : [{ answer: 'still-right', label: t('stillRight'), act: () => give('still-right') }]),
    { answer: 'changed', label: value === null ? t('answer') : t('changed'), act: () => setIsChanging(true) },
    { answer: 'cannot-tell', label: t('cannotTell'), act: () => give('cannot-tell') },
  ];
  return (
    <>
      <p className="said">{say.spoken(field, value !== null)}</p>
      <div className="was">
        <p className="quiet">{say.label(field)}</p>
        <FieldValue field={field} value={value} language={listing.text_language} />
      </div>
      {isChanging ? (
        <FieldForm
          kept={kept}
          field={field}
          before={value}
          draft={draft}
          method={BY_CALL}
          onDone={(edit) => {
            stopChanging();
            call.change(field, edit);
          }}
          onCancel={stopChanging}
        />
      ) : (
        <div className="outcomes">
          {ways.map(({ answer, label, act }) => (
            <button
              key={answer}
              type="button"
              className={outcome === answer ? 'button answer' : 'button-quiet answer'}
              aria-pressed={outcome === answer}
              onClick={act}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
