import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WallClockFilm } from '../../tests/fixtures/minute-oracle.ts';
import { isOpenAt, openingAt, stretchesOn } from './opening-hours.ts';
import type { Hours, Schedule } from './schema.ts';

const at = (text: string) => Date.parse(text);
const EVERY_DAY = 'MO,TU,WE,TH,FR,SA,SU';
const weekly = (byday: string, opens_at: string, closes_at: string, more: Partial<Schedule> = {}) => ({
  freq: 'WEEKLY' as const,
  byday,
  opens_at,
  closes_at,
  ...more,
});
const hours = (fields: Partial<Hours>): Hours => ({
  timezone: 'Europe/London',
  schedules: [],
  exceptions: [],
  ...fields,
});
const open = (until: string) => ({ state: 'open', until: at(until) });
const closed = (opens: string | null) => ({ state: 'closed', opens: opens === null ? null : at(opens) });

const weekdays = hours({ schedules: [weekly('MO,TU,WE,TH,FR', '09:00', '17:00')] });
const fridayNight = hours({ schedules: [weekly('FR', '20:00', '02:00')] });
const christmas = { valid_from: '2026-12-25', valid_to: '2026-12-26' };

type Case = readonly [what: string, hours: Hours | undefined, instant: string, opening: object];

describe('opening hours by the clock of the service (S7)', () => {
  it.each<Case>([
    ['is not known where nothing is said', undefined, '2026-11-20T12:00Z', { state: 'unknown' }],
    [
      'is not known where only words are given',
      hours({ source_text: 'Most mornings' }),
      '2026-11-20T12:00Z',
      { state: 'unknown' },
    ],
    [
      'is not known in a zone that nobody knows',
      { ...weekdays, timezone: 'Nowhere/Unknown' },
      '2026-11-20T12:00Z',
      { state: 'unknown' },
    ],
    ['is open in working hours', weekdays, '2026-11-20T12:00Z', open('2026-11-20T17:00Z')],
    ['opens on the minute', weekdays, '2026-11-20T09:00Z', open('2026-11-20T17:00Z')],
    ['closes on the minute', weekdays, '2026-11-20T17:00Z', closed('2026-11-23T09:00Z')],
    ['opens on Monday, seen at the weekend', weekdays, '2026-11-21T12:00Z', closed('2026-11-23T09:00Z')],
    [
      'is open at 01:30 on Saturday from Friday 20:00',
      fridayNight,
      '2026-11-21T01:30Z',
      open('2026-11-21T02:00Z'),
    ],
    ['is closed at 02:00 on Saturday', fridayNight, '2026-11-21T02:00Z', closed('2026-11-27T20:00Z')],
    ['is not open at 01:30 on Friday', fridayNight, '2026-11-20T01:30Z', closed('2026-11-20T20:00Z')],
    [
      'is a whole day from 09:00 to 09:00',
      hours({ schedules: [weekly('FR', '09:00', '09:00')] }),
      '2026-11-21T08:59Z',
      open('2026-11-21T09:00Z'),
    ],
    [
      'is open until midnight from 00:00 to 23:59',
      hours({ schedules: [weekly('FR', '00:00', '23:59')] }),
      '2026-11-20T23:59Z',
      open('2026-11-21T00:00Z'),
    ],
    [
      'is open to midnight from 18:00 to 00:00',
      hours({ schedules: [weekly('FR', '18:00', '00:00')] }),
      '2026-11-20T23:59Z',
      open('2026-11-21T00:00Z'),
    ],
    [
      'joins stretches that touch',
      hours({ schedules: [weekly('FR', '09:00', '12:00'), weekly('FR', '12:00', '15:00')] }),
      '2026-11-20T10:00Z',
      open('2026-11-20T15:00Z'),
    ],
    [
      'joins stretches that overlap, whatever their order',
      hours({ schedules: [weekly('FR', '11:00', '15:00'), weekly('FR', '09:00', '12:00')] }),
      '2026-11-20T10:00Z',
      open('2026-11-20T15:00Z'),
    ],
    [
      'joins nights across midnight',
      hours({ schedules: [weekly('FR', '20:00', '00:00'), weekly('SA', '00:00', '06:00')] }),
      '2026-11-20T21:00Z',
      open('2026-11-21T06:00Z'),
    ],
    [
      'keeps a pause at noon',
      hours({ schedules: [weekly('FR', '09:00', '12:00'), weekly('FR', '13:00', '15:00')] }),
      '2026-11-20T12:30Z',
      closed('2026-11-20T13:00Z'),
    ],
    [
      'is by appointment where only that is said',
      hours({ by_appointment: true }),
      '2026-11-20T12:00Z',
      { state: 'appointment' },
    ],
    [
      'is by the week where both are said',
      { ...weekdays, by_appointment: true },
      '2026-11-20T12:00Z',
      open('2026-11-20T17:00Z'),
    ],
    [
      'is open on the second Tuesday of the month',
      hours({ schedules: [{ ...weekly('2TU', '18:00', '20:00'), freq: 'MONTHLY' }] }),
      '2026-11-10T19:00Z',
      open('2026-11-10T20:00Z'),
    ],
    [
      'is closed on the third',
      hours({ schedules: [{ ...weekly('2TU', '18:00', '20:00'), freq: 'MONTHLY' }] }),
      '2026-11-17T19:00Z',
      closed(null),
    ],
    [
      'names the second Tuesday when it is two weeks away',
      hours({ schedules: [{ ...weekly('2TU', '18:00', '20:00'), freq: 'MONTHLY' }] }),
      '2026-11-24T19:00Z',
      closed('2026-12-08T18:00Z'),
    ],
    [
      'counts a first week of two days as the first',
      hours({ schedules: [{ ...weekly('1SU,5MO', '10:00', '12:00'), freq: 'MONTHLY' }] }),
      '2026-11-01T11:00Z',
      open('2026-11-01T12:00Z'),
    ],
    [
      'has a fifth Monday in some months',
      hours({ schedules: [{ ...weekly('1SU,5MO', '10:00', '12:00'), freq: 'MONTHLY' }] }),
      '2026-11-30T11:00Z',
      open('2026-11-30T12:00Z'),
    ],
    [
      'is by the clock over there, not by that of who looks',
      { ...weekdays, timezone: 'America/New_York' },
      '2026-11-20T21:59Z',
      open('2026-11-20T22:00Z'),
    ],
  ])('%s', (_, given, instant, expected) => {
    expect(openingAt(given, at(instant))).toEqual(expected);
  });
});

