import { useId } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { boardOf, type Column } from '../../domain/referral-list.ts';
import { MoveButton, NextAction, ServiceName } from './entry-parts.tsx';
import type { Entry } from './use-entries.ts';

interface BoardProps {
  readonly entries: readonly Entry[];
  readonly onMove: (id: string) => void;
}

/** A column a status, each a list with its heading and its count; what moves one is a button. */
export function ReferralBoard({ entries, onMove }: BoardProps) {
  const columns = boardOf(entries.map(({ referral }) => referral));
  return (
    <div className="board">
      {columns.map((column) => (
        <BoardColumn key={column.status} column={column} entries={entries} onMove={onMove} />
      ))}
    </div>
  );
}

function BoardColumn({ column, entries, onMove }: BoardProps & { readonly column: Column }) {
  const { t } = useTranslation('desk-referrals');
  const titleId = useId();
  const shown = column.referrals.flatMap((one) => entries.find(({ referral }) => referral === one) ?? []);
  return (
    <section className="board-column" aria-labelledby={titleId} data-status={column.status}>
      <h2 id={titleId}>
        {t(`statuses.${column.status}`)} <span className="quiet">{shown.length}</span>
      </h2>
      {shown.length > 0 && (
        <ul className="plain-list">
          {shown.map((entry) => (
            <li key={entry.referral.id} className="board-card">
              <strong>{entry.words}</strong>
              <span>
                <ServiceName entry={entry} />
              </span>
              <span className="note">
                <NextAction entry={entry} />
              </span>
              <MoveButton entry={entry} onMove={onMove} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
