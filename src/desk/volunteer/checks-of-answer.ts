import type { Check, CheckAnswer, VerifyMethod } from '../../core/edits/edit.ts';
import { impliedBy } from '../../core/edits/implied.ts';
import type { Listing } from '../../core/schema.ts';

interface GivenAnswer {
  readonly field: string;
  readonly answer: CheckAnswer;
  readonly method: VerifyMethod | null;
  readonly called?: string | undefined;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly newId: () => string;
}

/** An answer as checks to be kept: its own, and those of what it proves right beside it (V2). */
export function checksOfAnswer(listing: Listing, given: GivenAnswer): Check[] {
  const { field, answer, method, called, at, newId } = given;
  const by = method ? { method } : {};
  const checkOf = (of: string, said: CheckAnswer): Check => ({
    id: newId(),
    listingId: listing.id,
    field: of,
    answer: said,
    at,
    ...by,
  });
  const implied = impliedBy(listing, { field, answer, ...by, ...(called && { called }) });
  return [checkOf(field, answer), ...implied.map((one) => checkOf(one, 'still-right'))];
}
