import { describe, expect, it } from 'vitest';
import { readHours } from './read-hours.ts';

const week = 'MO,TU,WE,TH,FR';

describe('hours in words', () => {
  it.each([
    ['Mon-Fri 9am-5pm', [[week, '09:00', '17:00']]],
    ['Hours: Monday to Friday: 9:00 am – 5:30 pm.', [[week, '09:00', '17:30']]],
    [
      'Mon-Fri 09:00-17:00; Sat 10:00-14:00',
      [
        [week, '09:00', '17:00'],
        ['SA', '10:00', '14:00'],
      ],
    ],
    ['Monday-Sunday, 10pm-4am', [['MO,TU,WE,TH,FR,SA,SU', '22:00', '04:00']]],
    ['Tue, Thu 830am-noon', [['TU,TH', '08:30', '12:00']]],
    ['9AM-5PMFriday', [['FR', '09:00', '17:00']]],
    [
      'Weekdays 9am-12pm and 1pm-4pm',
      [
        [week, '09:00', '12:00'],
        [week, '13:00', '16:00'],
      ],
    ],
    ['Fri-Mon 9am-5pm', [['MO,FR,SA,SU', '09:00', '17:00']]],
    ['Mon-Fri 9am-5pm; Sat, Sun closed', [[week, '09:00', '17:00']]],
  ])('are a table where every word is understood: %s', (text, table) => {
    const read = readHours({ text });
    expect(read.kind).toBe('schedules');
    if (read.kind === 'schedules')
      expect(read.schedules.map((one) => [one.byday, one.opens_at, one.closes_at])).toEqual(table);
  });

  it.each([
    'Mon-Fri 8:00m-5pm',
    'Mon 6:300pm-9pm',
    'Mon 9am-12:00pm (dispensing)',
    'Mon 8:30am-13:00pm',
    'Mon-Fri 570-1020',
    'Mon-Fri 9-5',
    'Mon-Fri 9:00-5:00',
    'Mon-Fri 9-5pm',
    'Mon 9am-03:00',
    '24 Hours',
    'Closed',
    '###MON### 9am-5pm',
    'Mon-Fri 9am-5pm, sometimes later',
    '',
  ])('stay words where anything would be a guess: %s', (text) => {
    expect(readHours({ text })).toEqual({ kind: 'words' });
  });

  it('are always or by appointment only where they say exactly that', () => {
    expect(readHours({ text: '24 hours a day, 7 days a week' })).toEqual({ kind: 'always' });
    expect(readHours({ text: '24/7' })).toEqual({ kind: 'always' });
    expect(readHours({ text: 'By appointment only' })).toEqual({ kind: 'appointment' });
    expect(readHours({ text: '24/7 except Christmas' })).toEqual({ kind: 'words' });
  });
});

describe('hours in fields', () => {
  const slot = { days: 'Monday', opens: '09:00:00Z', closes: '17:00:00Z' };

  it('gather the days that have the same times', () => {
    expect(readHours({ slots: [slot, { ...slot, days: 'TU' }] })).toEqual({
      kind: 'schedules',
      schedules: [{ freq: 'WEEKLY', byday: 'MO,TU', opens_at: '09:00', closes_at: '17:00' }],
    });
  });

  it('stay words where one row of them has a rule that a week cannot hold', () => {
    expect(readHours({ slots: [slot, { ...slot, isOther: true }] })).toEqual({ kind: 'words' });
    expect(readHours({ slots: [slot, { ...slot, days: '3' }] })).toEqual({ kind: 'words' });
  });
});
