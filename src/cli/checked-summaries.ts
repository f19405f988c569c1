import { dayOf } from '../core/dates.ts';
import { type RegionSummary, summaryOf } from '../core/publishing-points.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { type OpenInputs, readRegions } from './inputs.ts';
import { Progress } from './progress.ts';
import type { InputProblem } from './regions.ts';
import { buildErrors } from './validate/build-errors.ts';
import { Validation } from './validate/validate-regions.ts';

/** What the checklist asks of each region, once nothing is left that stops a build; else what is. */
export function checkedSummaries(inputs: OpenInputs, now: Date): Result<RegionSummary[], InputProblem[]> {
  const validation = new Validation(inputs.deployment, inputs.frames, now);
  const progress = new Progress();
  const problems = [...inputs.problems];
  const summaries: RegionSummary[] = [];
  for (const { region, problems: own } of readRegions(inputs, () => progress.step('read'))) {
    problems.push(...own);
    validation.add(region, () => progress.step('validate'));
    summaries.push(summaryOf(region.file, region.listings, dayOf(now.getTime())));
  }
  progress.end();
  const errors = problems.length > 0 ? problems : buildErrors(validation.problems());
  return errors.length > 0 ? fail(errors) : succeed(summaries);
}
