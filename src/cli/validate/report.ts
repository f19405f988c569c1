import { isAbsolute, relative } from 'node:path';
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

/** The report of what was found, with a line for each region. */
export function reportOf(
  regions: readonly { readonly id: string; readonly folder: string; readonly listings: number }[],
  problems: readonly Problem[],
): Report {
  return {
    regions: regions.map(({ id, folder, listings }) => {
      const own = problems.filter(({ file }) => isWithin(folder, file));
      return { id, listings, errors: count(own, 'error'), warnings: count(own, 'warning') };
    }),
    problems: [...of(problems, 'error'), ...of(problems, 'warning')],
  };
}

/** For people: warnings, then errors, so that what must be mended is read last and stays on the screen; then the sums. */
export function reportLines({ regions, problems }: Report): string[] {
  return [
    ...section('Warnings: for a person to weigh', of(problems, 'warning')),
    ...section('Errors: nothing is built until they are mended', of(problems, 'error')),
    ...regions.map(
      ({ id, listings, errors, warnings }) =>
        `${id}: ${counted(listings, 'listing')}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
    ),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function section(title: string, problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  return [
    title,
    ...problems.map(({ file, field, reason, remedy }) => `  ${file}: ${field} ${reason}\n      ${remedy}`),
    '',
  ];
}

function of(problems: readonly Problem[], severity: Severity): Problem[] {
  return problems.filter((one) => one.severity === severity);
}

function count(problems: readonly Problem[], severity: Severity): number {
  return of(problems, severity).length;
}

/** Whether the file is the folder, or stands in it. */
export function isWithin(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return !way.startsWith('..') && !isAbsolute(way);
}
