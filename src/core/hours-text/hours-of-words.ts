import type { Hours } from '../schema.ts';
import { readHours } from './read-hours.ts';

/**
 * A service's hours as somebody has just said them, instead of what was known before: a table where every word is
 * understood, else the words alone. Exceptions that were known stay; they are about single days.
 */
export function hoursOfWords(text: string, before: Pick<Hours, 'timezone' | 'exceptions'>): Hours {
  const { timezone, exceptions } = before;
  const empty: Hours = { timezone, schedules: [], exceptions };
  const read = readHours({ text });
  switch (read.kind) {
    case 'always':
      return { ...empty, always_open: true };
    case 'appointment':
      return { ...empty, by_appointment: true };
    case 'schedules':
      return { ...empty, schedules: [...read.schedules] };
    case 'words':
      return { ...empty, source_text: text };
  }
}
