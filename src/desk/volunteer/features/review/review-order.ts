import type { KeptEdit } from '../../../../core/desk-api.ts';

/** What harms most when it is wrong first; then what has waited longest. One's own come last: others must check them. */
export function inReviewOrder(edits: readonly KeptEdit[]): KeptEdit[] {
  return edits.toSorted(
    (one, other) =>
      Number(one.cannotDecide !== null) - Number(other.cannotDecide !== null) ||
      Number(other.isRisky) - Number(one.isRisky) ||
      (one.madeAt < other.madeAt ? -1 : one.madeAt > other.madeAt ? 1 : 0),
  );
}
