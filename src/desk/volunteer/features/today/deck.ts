import type { Instant, IsoDate } from '../../../../core/dates.ts';
import type { Check } from '../../../../core/edits/edit.ts';
import type { Question } from '../../../../core/edits/questions.ts';
import type { Preferences } from '../../kept/preferences.ts';
import { dueQuestions, isSnoozed } from '../../setting.ts';
import type { QueuedListing } from '../../use-queue.ts';

// So many questions of one listing after another: then somebody who has two minutes sees another one.
const IN_A_ROW = 3;

export interface DeckInputs {
  /** Most pressing first. */
  readonly queue: readonly QueuedListing[];
  readonly checks: readonly Check[];
  readonly now: Instant;
  readonly preferences: Preferences;
  readonly today: IsoDate;
  /** Of which listing the last card was, and how many of it in a row. */
  readonly at: { readonly listingId: string | null; readonly asked: number };
  /** The card that lies there: it stays while it is not answered, whatever arrives from the server. */
  readonly pinned: Pinned | null;
}

export interface Pinned {
  readonly listingId: string;
  readonly field: string;
}

type DeckCard =
  | ({ readonly kind: 'card'; readonly question: Question } & QueuedListing)
  | { readonly kind: 'done' | 'enough' | 'resting' };

/** The next card: of the same listing while it has questions, then of the most pressing one that has any. */
export function cardOf(inputs: DeckInputs): DeckCard {
  const { queue, checks, now, preferences, today, at } = inputs;
  const { restUntil, mostADay } = preferences;
  if (restUntil !== null && restUntil > today) return { kind: 'resting' };
  const lying = pinnedCard(inputs);
  if (lying) return lying;
  const isSame = ({ kept }: QueuedListing) => kept.id === at.listingId;
  const isEnough = mostADay !== null && answeredOn(checks, today) >= mostADay;
  const stays = at.asked < IN_A_ROW ? queue.filter(isSame) : [];
  if (isEnough && stays.length === 0) return { kind: 'enough' };
  // The one that was just left comes last, not at once again.
  const others = isEnough ? [] : [...queue.filter((one) => !isSame(one)), ...queue.filter(isSame)];
  for (const one of [...stays, ...others]) {
    if (isSnoozed(one.kept.id, preferences, today)) continue;
    const [question] = dueQuestions(one.kept, checks, now);
    if (question) return { kind: 'card', question, ...one };
  }
  return { kind: isEnough ? 'enough' : 'done' };
}

function pinnedCard({ queue, checks, now, pinned, preferences, today }: DeckInputs): DeckCard | null {
  const one = queue.find(({ kept }) => kept.id === pinned?.listingId);
  if (!one || isSnoozed(one.kept.id, preferences, today)) return null;
  const question = dueQuestions(one.kept, checks, now).find(({ field }) => field === pinned?.field);
  return question ? { kind: 'card', question, ...one } : null;
}

/** Services that something was answered of on a day. */
export function answeredOn(checks: readonly Check[], day: IsoDate): number {
  const answered = checks.filter(({ at, answer }) => at.startsWith(day) && answer !== 'skipped');
  return new Set(answered.map(({ listingId }) => listingId)).size;
}
