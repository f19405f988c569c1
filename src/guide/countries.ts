import { countries } from 'virtual:guide-build';
import { useMemo } from 'react';
import { type FirstScreenCountry, firstScreenLines } from '../core/first-screen-country.ts';
import { withKnownCodes } from '../core/known-codes.ts';
import { useDirectory } from './context.tsx';

/**
 * The countries of the urgent block. They are built into the page so that they are there before anything else; once the
 * verified list is open its lines take their place, so that a changed or withdrawn number shows at once (settled 24).
 */
export function useCountries(): readonly FirstScreenCountry[] {
  const { firstScreen } = useDirectory();
  return useMemo(
    () =>
      firstScreen
        ? countries.map((country) => ({
            ...country,
            lines: firstScreenLines(firstScreen.map(withKnownCodes), country.code),
          }))
        : countries,
    [firstScreen],
  );
}
