import type { IsoDate } from '../../core/dates.ts';
import type { Refusal } from '../../core/desk-api.ts';
import type { Edit } from '../../core/edits/edit.ts';
import type { NumberJudge } from '../../core/edits/lint/check-contacts.ts';
import { newFindings, unanswered } from '../../core/edits/lint/lint-listing.ts';
import type { Listing } from '../../core/schema.ts';
import { refusal } from '../http/refusal.ts';
import { judgeNumber } from './judge-number.ts';

export interface Lint {
  readonly before: Listing | null;
  readonly after: Listing;
  readonly today: IsoDate;
}

// What only looks odd, and a mobile that may be somebody's own, is for a person to look at when lists are built: the desk has
// a smaller table of plans, and could not ask its author for a reason.
const judgeNumberOfEdit: NumberJudge = (number) =>
  judgeNumber(number) === 'impossible' ? 'impossible' : 'fine';

/**
 * What the linter has against what this edit causes (V7, SV-11): errors, and warnings that its author gave no reason for.
 * It names field, rule and what to do next, never a value.
 */
export function lintRefusal({ overrides }: Edit, { before, after, today }: Lint): Refusal | null {
  const against = unanswered(
    newFindings(before, after, { today, judgeNumber: judgeNumberOfEdit }),
    overrides,
  );
  if (against.length === 0) return null;
  return refusal('lint', {
    fields: against.map(({ field, rule, remedy }) => ({ field, reason: rule, remedy })),
  });
}
