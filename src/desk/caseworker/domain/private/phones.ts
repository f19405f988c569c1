import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/min';
import { DATE_SHAPE, YEARS } from './birth-dates.ts';
import { joined, type PlainRange, rangesOf } from './range.ts';

// Numbers that are not complete yet, or of a plan that nobody named: as long as a phone number, written as one.
const WRITTEN_AS_ONE =
  /(?<![\p{L}\p{N}_.,:/-])(?:\+|\(?0|\(\d)(?:[ .()/-]{0,2}\d){6,14}(?![\p{L}\p{N}_:/]|[.,]\d)/gu;
// Three and four digits, as within a North American city.
const LOCAL = /(?<![\p{L}\p{N}_.,:/-])(?<!\d )\d{3}[-.]\d{4}(?![\p{L}\p{N}_:/-]|[.,]\d)/gu;

/** Numbers that could ring at somebody's: complete ones of these countries and of any with its code, and what looks so. */
export function phoneRanges(text: string, countries: readonly string[]): PlainRange[] {
  if (!/\d{2}/.test(text)) return [];
  const known = ['', ...countries].flatMap((country) => {
    const options = isSupportedCountry(country) ? { defaultCountry: country } : {};
    const found = findPhoneNumbersInText(text, { ...options, extended: true });
    return found.map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt }));
  });
  const likely = [WRITTEN_AS_ONE, LOCAL].flatMap((pattern) => rangesOf(text, pattern));
  const dates = rangesOf(text, DATE_SHAPE);
  return joined([...known, ...likely])
    .filter(({ from, to }) => !YEARS.test(text.slice(from, to)))
    .filter((range) => !dates.some(({ from, to }) => range.from < to && from < range.to));
}
