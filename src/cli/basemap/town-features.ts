import type { Town } from '../../search/towns.ts';
import { type MapFeature, mapFeature } from './map-features.ts';

// Without a street to go by, the names of large towns say what is where on the map of the world.
const LARGE = 100_000;
const VERY_LARGE = 500_000;
const ARABIC = /^\p{Script=Arabic}/u;

/** The large towns of these regions. Of their aliases only those are taken whose script tells the language. */
export function townFeatures(towns: readonly Town[], languages: readonly string[]): MapFeature[] {
  return towns
    .filter(({ population }) => population >= LARGE)
    .map(({ name, population, latitude, longitude, aliases }) => {
      const arabic = languages.includes('ar') ? aliases.find((alias) => ARABIC.test(alias)) : undefined;
      const isVeryLarge = population >= VERY_LARGE;
      return mapFeature(
        { type: 'Point', coordinates: [longitude, latitude] },
        {
          layer: 'place',
          kind: isVeryLarge ? 'city' : 'town',
          from: isVeryLarge ? 4 : 5,
          name,
          ...(arabic ? { name_ar: arabic } : {}),
        },
      );
    });
}
