import { useState } from 'react';
import { HIDE_REASONS, type HideReason, type StaffListing } from '../../../../core/desk-api.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { DeskSheet } from '../../../shared/desk-sheet.tsx';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { Picks } from '../../fields/picks.tsx';
import type { PasskeyProblem } from '../../passkeys.ts';
import { useProblemWords } from '../../problem-words.ts';
import { calls } from '../../staff-calls.ts';
import { withStepUp } from '../../step-up.ts';
import { AskProvider } from './ask-provider.tsx';

interface ListingSheetProps {
  readonly kept: StaffListing;
  readonly onClose: () => void;
}

/** What else can be done with a listing: its history, asking its provider, and taking it out of sight at once. */
export function ListingSheet({ kept, onClose }: ListingSheetProps) {
  const { t } = useTranslation('vol-listings');
  const { workspace } = useVolunteer();
  const { me } = useStaffDesk();
  const { listing } = kept;
  const isReviewer = me?.roles.some((role) => role === 'reviewer' || role === 'coordinator') ?? false;
  return (
    <DeskSheet
      title={<ForeignText language={listing.text_language}>{listing.name}</ForeignText>}
      onClose={onClose}
    >
      <div className="stack">
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            onClose();
            workspace.set({ remembering: listing.id });
          }}
        >
          {t('history')}
        </button>
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            onClose();
            workspace.set({ doubling: listing.id });
          }}
        >
          {t('twice')}
        </button>
        {isReviewer && <AskProvider listing={listing} />}
        {isReviewer && (kept.hidden ? <Unhide id={listing.id} /> : <Hide id={listing.id} onDone={onClose} />)}
      </div>
    </DeskSheet>
  );
}

/** By one person, at once: whoever must not be found does not wait for a second one (SV-19). */
function Hide({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { t } = useTranslation('vol-listings');
  const { desk } = useVolunteer();
  const problemWords = useProblemWords();
  const [reason, setReason] = useState<HideReason | null>(null);
  const [problem, setProblem] = useState<PasskeyProblem | null>(null);
  const hide = async () => {
    if (reason === null) return;
    const answer = await withStepUp(() => calls.hide(id, reason));
    if (!answer.ok) return setProblem(answer.problem);
    await desk.exchange();
    onDone();
  };
  return (
    <section className="part" aria-labelledby="hide-title">
      <h3 id="hide-title">{t('hide.title')}</h3>
      <p>{t('hide.why')}</p>
      <Picks
        label={t('hide.reason')}
        options={HIDE_REASONS.map((one) => ({ id: one, label: t(`hide.reasons.${one}`) }))}
        value={reason}
        onChange={setReason}
      />
      <p role="alert" className={problem ? 'notice' : ''}>
        {problem && problemWords(problem)}
      </p>
      <button type="button" className="button" disabled={reason === null} onClick={() => void hide()}>
        {t('hide.go')}
      </button>
    </section>
  );
}

/** To be seen again takes two. */
function Unhide({ id }: { readonly id: string }) {
  const { t } = useTranslation('vol-listings');
  const { desk } = useVolunteer();
  const problemWords = useProblemWords();
  const [said, setSaid] = useState<'proposed' | 'shown' | PasskeyProblem | null>(null);
  const show = async () => {
    const answer = await withStepUp(() => calls.unhide(id));
    if (!answer.ok) return setSaid(answer.problem);
    setSaid(answer.value.hidden ? 'proposed' : 'shown');
    await desk.exchange();
  };
  return (
    <section className="part" aria-labelledby="unhide-title">
      <h3 id="unhide-title">{t('unhide.title')}</h3>
      <p>{t('unhide.why')}</p>
      <p role="status">{typeof said === 'string' ? t(`unhide.${said}`) : said && problemWords(said)}</p>
      <button type="button" className="button-quiet" onClick={() => void show()}>
        {t('unhide.go')}
      </button>
    </section>
  );
}
