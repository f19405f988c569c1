import type { ShownListing } from '../../../../core/shown-listing.ts';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { PRIVATE_ATTRIBUTES } from '../../../../ui/private-field/private-attributes.ts';
import { riskyWordsIn } from '../../domain/discreet.ts';

/** As long as a name on a small screen. */
const MOST_ALIAS = 40;

interface AliasFieldsProps {
  readonly listings: readonly ShownListing[];
  readonly typed: Readonly<Record<string, string>>;
  /** What each is called until somebody types another. */
  readonly unset: Readonly<Record<string, string>>;
  readonly onChange: (typed: Readonly<Record<string, string>>) => void;
}

/** The name under which each service is told. */
export function AliasFields({ listings, typed, unset, onChange }: AliasFieldsProps) {
  const { t } = useTranslation('desk-sheets');
  const listed = useListed();
  return (
    <div className="hand-over-aliases">
      {listings.map(({ id, name }) => {
        const alias = typed[id] ?? '';
        const risky = riskyWordsIn(alias);
        return (
          <label key={id} className="field">
            <span>{t('builder.alias', { name })}</span>
            <input
              type="text"
              className="input"
              value={alias}
              placeholder={unset[id]}
              maxLength={MOST_ALIAS}
              {...PRIVATE_ATTRIBUTES}
              aria-invalid={risky.length > 0}
              onChange={(event) => onChange({ ...typed, [id]: event.target.value })}
            />
            {risky.length > 0 && (
              <span role="alert" className="note">
                {t('builder.risky', { words: listed(risky) })}
              </span>
            )}
          </label>
        );
      })}
    </div>
  );
}