describe('a service that never closes (S7)', () => {
  it.each<Case>([
    [
      'is always open where it says so',
      hours({ always_open: true }),
      '2026-11-20T03:00Z',
      { state: 'always' },
    ],
    [
      'is always open where every day is 00:00 to 23:59',
      hours({ schedules: [weekly(EVERY_DAY, '00:00', '23:59')] }),
      '2026-11-20T03:00Z',
      { state: 'always' },
    ],
    [
      'is always open where every day is 08:00 to 08:00',
      hours({ schedules: [weekly(EVERY_DAY, '08:00', '08:00')] }),
      '2026-11-20T03:00Z',
      { state: 'always' },
    ],
    [
      'is closed on a holiday, and says when it opens',
      hours({ always_open: true, exceptions: [christmas] }),
      '2026-12-25T12:00Z',
      closed('2026-12-27T00:00Z'),
    ],
    [
      'is always open on the day before',
      hours({ always_open: true, exceptions: [christmas] }),
      '2026-12-24T12:00Z',
      { state: 'always' },
    ],
    [
      'keeps the shorter hours of a holiday',
      hours({ always_open: true, exceptions: [{ ...christmas, opens_at: '10:00', closes_at: '14:00' }] }),
      '2026-12-25T12:00Z',
      open('2026-12-25T14:00Z'),
    ],
    [
      'is closed after the shorter hours of a holiday',
      hours({ always_open: true, exceptions: [{ ...christmas, opens_at: '10:00', closes_at: '14:00' }] }),
      '2026-12-25T15:00Z',
      closed('2026-12-26T10:00Z'),
    ],
  ])('%s', (_, given, instant, expected) => {
    expect(openingAt(given, at(instant))).toEqual(expected);
  });
});

