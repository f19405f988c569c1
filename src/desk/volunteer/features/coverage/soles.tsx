import { useState } from 'react';
import type { Sole } from '../../../../core/edits/coverage.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useNames } from '../../../shared/names.ts';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import type { AreaChoice } from './coverage-table.ts';

const AT_ONCE = 12;

interface SolesProps {
  readonly soles: readonly Sole[];
  readonly choice: AreaChoice;
}

/** Services that are the only ones of their kind: when one of them goes, nobody is there. */
export function Soles({ soles, choice }: SolesProps) {
  const { t } = useTranslation('vol-coverage');
  const { workspace } = useVolunteer();
  const { directory } = useStaffDesk();
  const names = useNames();
  const [isWhole, setIsWhole] = useState(false);
  const here = soles.filter(({ area }) => choice.kind === 'all' || area === choice.area);
  const shown = isWhole ? here : here.slice(0, AT_ONCE);
  return (
    <section className="part" aria-labelledby="soles-title">
      <h2 id="soles-title">{t('soles.title')}</h2>
      {here.length === 0 && <p className="quiet">{t('soles.none')}</p>}
      <ul className="plain-list">
        {shown.map(({ listingId, need, language, area }) => {
          const listing = directory.get(listingId)?.listing;
          return (
            <li key={`${listingId} ${need} ${language} ${area}`} className="line-item">
              <span>
                {t('soles.only', { need: names.need(need), language: names.language(language) })}
                {area && (
                  <>
                    {' · '}
                    <ForeignText>{area}</ForeignText>
                  </>
                )}
              </span>
              {listing && (
                <button
                  type="button"
                  className="link"
                  onClick={() => workspace.set({ editing: { listingId } })}
                >
                  <ForeignText language={listing.text_language}>{listing.name}</ForeignText>
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {here.length > shown.length && (
        <button type="button" className="button-quiet" onClick={() => setIsWhole(true)}>
          {t('more', { count: here.length - shown.length })}
        </button>
      )}
    </section>
  );
}
