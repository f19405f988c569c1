import { useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import type { Client } from '../../caseload/cases.ts';
import { useCaseload, useCases, useClient } from '../../desk-context.tsx';
import { REFERRAL_STATUSES, type Referral, type ReferralStatus, statusOf } from '../../domain/referral.ts';
import { WrittenLine } from '../../panels/written-line.tsx';
import { useServices } from '../../use-services.ts';
import { useWritten, type Written } from '../../use-written.ts';
import { CalendarDates } from './calendar-dates.tsx';
import { MoveSheet } from './move-sheet.tsx';
import { Outbox } from './outbox.tsx';
import { PlanForm } from './plan-form.tsx';
import { ReferralBoard } from './referral-board.tsx';
import { ReferralTable } from './referral-table.tsx';
import { type Entry, moveButtonId, useEntries } from './use-entries.ts';
import '../../referrals.css';

const LOOKS = ['board', 'list'] as const;
const ALL = 'all';

/** What was planned and what came of it, of everybody or of one (C9), and what waits for the directory (C10). */
export function LogScreen() {
  const { t } = useTranslation('desk-referrals');
  const { phase } = useCaseload();
  const client = useClient();
  return (
    <>
      <h1 tabIndex={-1}>{t('log.title')}</h1>
      <p>{t('log.why')}</p>
      {phase === 'open' ? (
        <OpenLog key={client?.id} client={client} />
      ) : (
        <p className="notice">{t('log.locked')}</p>
      )}
    </>
  );
}

/** Begins with whoever is worked with. */
function OpenLog({ client }: { readonly client: Client | null }) {
  const { referrals, signals } = useCases();
  const written = useWritten();
  const [whose, setWhose] = useState(client?.id ?? ALL);
  const [status, setStatus] = useState<ReferralStatus | typeof ALL>(ALL);
  const [look, setLook] = useState<(typeof LOOKS)[number]>('board');
  const [moving, setMoving] = useState<string | null>(null);
  const serviceOf = useServices([
    ...referrals.map(({ listingId }) => listingId),
    ...signals.map(({ listing_id }) => listing_id),
  ]);
  const shown = referrals.filter(
    (one) => (whose === ALL || one.clientId === whose) && (status === ALL || statusOf(one) === status),
  );
  const entries = useEntries(shown, serviceOf);
  const moved = entries.find(({ referral }) => referral.id === moving);
  const stopMoving = () => {
    setMoving(null);
    // Where it went: the button that was pressed may be gone with its column.
    requestAnimationFrame(() => document.getElementById(moveButtonId(moving ?? ''))?.focus());
  };
  return (
    <>
      <Filters {...{ whose, setWhose, status, setStatus, look, setLook }} />
      <Shown entries={entries} look={look} onMove={setMoving} written={written} />
      {moved && <MoveSheet key={moved.referral.id} entry={moved} written={written} onClose={stopMoving} />}
      <div className="log-below">
        <div>
          <PlanForm written={written} />
          <CalendarDates entries={entries} />
        </div>
        <Outbox serviceOf={serviceOf} />
      </div>
    </>
  );
}

interface FiltersProps {
  readonly whose: string;
  readonly setWhose: (id: string) => void;
  readonly status: ReferralStatus | typeof ALL;
  readonly setStatus: (status: ReferralStatus | typeof ALL) => void;
  readonly look: (typeof LOOKS)[number];
  readonly setLook: (look: (typeof LOOKS)[number]) => void;
}

function Filters({ whose, setWhose, status, setStatus, look, setLook }: FiltersProps) {
  const { t } = useTranslation('desk-referrals');
  const { clients } = useCases();
  return (
    <div className="log-filters">
      <Choice
        label={t('log.whose')}
        value={whose}
        options={[
          { id: ALL, label: t('log.everybody') },
          ...clients.map(({ id, code }) => ({ id, label: code.words })),
        ]}
        onChange={setWhose}
      />
      <Choice
        label={t('log.status')}
        value={status}
        options={[
          { id: ALL, label: t('log.anyStatus') },
          ...REFERRAL_STATUSES.map((id) => ({ id, label: t(`statuses.${id}`) })),
        ]}
        onChange={setStatus}
      />
      <Choice
        label={t('log.look')}
        value={look}
        options={LOOKS.map((id) => ({ id, label: t(`log.looks.${id}`) }))}
        onChange={setLook}
      />
    </div>
  );
}

interface ShownProps {
  readonly entries: readonly Entry[];
  readonly look: (typeof LOOKS)[number];
  readonly onMove: (id: Referral['id']) => void;
  readonly written: Written;
}

function Shown({ entries, look, onMove, written }: ShownProps) {
  const { t } = useTranslation('desk-referrals');
  return (
    <>
      <p className="quiet">{t('log.count', { count: entries.length })}</p>
      <WrittenLine written={written} />
      {entries.length > 0 &&
        (look === 'board' ? (
          <ReferralBoard entries={entries} onMove={onMove} />
        ) : (
          <ReferralTable entries={entries} onMove={onMove} />
        ))}
    </>
  );
}
