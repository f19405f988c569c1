import { describe, expect, it } from 'vitest';
import { instantOfWallClock, minutesOf, wallClockAt, wallClockBoundsAt, wallClockOf } from './zones.ts';

const at = (text: string) => Date.parse(text);
const when = (instant: number | null) => instant !== null && new Date(instant).toISOString().slice(0, 16);

describe('the clock on a wall (S7)', () => {
  it.each([
    ['Africa/Nairobi', '2026-11-21T22:30Z', '2026-11-22', 90],
    ['America/New_York', '2026-11-21T03:15Z', '2026-11-20', 22 * 60 + 15],
    ['Asia/Kathmandu', '2026-11-21T18:14Z', '2026-11-21', 23 * 60 + 59],
    ['Asia/Kathmandu', '2026-11-21T18:15Z', '2026-11-22', 0],
    ['Europe/London', '2026-03-29T00:59Z', '2026-03-29', 59],
    ['Europe/London', '2026-03-29T01:00Z', '2026-03-29', 120],
    ['Pacific/Kiritimati', '2026-12-31T10:00Z', '2027-01-01', 0],
    ['Etc/UTC', '2028-02-29T23:59:59Z', '2028-02-29', 1439],
  ])('in %s at %s is %s, %d minutes after midnight', (zone, instant, day, minute) => {
    expect(wallClockAt(at(instant), zone)).toEqual({ day, minute });
  });

  it('is not guessed in a zone that nobody knows', () => {
    expect(wallClockAt(0, 'Nowhere/Unknown')).toBeNull();
    expect(instantOfWallClock({ day: '2026-11-21', minute: 0 }, 'Nowhere/Unknown')).toBeNull();
    expect(wallClockBoundsAt(0, 'Nowhere/Unknown')).toBeNull();
  });

  it('counts minutes there and back, before 1970 too', () => {
    for (const minutes of [-1, 0, 1, 1439, 1440, 29_000_000])
      expect(minutesOf(wallClockOf(minutes))).toBe(minutes);
    expect(wallClockOf(-1)).toEqual({ day: '1969-12-31', minute: 1439 });
  });
});

describe('the moment at which a clock shows a time (S7)', () => {
  it.each([
    ['Africa/Nairobi', '2026-11-21', 540, 'first', '2026-11-21T06:00'],
    // Forward: 01:30 never comes in London on that night, 02:30 never in New York; both stand for the change itself.
    ['Europe/London', '2026-03-29', 90, 'first', '2026-03-29T01:00'],
    ['Europe/London', '2026-03-29', 90, 'last', '2026-03-29T01:00'],
    ['America/New_York', '2026-03-08', 150, 'first', '2026-03-08T07:00'],
    ['Europe/London', '2026-03-29', 720, 'first', '2026-03-29T11:00'],
    // Back: 01:30 comes twice.
    ['Europe/London', '2026-10-25', 90, 'first', '2026-10-25T00:30'],
    ['Europe/London', '2026-10-25', 90, 'last', '2026-10-25T01:30'],
    ['America/New_York', '2026-11-01', 90, 'first', '2026-11-01T05:30'],
    ['America/New_York', '2026-11-01', 90, 'last', '2026-11-01T06:30'],
    ['Europe/London', '2026-10-25', 720, 'first', '2026-10-25T12:00'],
    ['Europe/London', '2026-10-25', 720, 'last', '2026-10-25T12:00'],
    // The hour to which clocks are put back is never undercut.
    ['Europe/London', '2026-10-25', 60, 'last', '2026-10-25T00:00'],
    ['Europe/London', '2026-10-25', 120, 'first', '2026-10-25T02:00'],
    // Half an hour only.
    ['Australia/Lord_Howe', '2026-04-05', 105, 'first', '2026-04-04T14:45'],
    ['Australia/Lord_Howe', '2026-04-05', 105, 'last', '2026-04-04T15:15'],
  ] as const)('in %s on %s after %d minutes, the %s time', (zone, day, minute, which, expected) => {
    expect(when(instantOfWallClock({ day, minute }, zone, which))).toBe(expected);
  });
});

describe('what a clock has shown and will show again (S7)', () => {
  it.each([
    ['an ordinary noon', '2026-10-24T11:00Z', 720, 720],
    ['the first half past one', '2026-10-25T00:30Z', 90, 60],
    ['the second half past one', '2026-10-25T01:30Z', 119, 90],
    ['half past two', '2026-10-25T02:30Z', 150, 150],
    ['the minute before clocks go forward', '2026-03-29T00:59Z', 59, 59],
    ['the minute after', '2026-03-29T01:00Z', 120, 120],
  ])('in London at %s', (_, instant, latest, earliest) => {
    const bounds = wallClockBoundsAt(at(instant), 'Europe/London');
    expect([bounds?.latest.minute, bounds?.earliest.minute]).toEqual([latest, earliest]);
  });
});
