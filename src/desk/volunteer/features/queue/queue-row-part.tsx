import type { Instant } from '../../../../core/dates.ts';
import { useDates } from '../../../../page/dates.ts';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { Icon } from '../../../../ui/icons/icon.tsx';
import { useVolunteer } from '../../desk-context.tsx';
import type { QueuedListing } from '../../use-queue.ts';
import { WhyNow } from '../../why-now.tsx';

/** One listing of the queue: why it is next, when to try again, and the way to call. */
export function QueueRowPart({ one, now }: { readonly one: QueuedListing; readonly now: Instant }) {
  const { t } = useTranslation('vol-queue');
  const { t: call } = useTranslation('vol-call');
  const listed = useListed();
  const { workspace } = useVolunteer();
  const { clock, zone } = useDates();
  const { kept, row } = one;
  const { listing } = kept;
  const isWaiting = row.notBefore !== null && row.notBefore > now;
  return (
    <li className="entry">
      <h2 className="entry-name">
        <ForeignText language={listing.text_language}>{listing.name}</ForeignText>
      </h2>
      <p className="note">{kept.region}</p>
      <WhyNow why={row.why} />
      {row.isForReviewer && <p className="notice">{t('forReviewer')}</p>}
      {isWaiting && !row.isForReviewer && (
        <p className="note">
          {t('notBefore', { time: clock(row.notBefore ?? now, zone, now) })}{' '}
          {t('callIn', { parts: listed(row.callIn.map((part) => call(`parts.${part}`))) })}
        </p>
      )}
      <button
        type="button"
        className="button-quiet answer"
        onClick={() => workspace.set({ calling: listing.id })}
      >
        <Icon name="phone" />
        {t('call')}
      </button>
    </li>
  );
}
