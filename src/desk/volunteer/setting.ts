import type { Instant, IsoDate } from '../../core/dates.ts';
import type { Check } from '../../core/edits/edit.ts';
import { type Question, questionsOf } from '../../core/edits/questions.ts';
import type { KeptListing } from './kept/desk-database.ts';
import type { Preferences } from './kept/preferences.ts';

const SPACE_HOLDS = 72 * 3_600_000;

/** What may be asked of a listing now, by what the server knows and what was answered here since. */
export function dueQuestions(kept: KeptListing, checks: readonly Check[], now: Instant): Question[] {
  const { id, checkedFields, listing } = kept;
  const own = checks.filter(({ listingId }) => listingId === id);
  const fields = new Map(Object.entries(checkedFields));
  for (const { field, answer, at } of own) {
    if (answer !== 'still-right' && answer !== 'changed') continue;
    const day = at.slice(0, 10);
    if ((fields.get(field) ?? '') < day) fields.set(field, day);
  }
  const questions = questionsOf(listing, { checkedFields: Object.fromEntries(fields), checks: own, now });
  // An answer on space that waits for its reviewer is not in the listing yet; it would be asked again at once.
  const isSpaceAnswered = own.some(
    ({ field, answer, at }) =>
      field === 'availability' && answer === 'changed' && Date.parse(at) + SPACE_HOLDS > now,
  );
  return isSpaceAnswered ? questions.filter(({ field }) => field !== 'availability') : questions;
}

/** Which listings somebody wants to see (V1, V16). */
export function isWanted(one: KeptListing, preferences: Preferences, own: readonly string[]): boolean {
  const { regions, languages } = preferences;
  const wanted = regions.length > 0 ? regions : own;
  const written = one.listing.text_language.split('-')[0] ?? '';
  return (
    (wanted.length === 0 || wanted.includes(one.region)) &&
    (languages.length === 0 || languages.includes(written)) &&
    one.closedOn === null
  );
}

export function isSnoozed(id: string, { snoozed }: Preferences, today: IsoDate): boolean {
  return (snoozed[id] ?? '') > today;
}
