import type { Instant } from '../core/dates.ts';

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}(?::?\d{2})?)$/;
const MINUTE = 60_000;

/** The moment that a timestamp of the schema names; null where it is none. Browsers read some of its forms differently. */
export function instantOf(timestamp: string): Instant | null {
  const parts = SHAPE.exec(timestamp);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1, 7).map(Number);
  const milliseconds = Math.floor(Number(parts[7] ?? 0) * 1000);
  const zone = /([+-])(\d{2}):?(\d{2})?/.exec(parts[8] ?? '');
  const ahead = zone ? Number(`${zone[1]}1`) * (Number(zone[2]) * 60 + Number(zone[3] ?? 0)) : 0;
  return Date.UTC(year, month - 1, day, hours, minutes, seconds, milliseconds) - ahead * MINUTE;
}
