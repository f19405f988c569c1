import { sep } from 'node:path';
import type { Problem, Severity } from './problem.ts';

export interface RegionSummary {
  readonly id: string;
  readonly listings: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface Report {
  readonly regions: readonly RegionSummary[];
  /** Errors first. */
  readonly problems: readonly Problem[];
}

/** The report of what was found in these regions, with a line for each; what stands elsewhere is left out. */
export function reportOf(
  regions: readonly { readonly id: string; readonly folder: string; readonly listings: number }[],
  problems: readonly Problem[],
): Report {
  const counts = regions.map(() => ({ error: 0, warning: 0 }));
  const within: Record<Severity, Problem[]> = { error: [], warning: [] };
  for (const problem of problems) {
    const places = regions.flatMap(({ folder }, place) => (isWithin(folder, problem.file) ? [place] : []));
    for (const place of places) {
      const count = counts[place];
      if (count) count[problem.severity] += 1;
    }
    // Where the deployment cannot be read there are no regions, and its problems are all that is told.
    if (places.length > 0 || regions.length === 0) within[problem.severity].push(problem);
  }
  return {
    regions: regions.map(({ id, listings }, place) => ({
      id,
      listings,
      errors: counts[place]?.error ?? 0,
      warnings: counts[place]?.warning ?? 0,
    })),
    problems: [...within.error, ...within.warning],
  };
}

/** For people: warnings, then errors, so that what must be mended is read last and stays on the screen; then the sums. */
export function* reportLines({ regions, problems }: Report): Generator<string> {
  yield* section('Warnings: for a person to weigh', of(problems, 'warning'));
  yield* section('Errors: nothing is built until they are mended', of(problems, 'error'));
  for (const { id, listings, errors, warnings } of regions)
    yield `${id}: ${counted(listings, 'listing')}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function* section(title: string, problems: readonly Problem[]): Generator<string> {
  if (problems.length === 0) return;
  yield title;
  for (const { file, field, reason, remedy } of problems)
    yield `  ${file}: ${field} ${reason}\n      ${remedy}`;
  yield '';
}

function of(problems: readonly Problem[], severity: Severity): Problem[] {
  return problems.filter((one) => one.severity === severity);
}

/** Whether the file is the folder, or stands in it. */
function isWithin(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder + sep);
}
