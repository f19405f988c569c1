import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, earlier, isIsoDate, startOf } from './dates.ts';

describe('a day', () => {
  it.each(['2026-11-21', '2028-02-29', '2000-02-29', '1970-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-11-31',
    '2026-1-1',
    '21-11-2026',
    '2026-11-21T00:00Z',
    '2026-11-21 ',
    '2026-11-21\n',
    '+2026-11-21',
    '٢٠٢٦-١١-٢١',
    '0000-01-01',
    '',
    'today',
  ])('%j is none', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });

  it('is the one that a moment falls on in UTC, up to its last millisecond', () => {
    expect(dayOf(Date.parse('2026-11-21T00:00:00.000Z'))).toBe('2026-11-21');
    expect(dayOf(Date.parse('2026-11-21T23:59:59.999Z'))).toBe('2026-11-21');
    expect(dayOf(-1)).toBe('1969-12-31');
  });

  it('counts over leap days and ends of years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2026-12-31', 365)).toBe('2027-12-31');
    expect(addDays('2027-12-31', 365)).toBe('2028-12-30');
    expect(daysBetween('2026-11-21', '2026-11-20')).toBe(-1);
  });

  it('is the earlier of two, or the only one', () => {
    expect(earlier('2026-11-20', '2026-11-21')).toBe('2026-11-20');
    expect(earlier('2026-11-22', '2026-11-21')).toBe('2026-11-21');
    expect(earlier(undefined, '2026-11-21')).toBe('2026-11-21');
  });

  it('adds and counts alike, for any day', () => {
    const day = fc.integer({ min: -20_000, max: 60_000 }).map((days) => dayOf(days * 86_400_000));
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        const to = addDays(from, days);
        expect(isIsoDate(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(days);
        expect(dayOf(startOf(to))).toBe(to);
        expect(to < from).toBe(days < 0);
      }),
    );
  });
});
