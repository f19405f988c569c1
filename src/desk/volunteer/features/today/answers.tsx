import type { CheckAnswer } from '../../../../core/edits/edit.ts';
import { useTranslation } from '../../../../page/translation.tsx';

interface AnswersProps {
  /** Whether there is something that could still be right. */
  readonly hasValue: boolean;
  readonly onAnswer: (answer: CheckAnswer) => void;
  readonly onChanged: () => void;
}

/** Where nothing is known yet, the answer is what is so. */
export function Answers({ hasValue, onAnswer, onChanged }: AnswersProps) {
  const { t } = useTranslation('vol-today');
  return (
    <div className="answers">
      {hasValue && (
        <button type="button" className="button answer" onClick={() => onAnswer('still-right')}>
          {t('stillRight')}
        </button>
      )}
      <button
        type="button"
        className={hasValue ? 'button-quiet answer' : 'button answer answer-whole'}
        onClick={onChanged}
      >
        {hasValue ? t('changed') : t('answer')}
      </button>
      <button type="button" className="button-quiet answer" onClick={() => onAnswer('cannot-tell')}>
        {t('cannotTell')}
      </button>
      <button type="button" className="button-quiet answer" onClick={() => onAnswer('skipped')}>
        {t('skip')}
      </button>
    </div>
  );
}
