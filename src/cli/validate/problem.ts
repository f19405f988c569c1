import type { InputProblem } from '../regions.ts';

/** An error stops a build; a warning is for a person to weigh. */
export type Severity = 'error' | 'warning';

/** What is wrong with a listing, before it is known in which file it stands. Never with a value that may be secret. */
export interface Flaw {
  readonly field: string;
  readonly severity: Severity;
  readonly reason: string;
  /** What to do next. */
  readonly remedy: string;
}

export interface Problem extends Flaw {
  readonly file: string;
}

const MEND = 'docs/DATA.md says what may stand here.';

/** A mistake that reading found: its reason ends with what to do, after a colon. */
export function problemOf({ file, field, reason }: InputProblem): Problem {
  const colon = reason.indexOf(': ');
  if (colon < 0) return { file, field, severity: 'error', reason, remedy: MEND };
  const next = reason.slice(colon + 2);
  const remedy = `${next.charAt(0).toUpperCase()}${next.slice(1)}.`;
  return { file, field, severity: 'error', reason: reason.slice(0, colon), remedy };
}
