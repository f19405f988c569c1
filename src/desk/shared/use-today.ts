import { useEffect, useState } from 'react';
import type { IsoDate } from '../../core/dates.ts';

const HALF_A_MINUTE = 30_000;

/** The day on the wall where the worker sits: what was agreed until today ends with this day, not with that of UTC. */
export function todayHere(): IsoDate {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Likewise, and it changes at midnight on a screen that is left open. */
export function useToday(): IsoDate {
  const [today, setToday] = useState(todayHere);
  useEffect(() => {
    const timer = setInterval(() => setToday(todayHere()), HALF_A_MINUTE);
    return () => clearInterval(timer);
  }, []);
  return today;
}
