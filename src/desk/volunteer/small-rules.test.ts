import { expect, it } from 'vitest';
import type { Listing } from '../../core/schema.ts';
import { dueDays } from './features/queue/due-calendar.ts';
import { keptAliveIn } from './kept-alive.ts';
import { tokenIn } from './one-time-link.ts';

const TOKEN = 'abcdefghijklmnopqrstuvwxyz_-0123456789ABCDE';

it.each([
  [`http://localhost:4174/#${TOKEN}`, TOKEN],
  [`  ${TOKEN} `, TOKEN],
  [`#${TOKEN}`, TOKEN],
  ['', null],
  ['https://desk.example/', null],
  ['short', null],
])('SV-2 the token in "%s"', (text, token) => {
  expect(tokenIn(text)).toBe(token);
});

it('V16 counts each service once that was found right or changed in the month', () => {
  const check = (
    listingId: string,
    answer: 'still-right' | 'changed' | 'cannot-tell',
    at = '2026-03-02T00:00:00Z',
  ) => ({
    id: `${listingId}${answer}${at}`,
    listingId,
    field: 'hours',
    answer,
    at,
  });
  const checks = [
    check('a', 'still-right'),
    check('a', 'changed'),
    check('b', 'changed'),
    check('c', 'cannot-tell'),
    check('d', 'still-right', '2026-02-28T23:00:00Z'),
  ];
  expect(keptAliveIn(checks, '2026-03-31')).toBe(2);
});

it('V1 the calendar has how many checks are due on a day: what is overdue today, the rest when it is due', () => {
  const listing = (checked: string | null) =>
    ({ needs: ['safe.crisis-line'], verification: { checked_on: checked } }) as unknown as Listing;
  const days = dueDays(
    [listing(null), listing('2025-01-01'), listing('2026-02-20'), listing('2026-03-01')],
    '2026-03-01',
  );
  expect([...days]).toEqual([
    ['2026-03-01', 2],
    ['2026-03-23', 1],
    ['2026-04-01', 1],
  ]);
});
