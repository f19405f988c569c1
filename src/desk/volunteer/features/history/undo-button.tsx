import { useCallback, useState } from 'react';
import type { HistoryStep, KeptEdit } from '../../../../core/desk-api.ts';
import { succeed } from '../../../../core/result.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useVolunteer } from '../../desk-context.tsx';
import type { PasskeyProblem } from '../../passkeys.ts';
import { useProblemWords } from '../../problem-words.ts';
import { calls } from '../../staff-calls.ts';
import { withStepUp } from '../../step-up.ts';
import { useAnswer } from '../../use-answer.ts';

const DAY = 86_400_000;

interface UndoButtonProps {
  readonly step: HistoryStep;
  readonly editId: string;
  readonly onUndone: () => void;
}

/** Within a day, by who wrote it or who approved it: one tap (V11). The server says whether it may still be. */
export function UndoButton({ step, editId, onUndone }: UndoButtonProps) {
  const { t } = useTranslation('vol-history');
  const { desk } = useVolunteer();
  const problemWords = useProblemWords();
  const [problem, setProblem] = useState<PasskeyProblem | null>(null);
  const isRecent = Date.now() - Date.parse(step.at) < DAY;
  const question = useCallback(
    () => (isRecent ? calls.edit(editId) : Promise.resolve(succeed(null))),
    [editId, isRecent],
  );
  const { value: edit } = useAnswer<Pick<KeptEdit, 'undoUntil'> | null>(question);
  if (!edit?.undoUntil || Date.parse(edit.undoUntil) < Date.now()) return null;
  const undo = async () => {
    const answer = await withStepUp(() => calls.undo(editId));
    if (!answer.ok) return setProblem(answer.problem);
    await desk.exchange();
    onUndone();
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void undo()}>
        {t('undo')}
      </button>
      {problem && <span role="alert">{problemWords(problem)}</span>}
    </>
  );
}
