import type { TwinReason } from '../../../../core/edits/duplicates.ts';
import { fieldsOf } from '../../../../core/edits/fields.ts';
import type { Listing } from '../../../../core/schema.ts';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Digits, ForeignText } from '../../../../ui/foreign-text.tsx';
import { FieldValue } from '../../fields/field-value.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';

const ROWS = ['organization.name', 'description', 'needs', 'locations'] as const;

interface TwinsTableProps {
  /** Numbers and pages of what is about to be added. */
  readonly wanted: readonly string[];
  /** The heading that it stands under. */
  readonly labelledBy: string;
  readonly twins: readonly { readonly listing: Listing; readonly why: readonly TwinReason[] }[];
  readonly onOpen: (listingId: string) => void;
}

/** What is about to be added and what may be the same, side by side. */
export function TwinsTable({ wanted, labelledBy, twins, onOpen }: TwinsTableProps) {
  const { t } = useTranslation('vol-editor');
  const listed = useListed();
  const say = useFieldWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="wide" tabIndex={0} aria-labelledby={labelledBy}>
      <table className="table compare">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('new.yours')}</th>
            {twins.map(({ listing, why }) => (
              <th key={listing.id} scope="col">
                <ForeignText language={listing.text_language}>{listing.name}</ForeignText>
                <span className="note">{listed(why.map((one) => t(`twins.${one}`)))}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('new.reach')}</th>
            <td>
              {wanted.map((one) => (
                <p key={one}>
                  <Digits>{one}</Digits>
                </p>
              ))}
            </td>
            {twins.map(({ listing }) => (
              <td key={listing.id}>
                {[...fieldsOf(listing)]
                  .filter(([field]) => field.startsWith('channels.'))
                  .map(([field, value]) => (
                    <FieldValue key={field} field={field} value={value} language={listing.text_language} />
                  ))}
              </td>
            ))}
          </tr>
          {ROWS.map((field) => (
            <tr key={field}>
              <th scope="row">{say.label(field)}</th>
              <td>–</td>
              {twins.map(({ listing }) => (
                <td key={listing.id}>
                  <FieldValue
                    field={field}
                    value={fieldsOf(listing).get(field) ?? null}
                    language={listing.text_language}
                  />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <td />
            <td />
            {twins.map(({ listing }) => (
              <td key={listing.id}>
                <button type="button" className="button-quiet" onClick={() => onOpen(listing.id)}>
                  {t('new.same')}
                </button>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
