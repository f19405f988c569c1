import type { InputProblem } from '../regions.ts';
import type { Problem } from './problem.ts';

/**
 * What nothing may be made of, not even a list of open points: anything written from these listings could carry a hidden
 * place with it.
 */
export function buildErrors(problems: readonly Problem[]): InputProblem[] {
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ file, field, reason, remedy }) => ({ file, field, reason: `${reason}: ${remedy}` }));
}
