/** A calendar day, `YYYY-MM-DD`. Days carry no zone: a check was made on a day, not at a moment. */
export type IsoDate = string;

/** Milliseconds since 1970-01-01T00:00Z. Pure folders never ask for it; it is always an argument. */
export type Instant = number;

const DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a real day of the Gregorian calendar (`2026-02-30` is not). */
export function isIsoDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const at = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(at).toISOString().slice(0, 10) === text;
}

/** The UTC day that contains the instant. */
export function dayOf(instant: Instant): IsoDate {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The first moment of the day in UTC. */
export function startOf(day: IsoDate): Instant {
  return Date.parse(`${day}T00:00:00Z`);
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return dayOf(startOf(day) + days * DAY);
}

/** Days since 1970, for what counts and compares many. */
export function dayNumber(day: IsoDate): number {
  return startOf(day) / DAY;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((startOf(to) - startOf(from)) / DAY);
}

/** The earlier of two days, where either may be absent. */
export function earlier(one: IsoDate | undefined, other: IsoDate): IsoDate {
  return one !== undefined && one < other ? one : other;
}
