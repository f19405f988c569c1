import type { ReactNode } from 'react';
import { dayOf } from '../../core/dates.ts';
import { claimOn } from '../../core/facts.ts';
import type { ShownListing } from '../../core/shown-listing.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { useDates } from '../dates.ts';
import { useListed } from '../listed.ts';
import { useTranslation } from '../translation.tsx';

/** "What they ask, and who they tell": every barrier with its answer, and unknown said as unknown. */
export function AskedFacts({ listing }: { readonly listing: ShownListing }) {
  const { t } = useTranslation('service');
  const { referral_required: referral } = listing;
  return (
    <dl className="asked">
      <Row question={t('ask.status')}>
        <StatusAnswer listing={listing} />
      </Row>
      <Row question={t('ask.statusCheck')}>
        <ClaimAnswer claim={listing.status_check} />
      </Row>
      <Row question={t('ask.shares')}>
        <ClaimAnswer claim={listing.shares_with_immigration_authorities} />
      </Row>
      <Barrier question={t('ask.id')} barrier={listing.id_required} listing={listing} />
      <Barrier question={t('ask.police')} barrier={listing.police_report_required} listing={listing} />
      <Row question={t('ask.referral')}>
        {t(`ask.${referral.value}`)}
        {referral.by && `. ${t(`ask.by.${referral.by}`)}`}
        <Note listing={listing} note={referral.note} />
      </Row>
      {listing.parental_consent_required.value !== 'unknown' && (
        <Barrier question={t('ask.consent')} barrier={listing.parental_consent_required} listing={listing} />
      )}
      <Barrier question={t('ask.reporting')} barrier={listing.mandatory_reporting} listing={listing} />
    </dl>
  );
}

function Row({ question, children }: { readonly question: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{question}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface BarrierProps {
  readonly question: string;
  readonly barrier: ShownListing['id_required'];
  readonly listing: ShownListing;
}

function Barrier({ question, barrier, listing }: BarrierProps) {
  const { t } = useTranslation('service');
  return (
    <Row question={question}>
      {t(`ask.${barrier.value}`)}
      <Note listing={listing} note={barrier.note} />
    </Row>
  );
}

function Note({ listing, note }: { readonly listing: ShownListing; readonly note: string | undefined }) {
  return note ? (
    <span className="note">
      <ForeignText language={listing.text_language}>{note}</ForeignText>
    </span>
  ) : null;
}

function StatusAnswer({ listing }: { readonly listing: ShownListing }) {
  const { t } = useTranslation('service');
  const { t: needs } = useTranslation('needs');
  const listed = useListed();
  const { immigration_eligibility: claim } = listing;
  const { day } = useDates();
  const today = claimOn(claim, dayOf(Date.now()));
  const since = today.since ? day(today.since) : '';
  const statuses = listed((claim.accepted_statuses ?? []).map((status) => needs(`statuses.${status}`)));
  return (
    <>
      {today.value === 'yes' &&
        `${t('status.confirmed')} · ${today.basis === 'checked' ? t('status.confirmedSince', { date: since }) : t('status.page')}`}
      {today.value === 'no' && (claim.conditions || statuses ? t('status.conditional') : t('status.refuses'))}
      {today.value === 'unknown' && today.basis === 'none' && t('ask.unknown')}
      {today.basis === 'disputed' && t('status.disputed')}
      {today.basis === 'old-page' && t('status.oldPage', { date: since })}
      {today.basis === 'expired' &&
        (today.was === 'yes' ? t('status.wasYes', { date: since }) : t('status.wasNo', { date: since }))}
      {claim.conditions && (
        <span className="note">
          {t('ask.conditions', { words: '' })}
          <ForeignText language={listing.text_language}>{claim.conditions}</ForeignText>
        </span>
      )}
      {statuses && <span className="note">{t('ask.accepted', { list: statuses })}</span>}
      {claim.says && (
        <span className="note">
          {t('status.says', { words: '' })}
          <ForeignText language={listing.text_language}>{claim.says}</ForeignText>
        </span>
      )}
    </>
  );
}

function ClaimAnswer({ claim }: { readonly claim: ShownListing['status_check'] }) {
  const { t } = useTranslation('service');
  const { day } = useDates();
  const today = claimOn(claim, dayOf(Date.now()));
  if (today.value === 'unknown') return t('ask.unknown');
  return `${t(`ask.${today.value}`)} · ${today.basis === 'checked' && today.since ? t('status.confirmedSince', { date: day(today.since) }) : t('status.page')}`;
}
