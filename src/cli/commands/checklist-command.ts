import type { ChecklistItem } from '../checklist.ts';
import { readInputs } from '../inputs.ts';
import { openPoints, pointText } from '../open-points.ts';
import { buildErrors } from '../validate/build-errors.ts';
import type { Command } from './command.ts';
import { reportProblems } from './problems.ts';

export const checklistCommand: Command = {
  name: 'checklist',
  summary: 'name every point that is open before anybody may rely on this deployment',
  run: async ({ isJson }) => {
    const inputs = readInputs();
    if (!inputs.ok) return reportProblems(inputs.problem, isJson);
    const errors = buildErrors(inputs.value, new Date());
    if (errors.length > 0) return reportProblems(errors, isJson);
    const points = openPoints(inputs.value);
    console.log(isJson ? JSON.stringify(points, null, 1) : points.map(said).join('\n'));
    return 0;
  },
};

function said(point: ChecklistItem): string {
  return `${pointText(point)}${point.blocks ? '' : ' (does not stop a build)'}`;
}
