import { useState } from 'react';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import type { Client } from '../../caseload/cases.ts';
import { useClient } from '../../desk-context.tsx';
import { ClientShape } from '../../panels/client-shape.tsx';
import { ClientConsents } from './client-consents.tsx';
import { ClientNote } from './client-note.tsx';
import { ClientReferrals } from './client-referrals.tsx';
import { EraseClient } from './erase-client.tsx';
import { SafeContactSection } from './safe-contact-section.tsx';

/** What is kept of the client who is worked with. */
export function ClientScreen() {
  const { t } = useTranslation('desk-clients');
  const client = useClient();
  const [erased, setErased] = useState('');
  if (client) return <ClientPage key={client.id} client={client} onErased={setErased} />;
  return (
    <>
      <h1 tabIndex={-1}>{t('client.title')}</h1>
      <p role="status">{erased}</p>
      <p>{t('client.none')}</p>
    </>
  );
}

interface ClientPageProps {
  readonly client: Client;
  readonly onErased: (said: string) => void;
}

function ClientPage({ client, onErased }: ClientPageProps) {
  const { t } = useTranslation('desk-clients');
  const { day } = useDates();
  return (
    <>
      <h1 tabIndex={-1} className="client-title">
        <ClientShape shape={client.code.shape} />
        <bdi>{client.code.words}</bdi>
      </h1>
      <p className="quiet">
        {t('client.since', { date: day(client.openedOn), shape: t(`shapes.${client.code.shape}`) })}
      </p>
      <ClientNote client={client} />
      <SafeContactSection client={client} />
      <ClientConsents client={client} />
      <ClientReferrals client={client} />
      <EraseClient client={client} onErased={onErased} />
    </>
  );
}
