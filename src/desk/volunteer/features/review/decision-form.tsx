import { useState } from 'react';
import {
  DECISIONS,
  type Decision,
  type KeptEdit,
  REJECT_REASONS,
  type RejectReason,
} from '../../../../core/desk-api.ts';
import type { VerifyMethod } from '../../../../core/edits/edit.ts';
import { sufficientMethods } from '../../../../core/edits/risk.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useVolunteer } from '../../desk-context.tsx';
import { Picks } from '../../fields/picks.tsx';
import { PlainField } from '../../fields/plain-field.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';
import type { PasskeyProblem } from '../../passkeys.ts';
import { useProblemWords } from '../../problem-words.ts';
import { calls } from '../../staff-calls.ts';
import { withStepUp } from '../../step-up.ts';

interface DecisionFormProps {
  readonly kept: KeptEdit;
  readonly choice: Decision | null;
  readonly onChoice: (decision: Decision) => void;
  readonly onDecided: (words: string) => void;
}

/** Approve, ask, or reject with a reason that helps. What is risky also says how the reviewer made sure (SV-7). */
export function DecisionForm({ kept, choice, onChoice, onDecided }: DecisionFormProps) {
  const { t } = useTranslation('vol-review');
  const { desk } = useVolunteer();
  const problemWords = useProblemWords();
  const [reason, setReason] = useState<RejectReason | null>(null);
  const [comment, setComment] = useState('');
  const [method, setMethod] = useState<VerifyMethod | null>(null);
  const [problem, setProblem] = useState<PasskeyProblem | 'missing' | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const decide = async (decision: Decision) => {
    if (!isWhole({ decision, reason, comment, method }, kept)) return setProblem('missing');
    setIsBusy(true);
    const answer = await withStepUp(() =>
      calls.decide(kept.edit.id, {
        decision,
        hash: kept.hash,
        ...(decision === 'reject' && reason ? { reason } : {}),
        ...(comment.trim() ? { comment: comment.trim() } : {}),
        ...(decision === 'approve' && method ? { method } : {}),
      }),
    );
    setIsBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    onDecided(t(`done.${decision}`));
    await desk.exchange();
  };
  return (
    <div className="decision">
      <div className="actions">
        {DECISIONS.map((one) => (
          <button
            key={one}
            type="button"
            className={one === choice ? 'button' : 'button-quiet'}
            aria-pressed={one === choice}
            onClick={() => onChoice(one)}
          >
            {t(`decisions.${one}`)}
          </button>
        ))}
      </div>
      {choice && (
        <div className="stack decision-form">
          {choice === 'approve' && kept.isRisky && (
            <Method kept={kept} method={method} onMethod={setMethod} />
          )}
          {choice === 'reject' && (
            <Picks
              label={t('reason')}
              options={REJECT_REASONS.map((id) => ({ id, label: t(`reasons.${id}`) }))}
              value={reason}
              onChange={setReason}
            />
          )}
          <PlainField
            label={choice === 'ask' ? t('question') : t('comment')}
            hint={t('commentHint')}
            rows={2}
            value={comment}
            onChange={setComment}
          />
          <p role="alert" className={problem ? 'notice' : ''}>
            {problem === 'missing' ? t(`missing.${choice}`) : problem && problemWords(problem)}
          </p>
          <button type="button" className="button" disabled={isBusy} onClick={() => void decide(choice)}>
            {t(`confirm.${choice}`)}
          </button>
        </div>
      )}
    </div>
  );
}

interface MethodProps {
  readonly kept: KeptEdit;
  readonly method: VerifyMethod | null;
  readonly onMethod: (method: VerifyMethod) => void;
}

/** Only the ways that are enough for this edit: a new number is not checked by calling it. */
function Method({ kept, method, onMethod }: MethodProps) {
  const { t } = useTranslation('vol-review');
  const say = useFieldWords();
  return (
    <>
      <Picks
        label={t('method')}
        options={sufficientMethods(kept.edit).map((id) => ({ id, label: say.word('methods', id) }))}
        value={method}
        onChange={onMethod}
      />
      <p className="note">{t('stepUp')}</p>
    </>
  );
}

interface Filled {
  readonly decision: Decision;
  readonly reason: RejectReason | null;
  readonly comment: string;
  readonly method: VerifyMethod | null;
}

function isWhole({ decision, reason, comment, method }: Filled, kept: KeptEdit): boolean {
  if (decision === 'approve') return !kept.isRisky || method !== null;
  return decision === 'reject' ? reason !== null : comment.trim() !== '';
}
