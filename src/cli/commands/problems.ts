import type { InputProblem } from '../regions.ts';
import type { ExitCode } from './command.ts';

/** Prints problems of the input, each with its place; 1 where there are any. */
export function reportProblems(problems: readonly InputProblem[], isJson: boolean): ExitCode {
  if (isJson) console.log(JSON.stringify(problems, null, 1));
  else for (const { file, field, reason } of problems) console.error(`${file}: ${field} ${reason}`);
  if (problems.length > 0 && !isJson) console.error(`${problems.length} problems; nothing was built`);
  return problems.length > 0 ? 1 : 0;
}
