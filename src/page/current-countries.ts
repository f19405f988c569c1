import { type FirstScreenCountry, firstScreenLines } from '../core/first-screen-country.ts';
import { withKnownCodes } from '../core/known-codes.ts';
import type { DirectoryState } from './directory-client.ts';

/**
 * The countries of the urgent numbers. They are built into the page so that they are there before anything else; once the
 * verified list is open its lines take their place, so that a changed or withdrawn number shows at once (settled 24).
 */
export function currentCountries(
  built: readonly FirstScreenCountry[],
  firstScreen: DirectoryState['firstScreen'],
): readonly FirstScreenCountry[] {
  return firstScreen
    ? built.map((country) => ({
        ...country,
        lines: firstScreenLines(firstScreen.map(withKnownCodes), country.code),
      }))
    : built;
}
