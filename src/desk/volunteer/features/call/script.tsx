import { deployment } from 'virtual:app-build';
import type { CallScript, CallStep } from '../../../../core/edits/call-script.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import type { KeptListing } from '../../kept/desk-database.ts';
import { QuestionStep } from './question-step.tsx';
import type { CallInHand } from './use-call.ts';

interface ScriptProps {
  readonly kept: KeptListing;
  readonly script: CallScript;
  readonly call: CallInHand;
}

/** What to say, in order, with room for what is answered. */
export function Script({ kept, script, call }: ScriptProps) {
  const { t } = useTranslation('vol-call');
  return (
    <section aria-labelledby="script-title">
      <h2 id="script-title">{t('script')}</h2>
      <ol className="plain-list script-steps">
        {script.steps.map((step) => (
          <li key={step.kind === 'question' ? step.question.field : step.kind} className="script-step">
            {step.kind === 'question' ? (
              <QuestionStep kept={kept} question={step.question} call={call} />
            ) : (
              <Said kind={step.kind} isDiscreet={script.isDiscreet} />
            )}
          </li>
        ))}
      </ol>
      <button type="button" className="button button-wide" onClick={call.finish}>
        {t('finish')}
      </button>
    </section>
  );
}

interface SaidProps {
  readonly kind: Exclude<CallStep['kind'], 'question'>;
  readonly isDiscreet: boolean;
}

function Said({ kind, isDiscreet }: SaidProps) {
  const { t } = useTranslation('vol-call');
  const words =
    kind === 'introduce' && !isDiscreet
      ? t('say.introduce', { name: deployment.neutral_name })
      : t(`say.${kind === 'introduce' ? 'introduceDiscreetly' : kind}`);
  return <p className="said">{words}</p>;
}
