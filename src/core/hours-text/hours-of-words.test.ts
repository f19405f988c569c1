import { expect, it } from 'vitest';
import { hoursOfWords } from './hours-of-words.ts';

const closed = { valid_from: '2026-12-25', valid_to: '2026-12-25' };
const before = { timezone: 'Africa/Nairobi', exceptions: [closed] };

it('V2 hours that are said become a table where every word is understood', () => {
  expect(hoursOfWords('Mon-Fri 9am-5pm', before)).toMatchObject({
    timezone: 'Africa/Nairobi',
    schedules: [{ freq: 'WEEKLY', opens_at: '09:00', closes_at: '17:00' }],
    exceptions: [closed],
  });
  expect(hoursOfWords('24/7', before)).toMatchObject({ always_open: true, schedules: [] });
  expect(hoursOfWords('by appointment', before)).toMatchObject({ by_appointment: true });
});

it('V2 what is not understood stays as it was said, and nothing is guessed', () => {
  const hours = hoursOfWords('Mornings, mostly', before);
  expect(hours).toEqual({ ...before, schedules: [], source_text: 'Mornings, mostly' });
});
