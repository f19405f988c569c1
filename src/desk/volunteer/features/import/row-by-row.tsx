import type { FieldChange } from '../../../../core/edits/edit.ts';
import type { SheetPlan } from '../../../../core/sheet/sheet.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useStaffDesk } from '../../desk-context.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';

const MOST_ROWS = 100;

/** What each row of the sheet will do: which service, and which of its fields. */
export function RowByRow({ plan: { changes, additions } }: { readonly plan: SheetPlan }) {
  const { t } = useTranslation('vol-import');
  const { directory } = useStaffDesk();
  const say = useFieldWords();
  const rows = [
    ...changes.map((row) => ({ ...row, listing: directory.get(row.listingId)?.listing, isNew: false })),
    ...additions.map((row) => ({ ...row, listing: undefined, isNew: true })),
  ].toSorted((one, other) => one.at - other.at);
  return (
    <details className="fold">
      <summary>{t('dry.rows')}</summary>
      <ul className="plain-list">
        {rows.slice(0, MOST_ROWS).map(({ at, listing, isNew, changes: made, warnings }) => (
          <li key={at} className="line-item">
            <span>
              {t('flags.at', { row: at })}:{' '}
              <ForeignText language={listing?.text_language}>{listing?.name ?? nameIn(made)}</ForeignText>
            </span>
            <span className="quiet">
              {isNew
                ? t('dry.isNew')
                : say.names.listed([...new Set(made.map(({ field }) => say.label(field)))])}
              {warnings.length > 0 && ` ${t('dry.isDraft')}`}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > MOST_ROWS && <p>{t('dry.more', { count: rows.length - MOST_ROWS })}</p>}
    </details>
  );
}

/** What a new row calls its service. */
export function nameIn(changes: readonly FieldChange[]): string {
  const name = changes.find(({ field }) => field === 'name')?.after;
  return typeof name === 'string' ? name : '';
}
