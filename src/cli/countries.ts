import { type FirstScreenCountry, firstScreenLines } from '../core/first-screen-country.ts';
import type { Listing } from '../core/schema.ts';
import { readJson } from './regions.ts';

type CountryFile = Omit<FirstScreenCountry, 'lines'>;

/**
 * The urgent block of the first screen, from the same listings that are signed: a changed or removed number changes it.
 * In the order of their codes, so that no country is guessed or put first.
 */
export function firstScreenCountries(world: readonly Listing[], data = 'data'): FirstScreenCountry[] {
  const files = readJson(`${data}/regions/world/countries.json`) as CountryFile[];
  return files
    .map((country) => ({ ...country, lines: firstScreenLines(world, country.code) }))
    .filter((country) => country.emergency.length > 0 || country.lines.length > 0)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
