import { useState } from 'react';
import { withKnownCodes } from '../../../core/known-codes.ts';
import type { Listing } from '../../../core/schema.ts';
import { compactListing, shownListing } from '../../../core/shown-listing.ts';
import { ServiceView } from '../../../page/service/service-view.tsx';
import { useLanguage, useTranslation } from '../../../page/translation.tsx';
import { Digits, ForeignText } from '../../../ui/foreign-text.tsx';
import { Choice } from '../../shared/choice.tsx';
import { SHIPPED_LANGUAGES, WordsIn } from '../../shared/words-in.tsx';

interface SurvivorPreviewProps {
  readonly listing: Listing;
  /** Chosen elsewhere, where two stand beside each other. */
  readonly language?: string;
}

/** The service as the guide shows it, from the same words and parts, in a language of choice and its direction (V6). */
export function SurvivorPreview({ listing, language: given }: SurvivorPreviewProps) {
  const { t } = useTranslation('vol-editor');
  const pageLanguage = useLanguage();
  const [chosen, setChosen] = useState(pageLanguage);
  const language = given ?? chosen;
  return (
    <>
      {!given && (
        <Choice
          label={t('preview.language')}
          value={language}
          options={SHIPPED_LANGUAGES.map(({ code, name }) => ({ id: code, label: name, language: code }))}
          onChange={setChosen}
        />
      )}
      <div className="preview-phone">
        <WordsIn language={language}>
          <ServiceView listing={withKnownCodes(shownListing(compactListing(listing)))} level={2} />
          <Ways listing={listing} />
        </WordsIn>
      </div>
    </>
  );
}

/** The ways to reach it, without links: nobody is called from a preview. */
function Ways({ listing: { channels, text_language: language } }: { readonly listing: Listing }) {
  const { t } = useTranslation('service');
  return (
    <section className="service-section">
      <h3>{t('contact')}</h3>
      <ul className="plain-list">
        {channels.map(({ type, value, label }) => {
          const shown = typeof value === 'string' ? value : value.code;
          return (
            <li key={`${type} ${shown}`}>
              <Digits>{shown}</Digits> {label && <ForeignText language={language}>{label}</ForeignText>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
