import { listingId, organizationId } from '../../core/ids.ts';
import { type Listing, parseListing } from '../../core/schema.ts';
import type { Group, Need } from '../../core/taxonomy.ts';
import { barriersFor } from './barriers.ts';
import { alertFor, availabilityFor, verificationFor } from './checking.ts';
import { askedClaim, immigrationClaim, storyOfStatus } from './claims.ts';
import { channelsFor, onContactFor } from './contact.ts';
import { featuresFor } from './features.ts';
import { CITY, COUNTRY } from './names.ts';
import { hoursFor } from './opening.ts';
import { audienceFor, languagesFor } from './people.ts';
import { type Place, placeFor } from './places.ts';
import { createRandom, type Random } from './random.ts';
import { SERVICE_FACTS } from './service-facts.ts';
import { SERVICE_WORDS } from './service-words.ts';
import { type Setting, settingOf } from './setting.ts';
import { applicationWords, descriptionWords, eligibilityWords } from './wording.ts';

/**
 * Made-up services of the sample city, the same for the same seed. Needs take turns, so every 40 listings meet all of
 * them, and a longer list begins with the shorter one.
 */
export function generateSampleListings(count: number, seed: number): Listing[] {
  return [...sampleListings(count, seed)];
}

/** The same one by one, for lists that nobody wants to hold whole. */
export function* sampleListings(count: number, seed: number): Generator<Listing> {
  for (let serial = 0; serial < count; serial += 1) {
    // Spread by the golden ratio, so that neighbours do not resemble each other.
    const random = createRandom(seed ^ Math.imul(serial + 1, 0x9e3779b1));
    yield assertListing(draftListing(random, settingOf(serial)));
  }
}

function draftListing(random: Random, setting: Setting) {
  const { need, organisation, host, serial } = setting;
  const facts = SERVICE_FACTS[need];
  const needs = [need, ...random.some(facts.also, random.below(3))];
  const place = placeFor(random, facts.reach, setting.district);
  const people = draftPeople(random, need, place);
  return {
    id: listingId(`sample-g${String(serial + 1).padStart(4, '0')}`),
    name: nameOf(random, setting, place),
    text_language: 'en',
    status: random.chance(0.03) ? 'temporarily closed' : 'active',
    organization: { id: organizationId(organisation), name: organisation, website: `https://${host}/` },
    country: COUNTRY,
    needs,
    situations: random.some(facts.situations, 1 + random.below(3)),
    ...people,
    cost: costOf(random),
    channels: channelsFor(random, { need, serial, host, place }),
    hours: hoursFor(random, need),
    ...draftTrust(random, { needs, host, groups: people.groups_served }),
    locations: place.locations,
    service_areas: [place.area],
    availability: availabilityFor(random, need),
    on_contact: onContactFor(random, need),
    alert: alertFor(random),
    sample: true,
  };
}

/** Whom it helps, what stands in the way, and the words for both. */
function draftPeople(random: Random, need: Need, place: Place) {
  const audience = audienceFor(random, need);
  const isForChildren = audience.groups_served.includes('under-18');
  const barriers = barriersFor(random, need, isForChildren);
  const languages = languagesFor(random, audience.groups_served.includes('deaf'));
  const features = featuresFor(random, { barriers, languages, place });
  const told = { audience, barriers, features };
  return {
    ...audience,
    ...barriers,
    languages,
    features,
    description: descriptionWords(random.pick(SERVICE_WORDS[need].does), told),
    eligibility_description: eligibilityWords(audience),
    application_process: applicationWords(told),
  };
}

/** What is known of it, by whom, and since when. */
function draftTrust(
  random: Random,
  service: { needs: readonly Need[]; host: string; groups: readonly Group[] },
) {
  const { needs, host, groups } = service;
  const site = `https://${host}`;
  const verification = verificationFor(random, needs, site);
  const checkedOn = verification.checked_on;
  const story = storyOfStatus(random, { checkedOn, isForUndocumented: groups.includes('undocumented') });
  const disputes = [{ field: 'immigration_eligibility', note: 'A caller was told something else.' }];
  return {
    immigration_eligibility: immigrationClaim(random, story, { site, checkedOn }),
    status_check: askedClaim(random, 12),
    shares_with_immigration_authorities: askedClaim(random, 6),
    verification: story === 'disputed-yes' ? { ...verification, state: 'disputed', disputes } : verification,
  };
}

/** A place that is hidden never has its district in its name. */
function nameOf(random: Random, { need, round, brand, district }: Setting, place: Place): string {
  const title = SERVICE_WORDS[need].titles[round % 2];
  if (place.area === CITY) return `${brand} ${title} (sample)`;
  return random.chance(0.5)
    ? `${district.name} ${title} (sample)`
    : `${brand} ${title}, ${district.name} (sample)`;
}

function costOf(random: Random): Listing['cost'] {
  const value = random.weighted({ free: 70, 'low-cost': 10, paid: 4, unknown: 16 });
  return value === 'low-cost' ? { value, note: 'You pay what you can.' } : { value };
}

function assertListing(draft: unknown): Listing {
  const parsed = parseListing(draft);
  if (!parsed.ok) throw new Error(`sample-city: not a listing: ${JSON.stringify(parsed.problem)}`);
  return parsed.value;
}
