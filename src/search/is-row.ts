import type { Row } from './row.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';
const isTrue: Check = (value) => value === true;
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name]));

const texts = listOf(isText);
const dayRange = { valid_from: maybe(isText), valid_to: maybe(isText) };
const hours = shape({
  timezone: isText,
  schedules: listOf(shape({ ...dayRange, byday: isText, opens_at: isText, closes_at: isText })),
  exceptions: listOf(shape({ ...dayRange, opens_at: maybe(isText), closes_at: maybe(isText) })),
});
const place = shape({
  isPublic: maybe(isTrue),
  areaName: maybe(isText),
  latitude: maybe(isNumber),
  longitude: maybe(isNumber),
  precision: maybe(isText),
});
const status = shape({
  value: isText,
  basis: isText,
  since: maybe(isText),
  expires: maybe(isText),
  isConditional: maybe(isTrue),
  conditions: maybe(isText),
  accepts: maybe(texts),
});
const row = shape({
  id: isText,
  name: isText,
  textLanguage: isText,
  alternateName: maybe(isText),
  organisation: isText,
  description: isText,
  translatedNames: maybe(texts),
  translatedDescriptions: maybe(texts),
  country: isText,
  needs: texts,
  situations: maybe(texts),
  groups: maybe(texts),
  groupsExcluded: maybe(texts),
  features: maybe(texts),
  languages: maybe(listOf(shape({ code: isText, mode: isText }))),
  status,
  asksFor: maybe(texts),
  isFree: maybe(isTrue),
  channelTypes: texts,
  hours: maybe(hours),
  places: maybe(listOf(place)),
  hasServiceAreas: maybe(isTrue),
  checkedOn: maybe(isText),
  readOn: maybe(isText),
  verificationState: isText,
  availability: maybe(shape({ value: isText, asOf: isText, validHours: isNumber })),
  alert: maybe(shape({ from: isText, until: isText })),
  isAnonymous: maybe(isText),
  isSample: maybe(isTrue),
});

/**
 * Whether a row has the fields that searching reads, of the types it reads. The pack's signature vouches for what
 * they say; this only keeps an index of another build from failing halfway through a search.
 */
export function isRow(value: unknown): value is Row {
  return row(value);
}
