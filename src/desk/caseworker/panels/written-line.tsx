import { useTranslation } from '../../../page/translation.tsx';
import type { Written } from '../use-written.ts';
import { vaultProblemWords } from '../vault-words.ts';

/** What was last written down, and the way to take it back. */
export function WrittenLine({ written }: { readonly written: Written }) {
  const { t } = useTranslation('desk-referrals');
  const { t: clients } = useTranslation('desk-clients');
  return (
    <div className="actions written">
      <p role="status">{written.problem ? vaultProblemWords(clients, written.problem) : written.words}</p>
      {written.canUndo && (
        <button type="button" className="button-quiet" onClick={() => written.undo(t('call.undone'))}>
          {t('call.undo')}
        </button>
      )}
    </div>
  );
}
