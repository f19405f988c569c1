import { useCallback, useMemo, useState } from 'react';
import type { KeptEdit } from '../../../../core/desk-api.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useProblemWords } from '../../problem-words.ts';
import { calls } from '../../staff-calls.ts';
import { useAnswer } from '../../use-answer.ts';
import { EditReview } from './edit-review.tsx';
import { inReviewOrder } from './review-order.ts';
import { useListingName } from './use-listing-name.ts';
import { useReviewKeys } from './use-review-keys.ts';

/** What others proposed, one beside the list of all that waits (V10). */
export function ReviewScreen() {
  const { t } = useTranslation('vol-review');
  const problemWords = useProblemWords();
  const pending = useAnswer(useCallback(() => calls.edits('pending'), []));
  const [chosen, setChosen] = useState<string | null>(null);
  const [decided, setDecided] = useState<string | null>(null);
  const edits = useMemo(() => inReviewOrder(pending.value ?? []), [pending.value]);
  const at = Math.max(
    0,
    edits.findIndex(({ edit }) => edit.id === chosen),
  );
  const current = edits[at];
  const step = (by: number) =>
    setChosen(edits[Math.min(edits.length - 1, Math.max(0, at + by))]?.edit.id ?? null);
  useReviewKeys({ j: () => step(1), k: () => step(-1) });
  return (
    <div className="wide-screen">
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p role="status" className={pending.problem || decided ? 'notice notice-quiet' : 'quiet'}>
        {pending.problem &&
          problemWords(pending.problem.kind === 'offline' ? 'offline' : pending.problem.code)}
        {!pending.problem && (decided ?? (pending.value && t('waiting', { count: edits.length })))}
      </p>
      {current && (
        <div className="review">
          <EditList edits={edits} current={current} onChoose={setChosen} />
          <EditReview
            key={`${current.edit.id} ${current.hash}`}
            kept={current}
            onDecided={(words) => {
              setDecided(words);
              setChosen(edits[at + 1]?.edit.id ?? null);
              pending.again();
            }}
          />
        </div>
      )}
      {current && <p className="note keys-note">{t('keys')}</p>}
    </div>
  );
}

interface EditListProps {
  readonly edits: readonly KeptEdit[];
  readonly current: KeptEdit;
  readonly onChoose: (id: string) => void;
}

function EditList({ edits, current, onChoose }: EditListProps) {
  const { t } = useTranslation('vol-review');
  const { day } = useDates();
  const nameOf = useListingName();
  return (
    <nav className="review-list" aria-label={t('list')}>
      {edits.map((kept) => (
        <button
          key={kept.edit.id}
          type="button"
          className="review-item"
          aria-current={kept === current ? 'true' : undefined}
          onClick={() => onChoose(kept.edit.id)}
        >
          <span className="review-name">{nameOf(kept)}</span>
          <span className="note">
            {kept.isRisky && <strong className="risk-mark">{t('risky')}</strong>}
            {kept.cannotDecide && `${t('own')} · `}
            {kept.author.name} · {day(kept.madeAt.slice(0, 10))}
          </span>
        </button>
      ))}
    </nav>
  );
}
