import { checkedSummaries } from '../checked-summaries.ts';
import type { ChecklistItem } from '../checklist.ts';
import { openInputs } from '../inputs.ts';
import { openPoints, pointText } from '../open-points.ts';
import type { Command } from './command.ts';
import { reportProblems } from './problems.ts';

export const checklistCommand: Command = {
  name: 'checklist',
  summary: 'name every point that is open before anybody may rely on this deployment',
  run: async ({ isJson }) => {
    const inputs = openInputs();
    if (!inputs.ok) return reportProblems(inputs.problem, isJson);
    const summaries = checkedSummaries(inputs.value, new Date());
    if (!summaries.ok) return reportProblems(summaries.problem, isJson);
    const points = openPoints(inputs.value.deployment, summaries.value);
    console.log(isJson ? JSON.stringify(points, null, 1) : points.map(said).join('\n'));
    return 0;
  },
};

function said(point: ChecklistItem): string {
  return `${pointText(point)}${point.blocks ? '' : ' (does not stop a build)'}`;
}
