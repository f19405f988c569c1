import { townOf } from '../../../src/cli/sample-city/country.ts';
import { sampleListings } from '../../../src/cli/sample-city/generate.ts';
import { createRandom, type Random } from '../../../src/cli/sample-city/random.ts';
import type { Point } from '../../../src/core/distance.ts';
import type { Hours, Listing, Location } from '../../../src/core/schema.ts';
import type { ShownListing } from '../../../src/core/shown-listing.ts';
import { NEEDS } from '../../../src/core/taxonomy.ts';
import { Vocabulary } from './words.ts';

// The directory that every engine is asked about: the made-up services of the sample city, with longer texts, more
// languages, hours in several zones and places in cities, as a large real directory has them.

export const SEED = 20261129;

interface City extends Point {
  readonly zone: string;
}
/** Large ones first: the n-th has 1/n of the services of the first. */
export const CITIES: readonly City[] = [
  { latitude: 51.51, longitude: -0.13, zone: 'Europe/London' },
  { latitude: -1.29, longitude: 36.82, zone: 'Africa/Nairobi' },
  { latitude: 40.71, longitude: -74.01, zone: 'America/New_York' },
  { latitude: 52.48, longitude: -1.9, zone: 'Europe/London' },
  { latitude: 53.48, longitude: -2.24, zone: 'Europe/London' },
  { latitude: -4.04, longitude: 39.67, zone: 'Africa/Nairobi' },
  { latitude: 42.36, longitude: -71.06, zone: 'America/New_York' },
  { latitude: 55.95, longitude: -3.19, zone: 'Europe/London' },
  { latitude: 39.95, longitude: -75.17, zone: 'America/New_York' },
  { latitude: -0.09, longitude: 34.77, zone: 'Africa/Nairobi' },
  { latitude: 51.45, longitude: -2.59, zone: 'Europe/London' },
  { latitude: 53.8, longitude: -1.55, zone: 'Europe/London' },
];
const CITY_SHARES = Object.fromEntries(CITIES.map((_, place) => [String(place), 1 / (place + 1)]));

export const LANGUAGES = [
  ...[
    'am',
    'ar',
    'az',
    'bg',
    'bn',
    'bs',
    'cs',
    'da',
    'de',
    'el',
    'en',
    'es',
    'et',
    'fa',
    'fi',
    'fr',
    'gu',
    'ha',
  ],
  ...[
    'he',
    'hi',
    'hr',
    'ht',
    'hu',
    'hy',
    'id',
    'ig',
    'it',
    'ja',
    'ka',
    'km',
    'ko',
    'ku',
    'lt',
    'lv',
    'ml',
    'mn',
  ],
  ...[
    'my',
    'ne',
    'nl',
    'no',
    'om',
    'pa',
    'pl',
    'ps',
    'pt',
    'ro',
    'ru',
    'si',
    'sk',
    'so',
    'sq',
    'sr',
    'sv',
    'sw',
  ],
  ...['ta', 'th', 'ti', 'tr', 'uk', 'ur', 'vi', 'yo', 'zh'],
].slice(0, 60);
const MODES = ['staff', 'staff', 'interpreter', 'written', 'limited'] as const;
const DAYS = ['MO,TU,WE,TH,FR', 'MO,TU,WE,TH', 'TU,TH', 'MO,WE,FR', 'MO,TU,WE,TH,FR,SA'];
const [FEWEST_WORDS, MOST_WORDS] = [60, 120];
/** About 15 km: half the services of a city are nearer to its middle. */
const SPREAD = 0.14;

/** Made-up listings, the same for the same seed; a longer directory begins with the shorter one. */
export function* directoryListings(count: number, seed: number): Generator<ShownListing> {
  const vocabulary = new Vocabulary(createRandom(seed));
  let serial = 0;
  for (const listing of sampleListings(count, seed)) {
    const random = createRandom(seed ^ Math.imul(serial + 1, 0x85ebca6b));
    yield fuller(listing, { random, vocabulary, town: townOf(serial).name });
    serial += 1;
  }
}

interface Setting {
  readonly random: Random;
  readonly vocabulary: Vocabulary;
  readonly town: string;
}

function fuller(listing: Listing, { random, vocabulary, town }: Setting): ShownListing {
  const city = CITIES[Number(random.weighted(CITY_SHARES))] ?? CITIES[0];
  if (!city) throw new Error('bench: there is no city');
  const { sources: _sources, organization, ...rest } = listing;
  const isPublic = listing.locations.some(({ visibility }) => visibility === 'public');
  return {
    ...rest,
    organization: { name: organization.name, website: organization.website },
    // A hidden place does not have its town in its name, here as elsewhere.
    name: isPublic ? `${listing.name}, ${town}` : listing.name,
    description: vocabulary.text(FEWEST_WORDS + random.below(MOST_WORDS - FEWEST_WORDS + 1), random),
    needs: [...new Set([...listing.needs.slice(0, 1), ...random.some(NEEDS, random.below(4))])],
    languages: languagesOf(listing, random),
    ...(listing.hours && { hours: hoursIn(city, listing.hours, random) }),
    locations: listing.locations.map((location) => placeIn(city, location, random)),
  };
}

function languagesOf({ languages }: Listing, random: Random): ShownListing['languages'] {
  const any = languages.filter(({ code }) => code === '*');
  const spoken = random.some(LANGUAGES, 1 + random.below(6));
  return [...spoken.map((code) => ({ code, mode: random.pick(MODES) })), ...any];
}

/** What is always open or by appointment stays so; the others open and close on a half hour of their own. */
function hoursIn({ zone }: City, hours: Hours, random: Random): Hours {
  if (hours.schedules.length === 0) return { ...hours, timezone: zone };
  const half = () => (random.chance(0.5) ? '00' : '30');
  const opens_at = `${String(7 + random.below(4)).padStart(2, '0')}:${half()}`;
  const closes_at = `${15 + random.below(6)}:${half()}`;
  const week = { freq: 'WEEKLY' as const, byday: random.pick(DAYS), opens_at, closes_at };
  return { ...hours, timezone: zone, schedules: [week] };
}

function placeIn(city: City, location: Location, random: Random): Location {
  if (location.visibility !== 'public') return location;
  // The sum of three is nearly a bell: dense in the middle, thin outside.
  const away = () => ((random.below(1000) + random.below(1000) + random.below(1000)) / 1500 - 1) * SPREAD * 2;
  return {
    ...location,
    latitude: Number((city.latitude + away()).toFixed(5)),
    longitude: Number((city.longitude + away()).toFixed(5)),
  };
}
