import { type Instant, isIsoDate } from '../core/dates.ts';

const SHAPE = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/;

/** The instant that `2026-11-21T09:00:00Z` names, with or without milliseconds; null for any other spelling. */
export function parseInstant(value: unknown): Instant | null {
  if (typeof value !== 'string') return null;
  const day = SHAPE.exec(value)?.[1];
  return day !== undefined && isIsoDate(day) ? Date.parse(value) : null;
}
