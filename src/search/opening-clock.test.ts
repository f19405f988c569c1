import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryListing } from '../../tests/fixtures/arbitrary-listing.ts';
import { openingAt } from '../core/opening-hours.ts';
import type { Hours } from '../core/schema.ts';
import { openingClock } from './opening-clock.ts';

test('a remembered answer is the one that would be worked out now, forwards and backwards in time', () => {
  const start = Date.parse('2026-10-24T00:00Z'); // clocks go back in London the next night
  const instants = fc.array(
    fc.integer({ min: 0, max: 3 * 24 * 60 }).map((minutes) => start + minutes * 60_000),
    { minLength: 2, maxLength: 20 },
  );
  fc.assert(
    fc.property(arbitraryListing, instants, ({ hours }, moments) => {
      const clock = openingClock(hours);
      for (const instant of moments.flatMap((one) => [one, one + 60_000])) {
        expect(clock(instant)).toEqual(openingAt(hours, instant));
      }
    }),
    { numRuns: 100 },
  );
});

test('a day that is closed for a holiday is noticed though the service never closes else', () => {
  const hours: Hours = {
    timezone: 'Africa/Nairobi',
    always_open: true,
    schedules: [],
    exceptions: [{ valid_from: '2026-12-25', valid_to: '2026-12-25' }],
  };
  const clock = openingClock(hours);
  const states = ['2026-12-24T20:59Z', '2026-12-24T21:00Z', '2026-12-25T21:00Z'].map((moment) =>
    clock(Date.parse(moment)),
  );
  expect(states.map(({ state }) => state)).toEqual(['always', 'closed', 'always']);
});
