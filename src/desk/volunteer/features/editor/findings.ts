import type { LintFinding } from '../../../../core/edits/lint/lint-finding.ts';
import type { FieldProblem } from '../../../../core/schema.ts';

/** Something that is wrong with what is being written. */
export interface Finding {
  /** Where it is shown: a field of the form. */
  readonly field: string;
  /** Where it is in the listing, as in `channels.0.value`: a reason given for it names this. */
  readonly place: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning';
}

/** What the schema refuses, by what a person can do about it. */
export const PROBLEM_KINDS = [
  'missing',
  'evidence',
  'condition',
  'number',
  'link',
  'email',
  'day',
  'order',
  'characters',
  'times',
  'place',
  'wrong',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

const KINDS: readonly (readonly [RegExp, ProblemKind])[] = [
  [/^is missing|^Invalid length: Expected >=1/, 'missing'],
  [/without evidence/, 'evidence'],
  [/is yes but/, 'condition'],
  [/is not a number like/, 'number'],
  [/is not a safe https/, 'link'],
  [/is not an e-mail/, 'email'],
  [/is not a day/, 'day'],
  [/ends before/, 'order'],
  [/characters that can hide/, 'characters'],
  [/is not a time|only one of its times|is not days|is not a zone/, 'times'],
  [/is public but/, 'place'],
];

// A tick that is missing is of the wrong type to the schema, which says nothing of what to do.
const CONSENT = /\.(publish_consent|consent_evidence)$/;

export function problemKind(reason: string, place: string): ProblemKind {
  if (CONSENT.test(place)) return 'place';
  return KINDS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'wrong';
}

/** The form's field that a place of the listing belongs to. */
export function fieldOfPlace(place: string): string {
  const [first = '', second = ''] = place.split('.');
  return first === 'organization' ? `organization.${second || 'name'}` : first;
}

/** What keeps it from being a listing, each kind once a field. */
export function findingsOfProblems(problems: readonly FieldProblem[]): Finding[] {
  const found = problems.map(({ field, reason }) => ({
    field: fieldOfPlace(field),
    place: field,
    rule: problemKind(reason, field),
    severity: 'error' as const,
  }));
  return found.filter(
    (one, at) => found.findIndex(({ field, rule }) => field === one.field && rule === one.rule) === at,
  );
}

export function findingsOfLint(findings: readonly LintFinding[]): Finding[] {
  return findings.map(({ field, rule, severity }) => ({
    field: fieldOfPlace(field),
    place: field,
    rule,
    severity,
  }));
}

/** What still keeps it from being sent: each error, and each warning without a reason. */
export function openFindings(
  findings: readonly Finding[],
  reasonFor: (finding: Finding) => string | undefined,
): Finding[] {
  return findings.filter((one) => one.severity === 'error' || !reasonFor(one)?.trim());
}
