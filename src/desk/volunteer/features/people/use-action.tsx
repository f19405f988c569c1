import { useState } from 'react';
import type { Result } from '../../../../core/result.ts';
import type { Answer } from '../../api-client.ts';
import type { PasskeyProblem } from '../../passkeys.ts';
import { useProblemWords } from '../../problem-words.ts';
import { withStepUp } from '../../step-up.ts';

export interface Action {
  readonly problem: PasskeyProblem | null;
  readonly run: <Value>(work: () => Answer<Value>) => Promise<Result<Value, PasskeyProblem>>;
}

/** Something that changes who may do what: the device makes sure who asks, and what went wrong is said. */
export function useAction(onDone: () => void): Action {
  const [problem, setProblem] = useState<PasskeyProblem | null>(null);
  return {
    problem,
    async run(work) {
      const answer = await withStepUp(work);
      setProblem(answer.ok ? null : answer.problem);
      if (answer.ok) onDone();
      return answer;
    },
  };
}

export function ActionProblem({ action }: { readonly action: Action }) {
  const problemWords = useProblemWords();
  return (
    <p role="alert" className={action.problem ? 'notice' : ''}>
      {action.problem && problemWords(action.problem)}
    </p>
  );
}
