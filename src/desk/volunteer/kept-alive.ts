import type { IsoDate } from '../../core/dates.ts';
import type { Check } from '../../core/edits/edit.ts';

/** Services of which somebody found something right, or changed it, in the month of the day: for their own eyes (V16). */
export function keptAliveIn(checks: readonly Check[], today: IsoDate): number {
  const month = today.slice(0, 7);
  const kept = checks.filter(
    ({ at, answer }) => at.startsWith(month) && (answer === 'still-right' || answer === 'changed'),
  );
  return new Set(kept.map(({ listingId }) => listingId)).size;
}
