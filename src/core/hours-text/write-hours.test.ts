import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_CODES } from '../hand-over/hours.ts';
import type { Schedule } from '../schema.ts';
import { readHours } from './read-hours.ts';
import { EMPTY_WEEK, isBesideTheWeek, schedulesOf, type Week, weekOf } from './week.ts';
import { writeHours } from './write-hours.ts';

const two = (number: number) => String(number).padStart(2, '0');
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const time = fc.record({ opens: clock, closes: clock });
const times = fc.uniqueArray(time, { maxLength: 2, selector: ({ opens }) => opens });
const week = fc
  .tuple(times, times, times, times, times, times, times)
  .map((all) => Object.fromEntries(DAY_CODES.map((day, at) => [day, all[at]])) as unknown as Week)
  .map((one) => weekOf(schedulesOf(one)));

function readAs(text: string): Week {
  const read = readHours({ text });
  return read.kind === 'schedules' ? weekOf(read.schedules) : EMPTY_WEEK;
}

describe('hours as text and as a table (V6)', () => {
  it('reads what it wrote as the same week, nights too', () => {
    fc.assert(
      fc.property(week, (one) => {
        expect(readAs(writeHours(one))).toEqual(one);
      }),
    );
  });

  it('writes days with the same times together', () => {
    const night = { opens: '22:00', closes: '04:00' };
    const day = { opens: '09:00', closes: '17:00' };
    const one: Week = { ...EMPTY_WEEK, MO: [day], TU: [day], WE: [day], FR: [night], SU: [night] };
    expect(writeHours(one)).toBe('Mon-Wed 09:00-17:00; Fri, Sun 22:00-04:00');
  });

  it('makes one schedule of days with the same times, and loses no day', () => {
    fc.assert(
      fc.property(week, (one) => {
        expect(weekOf(schedulesOf(one))).toEqual(one);
        const kinds = schedulesOf(one).map(({ opens_at, closes_at }) => `${opens_at} ${closes_at}`);
        expect(new Set(kinds).size).toBe(kinds.length);
      }),
    );
  });

  it('keeps out of the week what a week cannot hold', () => {
    const weekly: Schedule = { freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '12:00' };
    const beside: Schedule[] = [
      { ...weekly, freq: 'MONTHLY', byday: '2TU' },
      { ...weekly, valid_from: '2026-12-01' },
      { ...weekly, description: 'Ring the bell' },
    ];
    expect([weekly, ...beside].map(isBesideTheWeek)).toEqual([false, true, true, true]);
    expect(weekOf([weekly, ...beside])).toEqual({
      ...EMPTY_WEEK,
      MO: [{ opens: '09:00', closes: '12:00' }],
    });
  });
});
