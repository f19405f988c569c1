import { useTranslation } from '../../../page/translation.tsx';
import { useOnline } from '../../../page/use-online.ts';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { useStaffDesk, useVolunteer } from '../desk-context.tsx';
import { useFieldWords } from '../fields/use-field-words.ts';
import type { Forgotten as ForgottenEdit } from '../kept/forget.ts';

/** Quiet lines above a screen: no network, signed out with work to send, sample data, a device that keeps nothing. */
export function Notices() {
  const { t } = useTranslation('vol-shell');
  const { t: common } = useTranslation('common');
  const { workspace } = useVolunteer();
  const { phase, session, me, problem } = useStaffDesk();
  const isOnline = useOnline();
  const isOffline = !isOnline || problem?.kind === 'offline';
  const isSignedOut = me !== null && session !== null && session.me === null;
  return (
    <div className="notices" role="status">
      {phase === 'blocked' && <p className="notice">{t('blocked')}</p>}
      {me && isOffline && <p className="notice notice-quiet">{t('offline')}</p>}
      {isSignedOut && (
        <p className="notice">
          {t('signedOut')}{' '}
          <button type="button" className="link" onClick={() => workspace.set({ screen: 'you' })}>
            {t('signIn.go')}
          </button>
        </p>
      )}
      <Withheld />
      <Forgotten />
      {session?.isDemo && <p className="notice notice-quiet">{common('sampleData')}</p>}
    </div>
  );
}

/** What the server sent and this device did not keep (SV-10): by its id, which leads nobody anywhere. */
function Withheld() {
  const { t } = useTranslation('vol-shell');
  const { withheld } = useStaffDesk();
  if (withheld.length === 0) return null;
  const ids = withheld.map(({ id }) => id).filter((id) => id !== '');
  return (
    <p className="notice">
      {t('withheld', { count: withheld.length })} <bdi className="ids">{ids.join(', ')}</bdi>
    </p>
  );
}

/** What was written of a place that has become confidential and is gone (SV-12): services and fields, and no value. */
function Forgotten() {
  const { t } = useTranslation('vol-shell');
  const { desk } = useVolunteer();
  const { forgotten } = useStaffDesk();
  if (forgotten.length === 0) return null;
  return (
    <div className="notice">
      <p>{t('forgotten')}</p>
      <ul>
        {[...new Set(forgotten.map(({ listingId }) => listingId))].map((id) => (
          <ForgottenOf key={id} id={id} all={forgotten} />
        ))}
      </ul>
      <button type="button" className="button-quiet" onClick={() => void desk.seenForgotten()}>
        {t('forgottenSeen')}
      </button>
    </div>
  );
}

function ForgottenOf({ id, all }: { readonly id: string; readonly all: readonly ForgottenEdit[] }) {
  const say = useFieldWords();
  const { directory } = useStaffDesk();
  const listing = directory.get(id)?.listing;
  const fields = all.filter(({ listingId }) => listingId === id).flatMap((one) => one.fields);
  return (
    <li>
      {listing && <ForeignText language={listing.text_language}>{listing.name}</ForeignText>}
      {listing && ': '}
      {say.names.listed([...new Set(fields.map(say.label))])}
    </li>
  );
}
