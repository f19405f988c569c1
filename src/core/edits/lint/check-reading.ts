import type { Listing } from '../../schema.ts';
import { gradeOf } from './flesch-kincaid.ts';
import type { LintFinding } from './lint-finding.ts';

// The interface keeps to grade 6 (settled 41); a service's own words may be a little harder, no more.
const HIGHEST_GRADE = 9;

/** A description that stress makes too hard to read. English alone: the measure says nothing of other languages. */
export function hardText({ text_language: language, description }: Listing): LintFinding[] {
  if (!/^en(-|$)/.test(language)) return [];
  const grade = gradeOf([description]);
  if (grade <= HIGHEST_GRADE) return [];
  return [
    {
      rule: 'hard-text',
      field: 'description',
      severity: 'warning',
      reason: `asks for ${Math.round(grade)} years of school`,
      remedy: 'Write shorter sentences and plainer words: nine years at most.',
    },
  ];
}
