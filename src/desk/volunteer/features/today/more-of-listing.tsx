import type { Listing } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useNames } from '../../../shared/names.ts';

interface MoreOfListingProps {
  readonly listing: Listing;
  /** Then words that may tell of violence are behind a second fold (V16). */
  readonly isLight: boolean;
}

export function MoreOfListing({ listing, isLight }: MoreOfListingProps) {
  const { t } = useTranslation('vol-today');
  const names = useNames();
  return (
    <details className="fold">
      <summary>{t('more')}</summary>
      <p>
        <ForeignText language={listing.text_language}>{listing.organization.name}</ForeignText>
      </p>
      <p className="quiet">{names.listed(listing.needs.map(names.need))}</p>
      {isLight ? (
        <details className="fold">
          <summary>{t('heavy')}</summary>
          <Words listing={listing} />
        </details>
      ) : (
        <Words listing={listing} />
      )}
    </details>
  );
}

function Words({ listing }: { readonly listing: Listing }) {
  const { description, notes, text_language: language } = listing;
  return (
    <>
      {[description, ...notes].map((words) => (
        <p key={words}>
          <ForeignText language={language}>{words}</ForeignText>
        </p>
      ))}
    </>
  );
}
