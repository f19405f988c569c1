import { useState } from 'react';
import type { HandedContact } from '../../core/hand-over/contacts.ts';
import { useDates } from '../../page/dates.ts';
import { useTranslation } from '../../page/translation.tsx';
import { Digits, ForeignText } from '../../ui/foreign-text.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { useGuide, useSession } from '../context.tsx';
import { HoursLines } from '../features/receive/hours-lines.tsx';
import { ServiceCard } from '../features/results/service-card.tsx';
import { ContactSheet } from '../features/service/contact-sheet.tsx';
import { NumberSheet } from '../features/service/number-sheet.tsx';
import type { Received } from '../session.ts';
import { useReply } from '../use-reply.ts';

/** What somebody shared, and where it comes from. It asks nothing, and is gone with this screen unless she keeps it (S15). */
export function ReceivedScreen({ list }: { readonly list: Received }) {
  return list.kind === 'listings' ? <Listings {...list} /> : <Contacts {...list} />;
}

/** Services of the lists on this phone: what is told of them is the list's, not the code's. */
function Listings({ ids, missing }: Extract<Received, { kind: 'listings' }>) {
  const { t } = useTranslation('receive');
  const [instant] = useState(Date.now);
  const [contact, setContact] = useState<string | null>(null);
  const hits = useReply({ kind: 'hits', ids, instant });
  return (
    <>
      <h1 tabIndex={-1}>{t('received.title', { count: ids.length + missing })}</h1>
      <p>{t('received.fromLists')}</p>
      {missing > 0 && <p className="notice">{t('received.missing', { count: missing })}</p>}
      <Keep ids={ids} />
      <div className="cards">
        {hits?.map((hit) => (
          <ServiceCard key={hit.id} hit={hit} instant={instant} onContact={setContact} heading="h2" />
        ))}
      </div>
      {contact && <ContactSheet id={contact} onClose={() => setContact(null)} />}
    </>
  );
}

function Keep({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation('receive');
  const { t: saved } = useTranslation('saved');
  const { session } = useGuide();
  const { saved: kept, isListOpen } = useSession();
  const isKept = ids.every((id) => kept.includes(id));
  const keep = () => session.set({ saved: [...kept, ...ids.filter((id) => !kept.includes(id))] });
  return (
    <>
      <p role="status">
        {isKept ? `${t('received.kept')} ${isListOpen ? '' : saved('memory')}` : t('received.notKept')}
      </p>
      <div className="actions">
        <button
          type="button"
          className={isKept ? 'button-quiet' : 'button'}
          onClick={isKept ? () => session.jump({ name: 'saved' }) : keep}
        >
          {t(isKept ? 'received.goToSaved' : 'received.keep')}
        </button>
      </div>
    </>
  );
}

/** Services as the code itself has them. Nobody vouches for them but whoever showed it. */
function Contacts({ contacts, listDay }: Extract<Received, { kind: 'contacts' }>) {
  const { t } = useTranslation('receive');
  const { day } = useDates();
  const [opened, setOpened] = useState<HandedContact | null>(null);
  return (
    <>
      <h1 tabIndex={-1}>{t('received.title', { count: contacts.length })}</h1>
      <p>{t('received.fromCode', { date: day(listDay) })}</p>
      <p className="notice">{t('received.onlyHere')}</p>
      <ul className="plain-list cards">
        {contacts.map((contact, at) => (
          // Two may have the same name, and nothing else tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={at} className="card">
            <h2>
              <ForeignText>{contact.name}</ForeignText>
            </h2>
            <HoursLines hours={contact.hours} />
            <NumberToCall contact={contact} onOpen={() => setOpened(contact)} />
          </li>
        ))}
      </ul>
      {opened?.number && (
        <NumberSheet
          name={opened.name}
          number={opened.number}
          way={opened.way}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

function NumberToCall({
  contact: { number, way },
  onOpen,
}: {
  readonly contact: HandedContact;
  readonly onOpen: () => void;
}) {
  const { t } = useTranslation('receive');
  const { t: service } = useTranslation('service');
  if (number === null) return <p>{t('received.noNumber')}</p>;
  return (
    <>
      <p className="big-number">
        <Digits>{typeof number === 'string' ? number : number.code}</Digits>
      </p>
      <div className="card-actions">
        <button type="button" className="button" onClick={onOpen}>
          <Icon name={way === 'text' ? 'talk' : 'phone'} />
          <span>{service('contact')}</span>
        </button>
      </div>
    </>
  );
}
