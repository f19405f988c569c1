import { useMemo, useState } from 'react';
import {
  fieldCounts,
  isReadyToReview,
  type SheetFlag,
  type SheetPlan,
} from '../../../../core/sheet/sheet.ts';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';
import type { Directory } from '../../kept/staff-directory.ts';
import { useFindingWords } from '../editor/finding-words.ts';
import { NewRows } from './new-rows.tsx';
import { RowByRow } from './row-by-row.tsx';
import { TakeSheet } from './take-sheet.tsx';

const MOST_FLAGS = 50;

/** What it would do, field by field and row by row, and what has to be mended first. */
export function DryRun({ plan, seen }: { readonly plan: SheetPlan; readonly seen: Directory }) {
  const { t } = useTranslation('vol-import');
  const listed = useListed();
  const { changes, additions, unchanged, strangeColumns } = plan;
  const isNothing = changes.length + additions.length === 0;
  const alike = useMemo(() => additions.filter(({ twins }) => twins.length > 0), [additions]);
  const [others, setOthers] = useState<ReadonlySet<number>>(new Set());
  const isReady = isReadyToReview(plan);
  return (
    <>
      <h3>{t('dry.title')}</h3>
      <p>
        {isNothing && t('dry.nothing')} {changes.length > 0 && t('dry.changes', { count: changes.length })}{' '}
        {additions.length > 0 && t('dry.additions', { count: additions.length })}{' '}
        {t('dry.unchanged', { count: unchanged })}
      </p>
      {strangeColumns.length > 0 && (
        <p className="quiet">{t('dry.columns', { list: listed(strangeColumns) })}</p>
      )}
      <Counts plan={plan} />
      <Flags flags={plan.flags} />
      {!isNothing && <RowByRow plan={plan} />}
      {isReady && alike.length > 0 && <NewRows rows={alike} others={others} onOthers={setOthers} />}
      {isReady ? (
        !isNothing && (
          <TakeSheet plan={plan} seen={seen} isLookedAt={alike.every(({ at }) => others.has(at))} />
        )
      ) : (
        <p className="notice">{t('dry.mend')}</p>
      )}
    </>
  );
}

function Counts({ plan }: { readonly plan: SheetPlan }) {
  const { t } = useTranslation('vol-import');
  const say = useFieldWords();
  const counts = fieldCounts(plan);
  if (counts.length === 0) return null;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('dry.field')}</th>
          <th scope="col">{t('dry.added')}</th>
          <th scope="col">{t('dry.changed')}</th>
          <th scope="col">{t('dry.removed')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ field, added, changed, removed }) => (
          <tr key={field}>
            <th scope="row">{say.label(field)}</th>
            <td className="number">{added}</td>
            <td className="number">{changed}</td>
            <td className="number">{removed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Flags({ flags }: { readonly flags: readonly SheetFlag[] }) {
  const { t } = useTranslation('vol-import');
  const findingWords = useFindingWords();
  if (flags.length === 0) return null;
  const words = ({ kind, finding }: SheetFlag) =>
    finding ? findingWords({ ...finding, place: finding.field }) : t(`flags.${kind}`);
  return (
    <>
      <h3>{t('flags.title', { count: flags.length })}</h3>
      <ul className="plain-list">
        {flags.slice(0, MOST_FLAGS).map((flag) => (
          <li key={`${flag.at} ${flag.column} ${flag.kind} ${flag.finding?.field}`}>
            {t('flags.at', { row: flag.at })} {flag.column && <bdi dir="ltr">{flag.column}</bdi>}:{' '}
            {words(flag)}
          </li>
        ))}
      </ul>
      {flags.length > MOST_FLAGS && <p>{t('dry.more', { count: flags.length - MOST_FLAGS })}</p>}
    </>
  );
}
