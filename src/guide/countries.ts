import { countries } from 'virtual:app-build';
import { useMemo } from 'react';
import type { FirstScreenCountry } from '../core/first-screen-country.ts';
import { currentCountries } from '../page/current-countries.ts';
import { useDirectory } from './context.tsx';

export function useCountries(): readonly FirstScreenCountry[] {
  const { firstScreen } = useDirectory();
  return useMemo(() => currentCountries(countries, firstScreen), [firstScreen]);
}
