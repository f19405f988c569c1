import { useState } from 'react';
import { useDesk } from './desk-context.tsx';
import type { Referral } from './domain/referral.ts';
import type { VaultProblem } from './vault/vault-problems.ts';

export interface Written {
  /** What was done, in words; empty where nothing was. */
  readonly words: string;
  readonly problem: VaultProblem | null;
  /** The last step can be taken back until the next one, however long that takes. */
  readonly canUndo: boolean;
  write(before: Referral | null, after: Referral, words: string): void;
  undo(words: string): void;
}

interface Step {
  readonly before: Referral | null;
  readonly after: Referral;
}

/** Keeps a referral in place of what it was before, or of nothing, and can put that back. */
export function useWritten(): Written {
  const { caseload } = useDesk();
  const [last, setLast] = useState<Step | null>(null);
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<VaultProblem | null>(null);
  const say = (outcome: Awaited<ReturnType<typeof caseload.put>>, next: Step | null, said: string) => {
    setProblem(outcome.ok ? null : outcome.problem);
    setLast(outcome.ok ? next : null);
    setWords(outcome.ok ? said : '');
  };
  return {
    words,
    problem,
    canUndo: last !== null,
    write: (before, after, said) =>
      void caseload.put('referral', after).then((outcome) => say(outcome, { before, after }, said)),
    undo: (said) => {
      if (!last) return;
      const { before, after } = last;
      const undone = before ? caseload.put('referral', before) : caseload.remove(after.id);
      void undone.then((outcome) => say(outcome, null, said));
    },
  };
}
