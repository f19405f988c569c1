import type { Listing } from '../schema.ts';
import type { CheckAnswer, VerifyMethod } from './edit.ts';
import { channelKeys } from './fields.ts';

/** One answer to a question, and how the person came by it. */
export interface Answered {
  readonly field: string;
  readonly answer: CheckAnswer;
  readonly method?: VerifyMethod | undefined;
  /** The channel that was called, as a field; without it, the only number that there is. */
  readonly called?: string | undefined;
}

const CALLS: readonly VerifyMethod[] = ['called-published-number', 'called-old-number'];
const SPOKE: readonly CheckAnswer[] = ['still-right', 'changed', 'cannot-tell'];

/**
 * Fields that an answer proves right beside its own (V2): who picked up proves the number, and that the service is there;
 * who was met at its door, its place; what its page said, the page.
 */
export function impliedBy(listing: Listing, { field, answer, method, called }: Answered): string[] {
  if (method === undefined || !SPOKE.includes(answer)) return [];
  const implied: string[] = [];
  if (CALLS.includes(method)) {
    const number = called ?? onlyNumber(listing);
    if (number !== null) implied.push(number, 'status');
  }
  if (method === 'met-in-person') {
    implied.push('status');
    if (listing.locations.some(({ visibility }) => visibility === 'public')) implied.push('locations');
  }
  if (method === 'provider-web' && listing.organization.website) implied.push('organization.website');
  // What was asked about has an answer of its own.
  return implied.filter((one) => one !== field);
}

function onlyNumber({ channels }: Listing): string | null {
  const keys = channelKeys(channels);
  const numbers = channels.flatMap(({ type }, index) =>
    type === 'phone' ? [`channels.${keys[index]}`] : [],
  );
  const [only] = numbers;
  return only !== undefined && numbers.length === 1 ? only : null;
}