describe('a holiday (S7)', () => {
  it.each<Case>([
    [
      'closes a working day',
      { ...weekdays, exceptions: [christmas] },
      '2026-12-25T12:00Z',
      closed('2026-12-28T09:00Z'),
    ],
    [
      'gives a day hours of its own',
      { ...weekdays, exceptions: [{ ...christmas, opens_at: '11:00', closes_at: '13:00' }] },
      '2026-12-26T12:00Z',
      open('2026-12-26T13:00Z'),
    ],
    [
      'leaves the night before it whole',
      { ...fridayNight, exceptions: [{ valid_from: '2026-11-21', valid_to: '2026-11-21' }] },
      '2026-11-21T01:00Z',
      open('2026-11-21T02:00Z'),
    ],
    [
      'takes away its own night',
      { ...fridayNight, exceptions: [{ valid_from: '2026-11-20', valid_to: '2026-11-20' }] },
      '2026-11-21T01:00Z',
      closed('2026-11-27T20:00Z'),
    ],
    [
      'says nothing of the other days of a service by appointment',
      hours({ by_appointment: true, exceptions: [christmas] }),
      '2026-11-20T12:00Z',
      { state: 'appointment' },
    ],
    [
      'closes a service by appointment',
      hours({ by_appointment: true, exceptions: [christmas] }),
      '2026-12-25T12:00Z',
      closed(null),
    ],
    [
      'says nothing of the other days of a service with words for hours',
      hours({ source_text: 'Mornings', exceptions: [christmas] }),
      '2026-11-20T12:00Z',
      { state: 'unknown' },
    ],
  ])('%s', (_, given, instant, expected) => {
    expect(openingAt(given, at(instant))).toEqual(expected);
  });
});

describe('hours of a season (S7)', () => {
  const winter = hours({
    schedules: [weekly(EVERY_DAY, '20:00', '08:00', { valid_from: '2026-12-01', valid_to: '2027-02-28' })],
  });
  it.each<Case>([
    ['are kept within it', winter, '2027-01-10T21:00Z', open('2027-01-11T08:00Z')],
    ['run through its last night', winter, '2027-03-01T07:00Z', open('2027-03-01T08:00Z')],
    ['name the first night when it is near', winter, '2026-11-25T12:00Z', closed('2026-12-01T20:00Z')],
    [
      'leave it open what is so once they are over: a wrong "closed" is worse',
      winter,
      '2027-03-02T12:00Z',
      { state: 'unknown' },
    ],
  ])('%s', (_, given, instant, expected) => {
    expect(openingAt(given, at(instant))).toEqual(expected);
  });
});

describe('the nights on which clocks change (S7)', () => {
  const london = hours({ schedules: [weekly('SA', '20:00', '06:00')] });
  const newYork = { ...london, timezone: 'America/New_York' };
  const early = (timezone: string) => hours({ timezone, schedules: [weekly('SU', '01:30', '06:00')] });
  it.each<Case>([
    ['a night in London is nine hours in spring', london, '2026-03-28T20:00Z', open('2026-03-29T05:00Z')],
    ['a night in London is eleven hours in autumn', london, '2026-10-24T19:00Z', open('2026-10-25T06:00Z')],
    ['a night in New York is nine hours in spring', newYork, '2026-03-08T01:00Z', open('2026-03-08T10:00Z')],
    [
      'a night in New York is eleven hours in autumn',
      newYork,
      '2026-11-01T00:00Z',
      open('2026-11-01T11:00Z'),
    ],
    [
      'Monday morning in London is one hour earlier after spring',
      weekdays,
      '2026-03-28T12:00Z',
      closed('2026-03-30T08:00Z'),
    ],
    [
      'Monday morning in London is one hour later after autumn',
      weekdays,
      '2026-10-24T12:00Z',
      closed('2026-10-26T09:00Z'),
    ],
    [
      'an opening that is skipped comes with the change',
      early('Europe/London'),
      '2026-03-29T00:59Z',
      closed('2026-03-29T01:00Z'),
    ],
    [
      'an opening that comes twice is the first',
      early('Europe/London'),
      '2026-10-25T00:15Z',
      closed('2026-10-25T00:30Z'),
    ],
    [
      'and is not taken back when the clock shows less again',
      early('Europe/London'),
      '2026-10-25T01:10Z',
      open('2026-10-25T06:00Z'),
    ],
    [
      'a closing that comes twice is the last',
      hours({ schedules: [weekly('SA', '20:00', '01:30')] }),
      '2026-10-25T00:45Z',
      open('2026-10-25T01:30Z'),
    ],
    [
      'and holds after it',
      hours({ schedules: [weekly('SA', '20:00', '01:30')] }),
      '2026-10-25T01:30Z',
      closed('2026-10-31T20:00Z'),
    ],
  ])('%s', (_, given, instant, expected) => {
    expect(openingAt(given, at(instant))).toEqual(expected);
  });
});

