import { openInputs, readRegions } from '../inputs.ts';
import { Progress } from '../progress.ts';
import { type Problem, problemOf } from '../validate/problem.ts';
import { type Report, reportLines, reportOf } from '../validate/report.ts';
import { Validation } from '../validate/validate-regions.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';

export const validateCommand: Command = {
  name: 'validate',
  summary: 'name every problem of data/regions with its place and what to do; builds nothing',
  usage: '[--region ID] [--from EXPORT]',
  options: { region: { type: 'string' }, from: { type: 'string' } },
  run: async ({ options, isJson }) => {
    const from = typeof options.from === 'string' ? options.from : undefined;
    const opened = openInputs({ from });
    if (!opened.ok) return print(reportOf([], opened.problem.map(problemOf)), isJson);
    const { deployment, frames } = opened.value;
    const chosen = frames.filter(({ file }) => !options.region || file.id === options.region);
    if (chosen.length === 0)
      throw new UsageError(`--region: ${frames.map(({ file }) => file.id).join(', ')}`);
    const progress = new Progress();
    const validation = new Validation(deployment, frames, new Date());
    const counts = new Map<string, number>();
    const problems: Problem[] = opened.value.problems.map(problemOf);
    // The others are read all the same: a duplicate or a reference may lead there.
    for (const { region, problems: own } of readRegions(opened.value, () => progress.step('read'))) {
      for (const problem of own) problems.push(problemOf(problem));
      validation.add(region, () => progress.step('validate'));
      counts.set(region.file.id, region.listings.length);
    }
    for (const problem of validation.problems()) problems.push(problem);
    progress.end();
    const regions = chosen.map(({ file: { id }, folder }) => ({ id, folder, listings: counts.get(id) ?? 0 }));
    return print(reportOf(regions, problems), isJson);
  },
};

function print(report: Report, isJson: boolean): ExitCode {
  if (isJson) console.log(JSON.stringify(report, null, 1));
  else for (const lines of reportLines(report)) console.log(lines);
  return report.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}
