import { useEffect, useState } from 'react';
import type { Check } from '../../../../core/edits/edit.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useToday } from '../../../shared/use-today.ts';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import type { Draft } from '../../kept/desk-database.ts';
import { knownChecks } from '../../own-checks.ts';
import { useChecksAtFirst, useQueue } from '../../use-queue.ts';
import { Card } from './card.tsx';
import { answeredOn, cardOf, type Pinned } from './deck.ts';
import { LastAnswer } from './last-answer.tsx';

/** The deck: one listing, one question (V1). */
export function TodayScreen() {
  const { t } = useTranslation('vol-today');
  const { desk, workspace } = useVolunteer();
  const state = useStaffDesk();
  const { preferences, directory } = state;
  const today = useToday();
  const first = useChecksAtFirst();
  const queue = useQueue(first.checks, first.now);
  const [at, setAt] = useState({ listingId: null as string | null, asked: 0 });
  const [pinned, setPinned] = useState<Pinned | null>(() => workspace.get().asking ?? begunOf(state.drafts));
  // Once: the next time the deck is opened it lies as it comes.
  useEffect(() => workspace.set({ asking: null }), [workspace]);
  const [last, setLast] = useState<readonly Check[]>([]);
  const checks = knownChecks(state);
  const card = cardOf({ queue, checks, now: Date.now(), preferences, today, at, pinned });
  const lying = card.kind === 'card' ? { listingId: card.kept.id, field: card.question.field } : null;
  if (lying?.listingId !== pinned?.listingId || lying?.field !== pinned?.field) setPinned(lying);
  const answered = answeredOn(checks, today);
  const onAnswered = (given: readonly Check[], isStaying: boolean) => {
    setLast(given);
    setPinned(null);
    const listingId = given[0]?.listingId ?? null;
    setAt(
      isStaying
        ? { listingId, asked: at.listingId === listingId ? at.asked + 1 : 1 }
        : { listingId, asked: Number.POSITIVE_INFINITY },
    );
  };
  return (
    <>
      <h1 tabIndex={-1} className={card.kind === 'card' ? 'visually-hidden' : ''}>
        {t('title')}
      </h1>
      {card.kind === 'card' ? (
        <Card
          key={`${card.kept.id} ${card.question.field}`}
          kept={card.kept}
          question={card.question}
          why={card.row.why}
          onAnswered={onAnswered}
          onSnooze={(until) => {
            setLast([]);
            void desk.prefer({ snoozed: { ...preferences.snoozed, [card.kept.id]: until } });
          }}
        />
      ) : (
        <NoCard kind={directory.size === 0 ? 'empty' : card.kind} count={answered} />
      )}
      <LastAnswer checks={last} onTakenBack={() => setLast([])} />
    </>
  );
}

/** After a page was closed in the middle of a change, that one lies there first. */
function begunOf(drafts: readonly Draft[]): Pinned | null {
  const last = drafts.toSorted((one, other) => (one.changedAt < other.changedAt ? 1 : -1))[0];
  return last?.typed ? { listingId: last.listingId, field: last.typed.field } : null;
}

interface NoCardProps {
  readonly kind: 'empty' | 'done' | 'enough' | 'resting';
  readonly count: number;
}

function NoCard({ kind, count }: NoCardProps) {
  const { t } = useTranslation('vol-today');
  const { desk } = useVolunteer();
  const { preferences, isBusy } = useStaffDesk();
  const { day } = useDates();
  return (
    <div className="stack">
      <p className="lead">
        {kind === 'resting' && preferences.restUntil
          ? t('resting', { date: day(preferences.restUntil) })
          : kind === 'resting'
            ? ''
            : kind === 'empty' && isBusy
              ? t('fetching')
              : t(kind)}
      </p>
      {count > 0 && <p className="kept-alive">{t('todayCount', { count })}</p>}
      {kind === 'enough' && (
        <button
          type="button"
          className="button-quiet button-wide"
          onClick={() => void desk.prefer({ mostADay: null })}
        >
          {t('goOn')}
        </button>
      )}
      {kind === 'resting' && (
        <button
          type="button"
          className="button-quiet button-wide"
          onClick={() => void desk.prefer({ restUntil: null })}
        >
          {t('goOn')}
        </button>
      )}
    </div>
  );
}
