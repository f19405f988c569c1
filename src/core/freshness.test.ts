import { describe, expect, it } from 'vitest';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { addDays } from './dates.ts';
import { FRESHNESS_ORDER, type Freshness, freshnessOf, freshnessOn, reviewInterval } from './freshness.ts';
import { NEEDS, type Need } from './taxonomy.ts';

const CHECKED = '2026-01-10';

describe('days between checks (settled 18)', () => {
  it.each<[number, readonly Need[]]>([
    [30, ['safe.crisis-line']],
    [60, ['home.refuge']],
    [60, ['home.emergency']],
    [90, ['law.advice']],
    [90, ['law.rights']],
    [90, ['health.pep']],
    [90, ['health.substance']],
    [180, ['live.basics']],
    [180, ['home.longer']],
    [180, ['safe.escape']],
    [180, ['report.police']],
    [180, []],
    // Of several, the shortest.
    [30, ['live.basics', 'law.advice', 'home.refuge', 'safe.crisis-line']],
    [60, ['law.advice', 'home.refuge']],
    [90, ['live.work', 'health.urgent']],
  ])('are %d for %j', (days, needs) => {
    expect(reviewInterval(needs)).toBe(days);
  });

  it('are one of four for every need, never longer with a need more', () => {
    for (const need of NEEDS) {
      expect([30, 60, 90, 180]).toContain(reviewInterval([need]));
      expect(reviewInterval([need, 'live.basics'])).toBe(reviewInterval([need]));
    }
  });
});

describe('how far a listing can be trusted for its age (settled 18, SV-20)', () => {
  it.each<[interval: number, ages: Record<number, Freshness>]>([
    [30, { 0: 'fresh', 30: 'fresh', 31: 'due', 60: 'due', 61: 'old', 90: 'old', 91: 'beyond' }],
    [60, { 60: 'fresh', 61: 'due', 120: 'due', 121: 'old', 180: 'old', 181: 'beyond' }],
    [90, { 90: 'fresh', 91: 'due', 180: 'due', 181: 'old', 270: 'old', 271: 'beyond' }],
    [180, { 180: 'fresh', 181: 'due', 360: 'due', 361: 'old', 540: 'old', 541: 'beyond', 9999: 'beyond' }],
  ])('with %d days between checks', (interval, ages) => {
    const found = Object.keys(ages).map((days) => [
      days,
      freshnessOn(CHECKED, interval, addDays(CHECKED, Number(days))),
    ]);
    expect(Object.fromEntries(found)).toEqual(ages);
  });

  it('is never fresh where nobody has checked it, whenever its page was read', () => {
    const listing = listingOf({
      verification: { state: 'web-checked', checked_on: null, read_on: CHECKED },
      needs: ['safe.crisis-line'],
    });
    for (const days of [0, 1000]) expect(freshnessOf(listing, addDays(CHECKED, days))).toBe('unchecked');
  });

  it('counts from the check, by the needs', () => {
    const verification = { state: 'confirmed', checked_on: CHECKED };
    const line = listingOf({ verification, needs: ['safe.crisis-line'] });
    const food = listingOf({ verification, needs: ['live.basics'] });
    expect(freshnessOf(line, addDays(CHECKED, 100))).toBe('beyond');
    expect(freshnessOf(food, addDays(CHECKED, 100))).toBe('fresh');
  });

  it('puts what nobody has checked after what was checked, and what is long past last', () => {
    expect(FRESHNESS_ORDER).toEqual(['fresh', 'due', 'unchecked', 'old', 'beyond']);
  });
});
