import { readdirSync } from 'node:fs';
import { readTowns } from '../regions.ts';

// In a place of fewer people a shelter is soon found (data-model, rule 2 of confidential places).
const LARGE = 50_000;
const COUNTRIES: Readonly<Record<string, string>> = { gb: 'GB', ke: 'KE', nyc: 'US' };

/** Towns of 50,000 people or more, as `KE nairobi`. */
export function largeTowns(data = 'data'): Set<string> {
  const names = readdirSync(`${data}/places`).map((file) => file.replace(/\.json$/, ''));
  return new Set(
    names.flatMap((name) => {
      const country = COUNTRIES[name];
      if (!country) return [];
      return readTowns(data, name)
        .filter(({ population }) => population >= LARGE)
        .map((town) => `${country} ${town.name.toLowerCase()}`);
    }),
  );
}
