import { isIsoDate } from '../core/dates.ts';

const SHAPE = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/;

/** Whether it is an instant as `2026-11-21T09:00:00Z` names one, with or without milliseconds; no other spelling is. */
export function isInstant(value: unknown): value is string {
  const day = typeof value === 'string' && SHAPE.exec(value)?.[1];
  return typeof day === 'string' && isIsoDate(day);
}
