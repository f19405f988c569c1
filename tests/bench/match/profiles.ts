import { createRandom, type Random } from '../../../src/cli/sample-city/random.ts';
import { FEATURES, NEEDS } from '../../../src/core/taxonomy.ts';
import {
  AGE_BANDS,
  type AgeBand,
  COMPANIONS,
  EMPTY_PROFILE,
  GENDERS,
  type Profile,
} from '../../../src/desk/caseworker/domain/profile.ts';
import { CITIES, LANGUAGES } from '../search/directory.ts';

const SEED = 20261130;
const DISTANCES = [10, 25, 50] as const;

/** Made-up clients, the same each time: one to three needs, a language or two, and about half of all else that can be asked. */
export function benchProfiles(count: number): Profile[] {
  const random = createRandom(SEED);
  return Array.from({ length: count }, () => profileFrom(random));
}

function profileFrom(random: Random): Profile {
  const city = random.pick(CITIES);
  return {
    ...EMPTY_PROFILE,
    needs: random.some(NEEDS, 1 + random.below(3)),
    languages: random.some(LANGUAGES, 1 + random.below(2)),
    isStatusSafe: random.chance(0.5),
    company: random.chance(0.3) ? [random.pick(COMPANIONS)] : [],
    gender: random.chance(0.5) ? random.pick(GENDERS) : null,
    age: random.chance(0.5) ? random.pick(Object.keys(AGE_BANDS) as AgeBand[]) : null,
    area: random.chance(0.5) ? { point: city, areaName: 'Nowhere', withinKm: random.pick(DISTANCES) } : null,
    access: random.chance(0.3) ? random.some(FEATURES, 1) : [],
    cannot: random.chance(0.5) ? ['id'] : [],
    isFreeOnly: random.chance(0.3),
    importance: { language: random.chance(0.5) ? 'nice' : 'must' },
  };
}
