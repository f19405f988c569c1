import { useState } from 'react';
import { useDates } from '../../../page/dates.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { Icon } from '../../../ui/icons/icon.tsx';
import { addClient, keepThisClient } from '../caseload/add-client.ts';
import type { Client } from '../caseload/cases.ts';
import { useCases, useDesk, useWorkspace } from '../desk-context.tsx';
import { EMPTY_PROFILE } from '../domain/profile.ts';
import type { Referral } from '../domain/referral.ts';
import { takeUpClient } from '../workspace.ts';
import { ClientShape } from './client-shape.tsx';

/** Who is kept: two words and a shape, and when something is to be done next. */
export function ClientList() {
  const { t } = useTranslation('desk-clients');
  const { workspace, caseload } = useDesk();
  const { client: chosen, profile, shortlist } = useWorkspace();
  const { clients, referrals } = useCases();
  const [next, setNext] = useState<(() => void) | null>(null);
  const keep = () => keepThisClient(workspace, caseload, Date.now());
  const hasUnkept = chosen === null && (profile !== EMPTY_PROFILE || shortlist.length > 0);
  /** Nothing that was entered for somebody who is not kept goes without a word. */
  const leaveFor = (act: () => void) => {
    if (hasUnkept) setNext(() => act);
    else act();
  };
  return (
    <>
      {clients.length === 0 && <p className="quiet">{t('nobody')}</p>}
      <ul className="plain-list client-list">
        {clients.map((client) => (
          <li key={client.id}>
            <ClientButton
              client={client}
              next={nextActionOf(client, referrals)}
              isChosen={client.id === chosen}
              onChoose={() => leaveFor(() => takeUpClient(workspace, client))}
            />
          </li>
        ))}
      </ul>
      {next && (
        <LeaveUnkept
          onKeep={async () => {
            setNext(null);
            if ((await keep()).ok) next();
          }}
          onGo={() => {
            next();
            setNext(null);
          }}
          onStay={() => setNext(null)}
        />
      )}
      <div className="actions">
        <button
          type="button"
          className="button-quiet"
          onClick={() => leaveFor(() => void addClient(workspace, caseload, Date.now()))}
        >
          {t('new')}
        </button>
        {chosen === null && (
          <button type="button" className="button-quiet" onClick={() => void keep()}>
            {t('keep')}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={() => caseload.lock()}>
          <Icon name="lock" /> {t('lock')}
        </button>
      </div>
    </>
  );
}

interface LeaveUnkeptProps {
  readonly onKeep: () => void;
  readonly onGo: () => void;
  readonly onStay: () => void;
}

function LeaveUnkept({ onKeep, onGo, onStay }: LeaveUnkeptProps) {
  const { t } = useTranslation('desk-clients');
  return (
    <div className="notice">
      <p role="alert">{t('leave.ask')}</p>
      <div className="actions">
        <button type="button" className="button-quiet" onClick={onKeep}>
          {t('keep')}
        </button>
        <button type="button" className="button-quiet" onClick={onGo}>
          {t('leave.go')}
        </button>
        <button type="button" className="button-quiet" onClick={onStay}>
          {t('leave.stay')}
        </button>
      </div>
    </div>
  );
}

interface ClientButtonProps {
  readonly client: Client;
  readonly next: string | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function ClientButton({ client, next, isChosen, onChoose }: ClientButtonProps) {
  const { t } = useTranslation('desk-clients');
  const { day } = useDates();
  return (
    <button type="button" className="client-button" aria-current={isChosen || undefined} onClick={onChoose}>
      <ClientShape shape={client.code.shape} />
      <span>
        <span className="client-words">
          <bdi>{client.code.words}</bdi>
        </span>
        {next && <span className="note">{t('next', { date: day(next) })}</span>}
      </span>
    </button>
  );
}

/** The earliest day on which something is to be done for the client. */
function nextActionOf({ id }: Client, referrals: readonly Referral[]): string | null {
  const days = referrals.flatMap(({ clientId, nextActionOn }) =>
    clientId === id && nextActionOn !== null ? [nextActionOn] : [],
  );
  return days.sort()[0] ?? null;
}
