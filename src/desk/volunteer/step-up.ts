import { startAuthentication } from '@simplewebauthn/browser';
import { fail, type Result } from '../../core/result.ts';
import type { Answer, ApiProblem } from './api-client.ts';
import type { PasskeyProblem } from './passkeys.ts';
import { calls } from './staff-calls.ts';

/**
 * Does something that only counts when the device has just made sure who it is (SV-7): tries, and where the server asks
 * for it, lets the device ask its owner and tries once more.
 */
export async function withStepUp<Value>(work: () => Answer<Value>): Promise<Result<Value, PasskeyProblem>> {
  const first = await work();
  if (first.ok || !isStepUp(first.problem)) return first;
  const options = await calls.stepUpOptions();
  if (!options.ok) return options;
  let response: unknown;
  try {
    response = await startAuthentication({ optionsJSON: options.value });
  } catch {
    return fail({ kind: 'cancelled' });
  }
  const sure = await calls.stepUp(response);
  return sure.ok ? await work() : sure;
}

function isStepUp(problem: ApiProblem): boolean {
  return problem.kind === 'refused' && problem.code === 'step-up';
}
