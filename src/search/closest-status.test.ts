import { expect, test } from 'vitest';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { openListings } from '../../tests/fixtures/open-listings.ts';
import { EMPTY_QUERY } from './query.ts';
import { search } from './search.ts';

const checked = [{ type: 'provider-call', checked_on: '2026-11-01' }];
const helps = (id: string, name: string, accepted_statuses: string[]) =>
  listingOf({
    id: `00000000-0000-4000-8000-00000000000${id}`,
    name,
    immigration_eligibility: { value: 'no', accepted_statuses, evidence: checked },
  });
const index = openListings([
  helps('1', 'A for refugees', ['refugee']),
  helps('2', 'B for people asking for asylum', ['asylum-seeker']),
  helps('3', 'C for both', ['refugee', 'asylum-seeker']),
]);
const moment = { instant: Date.parse('2026-11-24T12:00:00Z'), limit: 10 };

test('S4 services that name her status come first among those with conditions, and are never a yes', () => {
  const answer = search(
    index,
    { ...EMPTY_QUERY, isStatusSafe: true, closestStatus: 'asylum-seeker' },
    moment,
  );
  expect(answer.conditional.hits.map(({ name }) => name[0])).toEqual(['B', 'C', 'A']);
  expect(answer.naming).toBe(2);
  expect(answer.confirmed.total).toBe(0);
});

test('S4 who would rather not say sees them in the usual order', () => {
  const answer = search(index, { ...EMPTY_QUERY, isStatusSafe: true }, moment);
  expect(answer.conditional.hits.map(({ name }) => name[0])).toEqual(['A', 'B', 'C']);
  expect(answer.naming).toBe(0);
});
