import { hasHiddenPlace, isNamedSafeHouse } from '../confidential/hidden-places.ts';
import type { Listing } from '../schema.ts';
import { channelKeys } from './fields.ts';
import type { Question } from './questions.ts';

/** One thing to say or ask; the words are the screen's. `find-out-who`: before anything is said of the service. */
export type CallStep =
  | { readonly kind: 'find-out-who' | 'introduce' | 'ask-for-time' | 'anything-else' | 'thanks' }
  | { readonly kind: 'question'; readonly question: Question };

export interface CallScript {
  /** Whoever picks up is never told what the service is: it may be somebody who must not know (V3). */
  readonly isDiscreet: boolean;
  /** What may be called, as fields, in the listing's order. */
  readonly numbers: readonly string[];
  readonly steps: readonly CallStep[];
}

// Some minutes of somebody who should be answering others. What is left is asked another time.
const MOST_QUESTIONS = 7;

/** A call, from what is stale, most pressing first (V3). The number needs no question: that somebody answers is the answer. */
export function callScript(listing: Listing, stale: readonly Question[]): CallScript {
  const isDiscreet = isDiscreetListing(listing);
  const keys = channelKeys(listing.channels);
  const questions = stale
    .filter(({ field }) => !field.startsWith('channels.phone:'))
    .slice(0, MOST_QUESTIONS)
    .map((question): CallStep => ({ kind: 'question', question }));
  return {
    isDiscreet,
    numbers: listing.channels.flatMap(({ type }, index) =>
      type === 'phone' || type === 'relay' ? [`channels.${keys[index]}`] : [],
    ),
    steps: [
      ...(isDiscreet ? [{ kind: 'find-out-who' } as const] : []),
      { kind: 'introduce' },
      { kind: 'ask-for-time' },
      ...questions,
      { kind: 'anything-else' },
      { kind: 'thanks' },
    ],
  };
}

function isDiscreetListing(listing: Listing): boolean {
  return (
    isNamedSafeHouse(listing) ||
    listing.confidentiality_note !== undefined ||
    // A line without a place hides nothing; a house with a hidden one does.
    (listing.locations.length > 0 && hasHiddenPlace(listing) && hasBeds(listing)) ||
    listing.needs.includes('home.refuge')
  );
}

function hasBeds({ needs }: Listing): boolean {
  return needs.some((need) => need.startsWith('home.'));
}