describe('openingAt, for any hours and moment (S7)', () => {
  // Windows of 19 days around each change of clocks, and an ordinary one; moments are from the third and fourth day.
  const films = [
    ['Europe/London', '2026-03-26'],
    ['Europe/London', '2026-10-22'],
    ['America/New_York', '2026-03-05'],
    ['America/New_York', '2026-10-29'],
    ['Australia/Lord_Howe', '2026-04-02'],
    ['Africa/Nairobi', '2026-11-20'],
  ].map(([zone = '', day = '']) => new WallClockFilm(zone, at(`${day}T00:00Z`), 19));
  const clock = fc.constantFrom(
    '00:00',
    '00:30',
    '01:00',
    '01:15',
    '01:30',
    '01:45',
    '02:00',
    '02:30',
    '03:00',
    '09:00',
    '12:00',
    '17:45',
    '22:00',
    '23:30',
    '23:59',
  );
  const dayCode = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
  const byday = (nth: boolean) =>
    fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 5 }), dayCode), {
        minLength: 1,
        maxLength: 7,
        selector: ([, code]) => code,
      })
      .map((days) => days.map(([week, code]) => (nth ? `${week}${code}` : code)).join(','));
  const schedule = fc.boolean().chain((isMonthly) =>
    fc.record({
      freq: fc.constant(isMonthly ? ('MONTHLY' as const) : ('WEEKLY' as const)),
      byday: byday(isMonthly),
      opens_at: clock,
      closes_at: clock,
    }),
  );
  const cases = fc.nat(films.length - 1).chain((number) => {
    const { start, zone } = films[number] as WallClockFilm;
    const day = fc
      .integer({ min: 1, max: 6 })
      .map((days) => new Date(start + days * 86_400_000).toISOString().slice(0, 10));
    const range = fc.tuple(day, day).map((days) => days.sort());
    const exception = fc
      .tuple(range, fc.option(fc.tuple(clock, clock), { nil: undefined }))
      .map(([[valid_from = '', valid_to = ''], times]) => ({
        valid_from,
        valid_to,
        ...(times && { opens_at: times[0], closes_at: times[1] }),
      }));
    return fc.record({
      number: fc.constant(number),
      hours: fc.record({
        timezone: fc.constant(zone),
        always_open: fc.constantFrom(false, false, true),
        schedules: fc.array(schedule, { minLength: 1, maxLength: 4 }),
        exceptions: fc.array(exception, { maxLength: 2 }),
      }),
      minute: fc.oneof(
        fc.integer({ min: 2 * 1440, max: 4 * 1440 }),
        // The hours around the change.
        fc.integer({ min: 2 * 1440 + 1320, max: 3 * 1440 + 480 }),
      ),
    });
  });

  it('agrees with looking at the clock in every minute', () => {
    fc.assert(
      fc.property(cases, ({ number, hours: given, minute }) => {
        const film = films[number] as WallClockFilm;
        const isOpen = film.openMinutes(given);
        const instant = film.start + minute * 60_000 + 30_000;
        const opening = openingAt(given, instant);
        expect(isOpenAt(given, instant)).toBe(isOpen[minute]);
        if (opening.state === 'always') return;
        const next = isOpen.findIndex((one, at) => at > minute && one !== isOpen[minute]);
        const change = next < 0 ? null : film.start + next * 60_000;
        if (opening.state === 'open') expect(opening.until).toBe(change);
        else if (opening.state === 'closed' && opening.opens !== null) expect(opening.opens).toBe(change);
        // No opening named: there is none in the next two weeks.
        else expect(isOpen.slice(minute, minute + 14 * 1440 - 120)).not.toContain(true);
      }),
      { numRuns: 300 },
    );
  });

  it('says "always" only where nothing closes in the next two weeks but a holiday that it names', () => {
    fc.assert(
      fc.property(cases, ({ number, hours: given, minute }) => {
        const film = films[number] as WallClockFilm;
        if (openingAt(given, film.start + minute * 60_000).state !== 'always' || given.always_open) return;
        expect(film.openMinutes(given).slice(minute, minute + 14 * 1440)).not.toContain(false);
      }),
    );
  });
});

describe('the stretches of a day (S7)', () => {
  it('are in order, in minutes after midnight, past 24 hours where they run into the next day', () => {
    const given = hours({
      schedules: [weekly('FR', '20:00', '02:00'), weekly('FR', '09:00', '12:00', { description: 'Drop-in' })],
    });
    expect(stretchesOn(given, '2026-11-20')).toEqual([
      { day: '2026-11-20', opens: 540, closes: 720, description: 'Drop-in' },
      { day: '2026-11-20', opens: 1200, closes: 1560, description: undefined },
    ]);
    expect(stretchesOn(given, '2026-11-21')).toEqual([]);
  });
});
