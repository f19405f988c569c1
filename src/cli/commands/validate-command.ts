import { readEverything } from '../inputs.ts';
import { type Problem, problemOf } from '../validate/problem.ts';
import { isWithin, type Report, reportLines, reportOf } from '../validate/report.ts';
import { validateRegions } from '../validate/validate-regions.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';

export const validateCommand: Command = {
  name: 'validate',
  summary: 'name every problem of data/regions with its place and what to do; builds nothing',
  usage: '[--region ID]',
  options: { region: { type: 'string' } },
  run: async ({ options, isJson }) => {
    const read = readEverything();
    if (!read.ok) return print(reportOf([], read.problem.map(problemOf)), isJson);
    const { inputs, problems } = read.value;
    const all = [...problems.map(problemOf), ...validateRegions(inputs, new Date())];
    const chosen = inputs.regions.filter(({ file }) => !options.region || file.id === options.region);
    if (chosen.length === 0)
      throw new UsageError(`--region: ${inputs.regions.map(({ file }) => file.id).join(', ')}`);
    const regions = chosen.map(({ file, folder, listings }) => ({
      id: file.id,
      folder,
      listings: listings.length,
    }));
    return print(reportOf(regions, within(regions, all)), isJson);
  },
};

// The others are read all the same: a duplicate or a reference may lead there.
function within(regions: readonly { readonly folder: string }[], problems: readonly Problem[]): Problem[] {
  return problems.filter(({ file }) => regions.some(({ folder }) => isWithin(folder, file)));
}

function print(report: Report, isJson: boolean): ExitCode {
  console.log(isJson ? JSON.stringify(report, null, 1) : reportLines(report).join('\n'));
  return report.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}
