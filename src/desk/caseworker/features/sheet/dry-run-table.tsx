import type { CsvFault } from '../../../../core/sheet/read-csv.ts';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import type { DryRun, FoundRow } from '../../domain/brought/dry-run.ts';

/** Nobody reads more of them; all are counted. */
const MOST_SHOWN = 200;

interface DryRunTableProps {
  readonly plan: DryRun;
  readonly faults: readonly CsvFault[];
}

/** What would be added and what not, row by row. Nothing has been yet. */
export function DryRunTable({ plan, faults }: DryRunTableProps) {
  const { t } = useTranslation('desk-files');
  const listed = useListed();
  const rows = plan.rows.slice(0, MOST_SHOWN);
  const counts = {
    add: plan.added.length,
    there: plan.alreadyThere,
    unclear: plan.unclear,
    notFound: plan.notFound,
    faults: faults.length,
  } as const;
  const said = (Object.keys(counts) as (keyof typeof counts)[]).filter(
    (one) => one === 'add' || counts[one] > 0,
  );
  return (
    <>
      <div role="status">
        <ul className="plain-list">
          {said.map((one) => (
            <li key={one}>{t(`open.count.${one}`, { count: counts[one] })}</li>
          ))}
        </ul>
      </div>
      {faults.length > 0 && (
        <p className="note">
          {t('open.faultRows', {
            rows: listed(faults.slice(0, 20).map(({ at }) => String(at))),
          })}
        </p>
      )}
      {rows.length > 0 && (
        <div className="wide">
          <table className="table">
            <caption className="visually-hidden">{t('open.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('open.row')}</th>
                <th scope="col">{t('open.inFile')}</th>
                <th scope="col">{t('open.here')}</th>
                <th scope="col">{t('open.how')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.row.at} {...row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {plan.rows.length > MOST_SHOWN && (
        <p className="note">{t('open.more', { count: plan.rows.length - MOST_SHOWN })}</p>
      )}
    </>
  );
}

function Row({ row, by, listings }: FoundRow) {
  const { t } = useTranslation('desk-files');
  const outcome = listings.length > 1 ? 'unclear' : (by ?? 'notFound');
  return (
    <tr>
      <td className="number">{row.at}</td>
      <td>{row.name === '' ? '–' : <ForeignText>{row.name}</ForeignText>}</td>
      <td>
        {listings.length === 0
          ? '–'
          : listings.slice(0, 4).map(({ id, name, language }) => (
              <div key={id}>
                <ForeignText language={language}>{name}</ForeignText>
              </div>
            ))}
      </td>
      <td>{t(`open.by.${outcome}`)}</td>
    </tr>
  );
}
