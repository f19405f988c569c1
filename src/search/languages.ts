import type { Entry } from './entry.ts';

const ANY = '*';

/**
 * Whether help is given in one of the languages, in one of the ways; an empty list asks nothing. "Any language through
 * an interpreter" is an interpreter for each of them.
 */
export function speaks(
  spoken: Entry['languages'],
  languages: readonly string[],
  modes: readonly string[],
): boolean {
  if (languages.length === 0 && modes.length === 0) return true;
  return spoken.some(
    ({ code, mode }) =>
      (modes.length === 0 || modes.includes(mode)) &&
      (languages.length === 0 || code === ANY || languages.some((wanted) => isSameLanguage(code, wanted))),
  );
}

/** The same code, or one says more than the other: "es" and "es-MX", but not "es-ES" and "es-MX". Lower case. */
export function isSameLanguage(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
}
