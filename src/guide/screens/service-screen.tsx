import { useState } from 'react';
import type { ShownListing } from '../../core/shown-listing.ts';
import { ServiceView } from '../../page/service/service-view.tsx';
import { useTranslation } from '../../page/translation.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { CardsRow } from '../cards-row.tsx';
import { ContactSheet } from '../features/service/contact-sheet.tsx';
import { useListings } from '../features/service/use-listings.ts';
import { SaveButton } from '../save-button.tsx';

/** One service, and what can be done with it. */
export function ServiceScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation('common');
  const listings = useListings([id]);
  if (!listings) return <h1 tabIndex={-1}>…</h1>;
  const [listing] = listings;
  if (!listing) return <h1 tabIndex={-1}>{t('problem.unreadable')}</h1>;
  return <Service listing={listing} />;
}

function Service({ listing }: { readonly listing: ShownListing }) {
  const { t } = useTranslation('service');
  const [isContacting, setContacting] = useState(false);
  return (
    <>
      <ServiceView listing={listing} level={1} />
      <CardsRow />
      <div className="sticky-actions">
        <SaveButton id={listing.id} />
        <button type="button" className="button" onClick={() => setContacting(true)}>
          <Icon name="phone" />
          <span>{t('contact')}</span>
        </button>
      </div>
      {isContacting && <ContactSheet id={listing.id} onClose={() => setContacting(false)} />}
    </>
  );
}
