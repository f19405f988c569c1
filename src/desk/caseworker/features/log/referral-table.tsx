import { useState } from 'react';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Icon } from '../../../../ui/icons/icon.tsx';
import { statusOf } from '../../domain/referral.ts';
import { byNextAction } from '../../domain/referral-list.ts';
import { MoveButton, NextAction, ServiceName } from './entry-parts.tsx';
import type { Entry } from './use-entries.ts';

interface TableProps {
  readonly entries: readonly Entry[];
  readonly onMove: (id: string) => void;
}

/** The same as a table, the longest overdue first, or last. */
export function ReferralTable({ entries, onMove }: TableProps) {
  const { t } = useTranslation('desk-referrals');
  const [order, setOrder] = useState<'ascending' | 'descending'>('ascending');
  const sorted = byNextAction(
    entries.map(({ referral }) => referral),
    order,
  ).flatMap((one) => entries.find(({ referral }) => referral === one) ?? []);
  return (
    <div className="wide">
      <table className="table log-table">
        <caption className="visually-hidden">{t('log.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('log.columns.client')}</th>
            <th scope="col">{t('log.columns.service')}</th>
            <th scope="col">{t('log.columns.status')}</th>
            <th scope="col">{t('log.columns.since')}</th>
            <th scope="col" aria-sort={order}>
              <button
                type="button"
                className="link"
                onClick={() => setOrder(order === 'ascending' ? 'descending' : 'ascending')}
              >
                {t('log.columns.next')} <Icon name={order === 'ascending' ? 'down' : 'up'} />
              </button>
            </th>
            <th scope="col">{t('log.columns.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((entry) => (
            <Row key={entry.referral.id} entry={entry} onMove={onMove} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ entry, onMove }: { readonly entry: Entry; readonly onMove: (id: string) => void }) {
  const { t } = useTranslation('desk-referrals');
  const { day } = useDates();
  const { referral, words } = entry;
  return (
    <tr data-status={statusOf(referral)}>
      <th scope="row">{words}</th>
      <td>
        <ServiceName entry={entry} />
      </td>
      <td>{t(`statuses.${statusOf(referral)}`)}</td>
      <td className="number">{day(referral.history.at(-1)?.on ?? '')}</td>
      <td className="number">
        <NextAction entry={entry} />
      </td>
      <td>
        <MoveButton entry={entry} onMove={onMove} />
      </td>
    </tr>
  );
}
