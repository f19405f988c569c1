import { useState } from 'react';
import type { ShownListing } from '../../core/shown-listing.ts';
import { useTranslation } from '../../page/translation.tsx';
import { Digits, ForeignText } from '../../ui/foreign-text.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { useGuide, useSession } from '../context.tsx';
import { KeptList } from '../features/kept-list/kept-list.tsx';
import { usableChannels } from '../features/service/contact-channel.ts';
import { ContactSheet } from '../features/service/contact-sheet.tsx';
import { useListings } from '../features/service/use-listings.ts';

/** Two or three services in memory. Nothing of it is written anywhere but where she keeps it on purpose, sealed. */
export function SavedScreen() {
  const { t } = useTranslation('saved');
  const { session } = useGuide();
  const { saved, isListOpen } = useSession();
  const listings = useListings(saved);
  const [showsNumbers, setShowsNumbers] = useState(false);
  const [contact, setContact] = useState<string | null>(null);
  const move = (id: string, by: number) => {
    const from = saved.indexOf(id);
    const order = saved.filter((one) => one !== id);
    order.splice(from + by, 0, id);
    session.set({ saved: order });
  };
  const shown = saved.flatMap((id) => listings?.find((listing) => listing.id === id) ?? []);
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      {saved.length === 0 ? (
        <p>{t('empty')}</p>
      ) : (
        <>
          {!isListOpen && <p className="quiet">{t('memory')}</p>}
          <div className="actions">
            <button type="button" className="button-quiet" onClick={() => setShowsNumbers(!showsNumbers)}>
              {showsNumbers ? t('hideNumbers') : t('numbers')}
            </button>
            <button type="button" className="button-quiet" onClick={() => session.set({ saved: [] })}>
              {t('clear')}
            </button>
          </div>
        </>
      )}
      <ul className="plain-list cards">
        {shown.map((listing, index) => (
          <li key={listing.id} className="card">
            <button
              type="button"
              className="card-name"
              onClick={() => session.open({ name: 'service', id: listing.id })}
            >
              <ForeignText language={listing.text_language}>{listing.name}</ForeignText>
            </button>
            {showsNumbers && <Numbers listing={listing} />}
            <div className="card-actions">
              {!showsNumbers && (
                <Moves
                  name={listing.name}
                  index={index}
                  count={shown.length}
                  onMove={(by) => move(listing.id, by)}
                />
              )}
              <button type="button" className="button" onClick={() => setContact(listing.id)}>
                <Icon name="phone" />
                <Contact />
              </button>
            </div>
          </li>
        ))}
      </ul>
      <KeptList />
      <button
        type="button"
        className="row-button receive-open"
        onClick={() => session.open({ name: 'receive' })}
      >
        <Receive />
      </button>
      {contact && <ContactSheet id={contact} onClose={() => setContact(null)} />}
    </>
  );
}

function Receive() {
  const { t } = useTranslation('receive');
  return <span>{t('title')}</span>;
}

function Contact() {
  const { t } = useTranslation('service');
  return <span>{t('contact')}</span>;
}

function Numbers({ listing }: { readonly listing: ShownListing }) {
  return usableChannels(listing.channels)
    .filter(({ type }) => type === 'phone' || type === 'sms' || type === 'relay')
    .map(({ shown }) => (
      <p key={shown} className="big-number">
        <Digits>{shown}</Digits>
      </p>
    ));
}

interface MovesProps {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (by: number) => void;
}

function Moves({ name, index, count, onMove }: MovesProps) {
  const { t } = useTranslation('saved');
  if (count < 2) return null;
  return (
    <span className="moves">
      <button
        type="button"
        className="button-quiet"
        aria-label={t('up', { name })}
        disabled={index === 0}
        onClick={() => onMove(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="button-quiet"
        aria-label={t('down', { name })}
        disabled={index === count - 1}
        onClick={() => onMove(1)}
      >
        <Icon name="down" />
      </button>
    </span>
  );
}
