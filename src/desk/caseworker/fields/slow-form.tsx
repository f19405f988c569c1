import { type ReactNode, useId } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import type { SlowWorkOnScreen } from '../use-slow-work.ts';
import { vaultProblemWords } from '../vault-words.ts';

interface SlowFormProps {
  readonly work: SlowWorkOnScreen;
  readonly label: string;
  /** Why it cannot be sent yet; also what is wrong with what was typed. */
  readonly wrong?: string | null;
  /** What came of it. */
  readonly said?: string;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

/** Fields whose passphrase takes a while to work with: how far it is, a way to stop, and what went wrong. */
export function SlowForm({ work, label, wrong = null, said = '', onSend, children }: SlowFormProps) {
  const { t } = useTranslation('desk-clients');
  const { t: common } = useTranslation('common');
  const problemId = useId();
  const problem = wrong ?? (work.problem && vaultProblemWords(t, work.problem));
  return (
    // Enter sends it. No address: nothing of it goes anywhere (`form-action`).
    <form
      className="form"
      aria-describedby={problemId}
      onSubmit={(event) => {
        event.preventDefault();
        if (!work.isWorking) onSend();
      }}
    >
      {children}
      <div className="actions">
        {/* Not disabled while it works: the focus would be lost. */}
        <button type="submit" className="button" aria-disabled={work.isWorking || undefined}>
          {label}
        </button>
        {work.isWorking && (
          <>
            <progress aria-label={t('working')} {...(work.done === null ? {} : { value: work.done })} />
            <button type="button" className="button-quiet" onClick={work.stop}>
              {common('cancel')}
            </button>
          </>
        )}
      </div>
      <p id={problemId} role="status" className={problem && !work.isWorking ? 'notice' : undefined}>
        {work.isWorking ? t('working') : (problem ?? said)}
      </p>
    </form>
  );
}
