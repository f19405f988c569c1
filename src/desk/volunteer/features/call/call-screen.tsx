import { useState } from 'react';
import { attemptsOn } from '../../../../core/edits/attempts.ts';
import { callScript } from '../../../../core/edits/call-script.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { Icon } from '../../../../ui/icons/icon.tsx';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import type { KeptListing } from '../../kept/desk-database.ts';
import { knownChecks } from '../../own-checks.ts';
import { dueQuestions } from '../../setting.ts';
import { NobodyAnswered } from './nobody-answered.tsx';
import { NumberToCall } from './number-to-call.tsx';
import { Script } from './script.tsx';
import { useCall } from './use-call.ts';

/** Calling one service: what to say, in order, and what was answered to each (V3). */
export function CallScreen({ listingId }: { readonly listingId: string }) {
  const { t } = useTranslation('vol-call');
  const { t: common } = useTranslation('common');
  const { workspace } = useVolunteer();
  const kept = useStaffDesk().directory.get(listingId);
  return (
    <>
      <button type="button" className="button-quiet back" onClick={() => workspace.set({ calling: null })}>
        <Icon name="back" />
        {common('back')}
      </button>
      {kept ? <Call kept={kept} /> : <h1 tabIndex={-1}>{t('gone')}</h1>}
    </>
  );
}

function Call({ kept }: { readonly kept: KeptListing }) {
  const { t } = useTranslation('vol-call');
  const state = useStaffDesk();
  const [script] = useState(() =>
    callScript(kept.listing, dueQuestions(kept, knownChecks(state), Date.now())),
  );
  const [called, setCalled] = useState(script.numbers[0]);
  const call = useCall(kept, called);
  const { noAnswer, isForReviewer } = attemptsOn(knownChecks(state), kept.id, null);
  return (
    <>
      <h1 tabIndex={-1}>
        <ForeignText language={kept.listing.text_language}>{kept.listing.name}</ForeignText>
      </h1>
      {script.isDiscreet && (
        <p className="notice">
          <strong>{t('discreet')}</strong> {t('discreetWhy')}
        </p>
      )}
      {script.numbers.length === 0 && <p className="notice">{t('noNumber')}</p>}
      {script.numbers.map((field) => (
        <NumberToCall
          key={field}
          field={field}
          listing={kept.listing}
          isOnly={script.numbers.length === 1}
          isChosen={field === called}
          onChoose={() => setCalled(field)}
        />
      ))}
      <NobodyAnswered
        kept={kept}
        noAnswer={noAnswer}
        isForReviewer={isForReviewer}
        hasAnswers={call.outcomes.size > 0}
        onNobody={call.nobodyAnswered}
      />
      <Script kept={kept} script={script} call={call} />
    </>
  );
}
