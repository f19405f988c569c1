import type { SheetAddition } from '../../../../core/sheet/sheet.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { TwinsTable } from '../editor/twins-table.tsx';
import { nameIn } from './row-by-row.tsx';

const MOST_SHOWN = 3;
// A table each: more of them at once would take a phone seconds to draw.
const MOST_OPEN = 20;

interface NewRowsProps {
  readonly rows: readonly SheetAddition[];
  /** Rows of which somebody said that they are of another service. */
  readonly others: ReadonlySet<number>;
  readonly onOthers: (others: ReadonlySet<number>) => void;
}

/** New rows that may be of a service that is there, each beside it (V5). */
export function NewRows({ rows, others, onOthers }: NewRowsProps) {
  const { t } = useTranslation('vol-import');
  const choose = (at: number, isOther: boolean) => {
    const next = new Set(others);
    if (isOther) next.add(at);
    else next.delete(at);
    onOthers(next);
  };
  const open = rows.filter(({ at }) => !others.has(at));
  const shown = new Set(open.slice(0, MOST_OPEN));
  const isShown = (row: SheetAddition) => others.has(row.at) || shown.has(row);
  return (
    <>
      <h3>{t('twins.title')}</h3>
      <p>{t('twins.why')}</p>
      {rows.filter(isShown).map((row) => (
        <article key={row.at} className="part" aria-labelledby={`row-${row.at}`}>
          <h4 id={`row-${row.at}`}>
            {t('flags.at', { row: row.at })}:{' '}
            <ForeignText language={undefined}>{nameIn(row.changes)}</ForeignText>
          </h4>
          <Beside row={row} />
          <label className="pick">
            <input
              type="checkbox"
              checked={others.has(row.at)}
              onChange={({ target }) => choose(row.at, target.checked)}
            />
            {t('twins.other')}
          </label>
        </article>
      ))}
      {open.length > MOST_OPEN && <p>{t('dry.more', { count: open.length - MOST_OPEN })}</p>}
    </>
  );
}

function Beside({ row: { at, changes, twins } }: { readonly row: SheetAddition }) {
  const { t } = useTranslation('vol-import');
  const { directory } = useStaffDesk();
  const { workspace } = useVolunteer();
  const held = twins.flatMap((twin) => {
    const listing = 'listingId' in twin ? directory.get(twin.listingId)?.listing : undefined;
    return listing ? [{ listing, why: twin.why }] : [];
  });
  const rows = twins.flatMap((twin) => ('row' in twin ? twin.row : []));
  const ways = changes.flatMap(({ field }) => /^channels\.[a-z-]+:(.+)$/s.exec(field)?.[1] ?? []);
  return (
    <>
      {rows.map((row) => (
        <p key={row}>{t('twins.row', { row })}</p>
      ))}
      {held.length > 0 && (
        <TwinsTable
          labelledBy={`row-${at}`}
          wanted={ways}
          twins={held.slice(0, MOST_SHOWN)}
          onOpen={(listingId) => workspace.set({ editing: { listingId } })}
        />
      )}
    </>
  );
}
