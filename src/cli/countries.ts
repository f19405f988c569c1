import {
  type EmergencyNumber,
  type FirstScreenCountry,
  firstScreenLines,
  isLatin,
} from '../core/first-screen-country.ts';
import { readJson } from './regions.ts';

type World = Parameters<typeof firstScreenLines>[0];

/** A country as people wrote it. The page that a number was read on stays here: nothing in the app opens it (NW-15). */
export interface CountryFile {
  readonly code: string;
  readonly timezone: string;
  readonly own: readonly { readonly lang: string; readonly name: string; readonly emergency: string }[];
  readonly emergency: readonly (EmergencyNumber & {
    readonly source_url: string;
    /** The day the page bears; null when it bears none. */
    readonly source_dated: string | null;
  })[];
}

/**
 * The urgent block of the first screen, from the same listings that are signed: a changed or removed number changes it.
 * By the name that is in Latin letters, by code point, so that no country is guessed or put first.
 */
export function firstScreenCountries(world: World, data = 'data'): FirstScreenCountry[] {
  const files = readJson(`${data}/regions/world/countries.json`) as CountryFile[];
  return files
    .map(({ code, own, emergency }) => ({
      code,
      own: own.map(({ lang, name }) => ({ lang, name })),
      // What the guide shows; the rest of the file is for whoever checks the numbers.
      emergency: emergency.map(({ source_url: _url, source_dated: _dated, ...shown }) => shown),
      lines: firstScreenLines(world, code),
    }))
    .filter((country) => country.emergency.length > 0 || country.lines.length > 0)
    .sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1));
}

function sortName({ own, code }: FirstScreenCountry): string {
  return own.find(({ name }) => isLatin(name))?.name ?? own[0]?.name ?? code;
}
