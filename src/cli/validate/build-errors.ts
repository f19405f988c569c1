import type { Inputs } from '../inputs.ts';
import type { InputProblem } from '../regions.ts';
import { validateRegions } from './validate-regions.ts';

/**
 * What nothing may be made of, not even a list of open points: anything written from these listings could carry a hidden
 * place with it.
 */
export function buildErrors(inputs: Pick<Inputs, 'deployment' | 'regions'>, now: Date): InputProblem[] {
  return validateRegions(inputs, now)
    .filter(({ severity }) => severity === 'error')
    .map(({ file, field, reason, remedy }) => ({ file, field, reason: `${reason}: ${remedy}` }));
}
