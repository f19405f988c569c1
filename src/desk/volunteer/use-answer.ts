import { useCallback, useEffect, useState } from 'react';
import type { Answer, ApiProblem } from './api-client.ts';

interface Asked<Value> {
  /** Null until it is there. */
  readonly value: Value | null;
  readonly problem: ApiProblem | null;
  readonly again: () => void;
}

/** What the server answers to a question, asked when the screen opens. `question` stays the same between renders. */
export function useAnswer<Value>(question: () => Answer<Value>): Asked<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks once more
  useEffect(() => {
    let isCurrent = true;
    void question().then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setValue(answer.value);
      setProblem(answer.ok ? null : answer.problem);
    });
    return () => {
      isCurrent = false;
    };
  }, [question, round]);
  return { value, problem, again: useCallback(() => setRound((now) => now + 1), []) };
}
