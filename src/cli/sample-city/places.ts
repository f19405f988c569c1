import type { Location } from '../../core/schema.ts';
import { CITY, COUNTRY, DISTRICTS, type District, STREETS } from './names.ts';
import type { Random } from './random.ts';
import type { Reach } from './service-facts.ts';

/** An area smaller than this says too much of where a hidden place is (data-model, "Places"). */
const LARGE_AREA = 50_000;

/** Where a service is, as far as it may be told. `area` is the narrowest name that its text may use. */
export interface Place {
  readonly area: string;
  readonly locations: Location[];
}

export function placeFor(random: Random, reach: Reach, district: District): Place {
  if (reach === 'hidden')
    return { area: CITY, locations: [{ visibility: 'none', location_type: 'redacted' }] };
  if (reach === 'remote')
    return { area: CITY, locations: [{ visibility: 'none', location_type: 'virtual' }] };
  switch (random.weighted({ public: 65, area: 25, none: 10 })) {
    case 'public':
      return { area: district.name, locations: [publicPlace(random, district)] };
    case 'area': {
      const area = district.population >= LARGE_AREA ? district.name : CITY;
      return { area, locations: [{ visibility: 'area-only', location_type: 'physical', area_name: area }] };
    }
    case 'none':
      return { area: CITY, locations: [{ visibility: 'none', location_type: 'redacted' }] };
  }
}

function publicPlace(random: Random, district: District): Location {
  const address = {
    address_1: `${1 + random.below(99)} ${random.pick(STREETS)}`,
    city: CITY,
    state_province: district.name,
    postal_code: `SC${DISTRICTS.indexOf(district) + 1} 0XX`,
    country: COUNTRY,
  };
  const precision = random.chance(0.2) ? 'town' : 'exact';
  return {
    visibility: 'public',
    publish_consent: true,
    consent_evidence: 'The service prints its address on its own website.',
    location_type: 'physical',
    area_name: district.name,
    address,
    ...coordinates(random, district, precision === 'exact' ? 0.004 : 0),
    precision,
  };
}

/** Within `spread` degrees of the district's middle. */
function coordinates(random: Random, district: District, spread: number) {
  const near = (degrees: number) => Number((degrees + (random.below(2001) / 1000 - 1) * spread).toFixed(5));
  return { latitude: near(district.latitude), longitude: near(district.longitude) };
}
