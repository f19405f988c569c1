import { useState } from 'react';
import { dayPartsLeft } from '../../../../core/edits/attempts.ts';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useVolunteer } from '../../desk-context.tsx';
import type { KeptListing } from '../../kept/desk-database.ts';

interface NobodyAnsweredProps {
  readonly kept: KeptListing;
  /** Instants at which nobody did, since somebody last had an answer. */
  readonly noAnswer: readonly number[];
  readonly isForReviewer: boolean;
  readonly hasAnswers: boolean;
  readonly onNobody: () => void;
}

/** Tried again at another time of their day; after three times a reviewer decides (V3). */
export function NobodyAnswered(props: NobodyAnsweredProps) {
  const { kept, noAnswer, isForReviewer, hasAnswers, onNobody } = props;
  const { t } = useTranslation('vol-call');
  const listed = useListed();
  const { desk, workspace } = useVolunteer();
  const [isSaid, setIsSaid] = useState(false);
  const parts = dayPartsLeft(noAnswer, kept.listing.hours?.timezone ?? 'UTC');
  const leave = () => {
    workspace.set({ calling: null });
    void desk.exchange();
  };
  return (
    <div className="stack nobody" role="status">
      {noAnswer.length > 0 && (
        <p className="notice">
          {t('tries', { many: noAnswer.length })}{' '}
          {isForReviewer
            ? t('forReviewer')
            : t('tryIn', { parts: listed(parts.map((part) => t(`parts.${part}`))) })}
        </p>
      )}
      {isSaid ? (
        <button type="button" className="button button-wide" onClick={leave}>
          {t('toNext')}
        </button>
      ) : (
        !hasAnswers && (
          <button
            type="button"
            className="button-quiet button-wide"
            onClick={() => {
              setIsSaid(true);
              onNobody();
            }}
          >
            {t('nobody')}
          </button>
        )
      )}
    </div>
  );
}
