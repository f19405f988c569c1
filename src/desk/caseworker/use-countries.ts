import { countries } from 'virtual:app-build';
import { useMemo } from 'react';
import type { FirstScreenCountry } from '../../core/first-screen-country.ts';
import { currentCountries } from '../../page/current-countries.ts';
import { useDirectory, useWorkspace } from './desk-context.tsx';

interface Countries {
  /** Of the regions that are worked with. */
  readonly here: readonly FirstScreenCountry[];
  readonly others: readonly FirstScreenCountry[];
}

/** The countries whose numbers are known, those of the lists that are open first. */
export function useCountries(): Countries {
  const { firstScreen, directory } = useDirectory();
  const { regions } = useWorkspace();
  return useMemo(() => {
    const open =
      directory?.regions.filter(({ id }) => regions.includes(id)).map(({ country }) => country) ?? [];
    const all = currentCountries(countries, firstScreen);
    return {
      here: all.filter(({ code }) => open.includes(code)),
      others: all.filter(({ code }) => !open.includes(code)),
    };
  }, [firstScreen, directory, regions]);
}
