import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates.ts';
import { type Claim, claimExpiry, claimOn, type Evidence } from './facts.ts';

const CHECKED = '2026-01-10';
const later = (days: number) => addDays(CHECKED, days);
const checked = (day: string): Evidence => ({ type: 'provider-call', checked_on: day });
const page = (read_on: string, source_dated?: string | null): Evidence => ({
  type: 'provider-web',
  checked_on: null,
  read_on,
  ...(source_dated !== undefined && { source_dated }),
});
const yes = (...evidence: Evidence[]): Claim => ({ value: 'yes', evidence });

describe('a claim that was checked (settled 18, ST-12)', () => {
  it.each([
    [0, 'yes'],
    [364, 'yes'],
    [365, 'yes'],
    [366, 'unknown'],
    [800, 'unknown'],
  ])('%d days later is %s', (days, value) => {
    expect(claimOn(yes(checked(CHECKED)), later(days)).value).toBe(value);
  });

  it('keeps what it said once it has lapsed, to be shown as words', () => {
    expect(claimOn(yes(checked(CHECKED)), later(366))).toEqual({
      value: 'unknown',
      basis: 'expired',
      since: CHECKED,
      expires: later(365),
      was: 'yes',
    });
  });

  it('lapses for a no as for a yes', () => {
    const no: Claim = { value: 'no', evidence: [checked(CHECKED)] };
    expect(claimOn(no, later(365))).toMatchObject({ value: 'no', basis: 'checked', since: CHECKED });
    expect(claimOn(no, later(366))).toMatchObject({ value: 'unknown', was: 'no' });
  });

  it('ends on the day that it names, where that is earlier', () => {
    const claim = { ...yes(checked(CHECKED)), valid_until: later(30) };
    expect(claimOn(claim, later(30)).value).toBe('yes');
    expect(claimOn(claim, later(31))).toMatchObject({ value: 'unknown', basis: 'expired' });
  });

  it('is not made longer by a later end', () => {
    const claim = { ...yes(checked(CHECKED)), valid_until: later(500) };
    expect(claimOn(claim, later(365)).value).toBe('yes');
    expect(claimOn(claim, later(366)).value).toBe('unknown');
  });

  it('holds from the latest check', () => {
    expect(claimOn(yes(checked(CHECKED), checked(later(100)), checked(later(50))), later(465))).toMatchObject(
      {
        value: 'yes',
        since: later(100),
        expires: later(465),
      },
    );
  });
});

describe('a claim that a public page makes (settled 18, ST-12)', () => {
  it.each([
    ['bears no day', undefined, 'page'],
    ['says that it bears none', null, 'page'],
    ['is 364 days old', later(-364), 'page'],
    ['is 365 days old', later(-365), 'page'],
    ['is dated after it was read', later(3), 'page'],
    ['is 366 days old', later(-366), 'old-page'],
  ])('where the page %s when read', (_, dated, basis) => {
    const claim = claimOn(yes(page(CHECKED, dated)), CHECKED);
    expect(claim).toMatchObject(
      basis === 'page'
        ? { value: 'yes', basis, since: CHECKED }
        : { value: 'unknown', basis, was: 'yes', since: dated },
    );
  });

  it.each([
    [364, 'yes'],
    [365, 'yes'],
    [366, 'unknown'],
  ])('%d days after it was read is %s', (days, value) => {
    expect(claimOn(yes(page(CHECKED, later(-300))), later(days)).value).toBe(value);
  });

  it('gives way to a check by a person, even an earlier one', () => {
    expect(claimOn(yes(page(later(20)), checked(CHECKED)), later(30))).toMatchObject({
      basis: 'checked',
      since: CHECKED,
    });
  });

  it('does not make young again what a person checked long ago: ask first', () => {
    expect(claimOn(yes(checked(CHECKED), page(later(360))), later(366))).toMatchObject({
      value: 'unknown',
      basis: 'expired',
    });
  });

  it('stands on the page that was current, where another was old', () => {
    const claim = yes(page(later(10), later(-900)), page(CHECKED, later(-10)));
    expect(claimOn(claim, later(20))).toMatchObject({ value: 'yes', basis: 'page', since: CHECKED });
  });
});

describe('a claim that nobody can stand behind (ST-12)', () => {
  it.each<[string, Claim, object]>([
    ['says unknown', { value: 'unknown', evidence: [checked(CHECKED)] }, { value: 'unknown', basis: 'none' }],
    ['has no evidence', { value: 'yes' }, { value: 'unknown', basis: 'none', was: 'yes' }],
    [
      'has evidence without a day',
      yes({ type: 'law', checked_on: null }),
      { value: 'unknown', basis: 'none', was: 'yes' },
    ],
    [
      'has a page with its own day alone, that nobody says to have read',
      yes({ type: 'provider-web', checked_on: null, source_dated: CHECKED }),
      { value: 'unknown', basis: 'none', was: 'yes' },
    ],
    [
      'is disputed, however fresh',
      { ...yes(checked(CHECKED)), disputed: true },
      { value: 'unknown', basis: 'disputed', was: 'yes' },
    ],
  ])('is unknown: it %s', (_, claim, expected) => {
    expect(claimOn(claim, CHECKED)).toEqual(expected);
    expect(claimExpiry(claim)).toBeUndefined();
  });
});

describe('any claim (ST-12)', () => {
  const day = fc.integer({ min: -900, max: 900 }).map(later);
  const maybe = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: undefined });
  const evidence = fc.record(
    {
      type: fc.constant('law' as const),
      checked_on: fc.option(day),
      read_on: day,
      source_dated: fc.option(day),
    },
    { requiredKeys: ['type', 'checked_on'] },
  );
  const claims = fc.record({
    value: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
    evidence: maybe(fc.array(evidence, { maxLength: 3 })),
    valid_until: maybe(day),
    disputed: maybe(fc.boolean()),
  });

  it('is a yes only with a check or a reading at most 365 days before, and never turns into the other answer', () => {
    fc.assert(
      fc.property(claims, day, (claim, today) => {
        const { value } = claimOn(claim, today);
        if (value === 'unknown') return;
        expect(value).toBe(claim.value);
        expect(claim.disputed).not.toBe(true);
        const days = (claim.evidence ?? []).flatMap(({ checked_on, read_on }) => checked_on ?? read_on ?? []);
        expect(days.some((one) => today <= addDays(one, 365))).toBe(true);
        if (claim.valid_until) expect(today <= claim.valid_until).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('holds up to the day that claimExpiry names, and not on the next', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const last = claimExpiry(claim);
        if (!last) return;
        expect(claimOn(claim, last).value).toBe(claim.value);
        expect(claimOn(claim, addDays(last, 1)).value).toBe('unknown');
      }),
      { numRuns: 500 },
    );
  });
});
