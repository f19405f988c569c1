import type { Listing } from '../../core/schema.ts';
import { FEATURES, type Feature } from '../../core/taxonomy.ts';
import type { Barriers } from './barriers.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';

const OFFERED_FROM_AFAR: readonly Feature[] = ['women-staff', 'sign-language', 'text-relay', 'not-religious'];

/** Only what its place, its languages and its way in allow. */
export function featuresFor(
  random: Random,
  { barriers, languages, place }: { barriers: Barriers; languages: Listing['languages']; place: Place },
): Feature[] {
  const canWalkIn = place.locations[0]?.visibility === 'public' && barriers.referral_required.value !== 'yes';
  const isSigned = languages.some(({ code }) => code === 'bfi');
  const isRemote = place.locations[0]?.location_type === 'virtual';
  const offered = isRemote ? OFFERED_FROM_AFAR : FEATURES;
  return random
    .some(offered, random.below(5))
    .filter((feature) => (feature === 'walk-in' ? canWalkIn : feature !== 'sign-language' || isSigned));
}
