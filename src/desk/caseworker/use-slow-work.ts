import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../core/result.ts';
import type { Waiting } from './vault/slow-work.ts';
import type { VaultProblem } from './vault/vault-problems.ts';

export interface SlowState {
  /** From 0 to 1, while it is done; null where how far it is cannot be told. */
  readonly done: number | null;
  readonly isWorking: boolean;
  readonly problem: VaultProblem | null;
}

const IDLE: SlowState = { done: null, isWorking: false, problem: null };

/** One piece of slow work at a time, with a way to stop it; it is stopped where its screen goes. */
export function useSlowWork() {
  const [state, setState] = useState(IDLE);
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);

  /** What it gave, or null where it failed: then the state says why. */
  async function run<Value>(
    work: (waiting: Waiting) => Promise<Result<Value, VaultProblem>>,
  ): Promise<{ readonly value: Value } | null> {
    const mine = new AbortController();
    stopper.current?.abort();
    stopper.current = mine;
    setState({ ...IDLE, isWorking: true });
    const outcome = await work({
      signal: mine.signal,
      onProgress: (done) => setState({ ...IDLE, isWorking: true, done }),
    });
    setState(outcome.ok ? IDLE : { ...IDLE, problem: outcome.problem });
    return outcome.ok ? { value: outcome.value } : null;
  }

  return { ...state, run, stop: () => stopper.current?.abort(), forget: () => setState(IDLE) };
}

export type SlowWorkOnScreen = ReturnType<typeof useSlowWork>;
