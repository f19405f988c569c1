import type { Check } from '../../../../core/edits/edit.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';

interface LastAnswerProps {
  readonly checks: readonly Check[];
  readonly onTakenBack: () => void;
}

/** That the last answer is kept, and the way to take it back while the server does not have it. */
export function LastAnswer({ checks, onTakenBack }: LastAnswerProps) {
  const { t } = useTranslation('vol-today');
  const { desk } = useVolunteer();
  const { outbox } = useStaffDesk();
  const ids = new Set(checks.map(({ id }) => id));
  const waiting = outbox.filter(({ id }) => ids.has(id));
  const takeBack = async () => {
    await Promise.all(waiting.map(({ id }) => desk.dropEntry(id)));
    onTakenBack();
  };
  const canTakeBack =
    waiting.length > 0 && waiting.length === checks.length && checks[0]?.answer !== 'changed';
  return (
    <div className="last-answer" role="status">
      {checks.length > 0 && (
        <>
          <span>{checks.length > 1 ? t('keptAnd', { many: checks.length - 1 }) : t('kept')}</span>{' '}
          {canTakeBack && (
            <button type="button" className="link" onClick={() => void takeBack()}>
              {t('takeBack')}
            </button>
          )}
        </>
      )}
    </div>
  );
}
