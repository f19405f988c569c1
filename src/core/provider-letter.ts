import { addDays, type IsoDate } from './dates.ts';
import type { ProviderQuestions } from './desk-api.ts';
import type { JsonValue } from './edits/edit.ts';
import { channelKeys, jsonOf } from './edits/fields.ts';
import type { Claim } from './facts.ts';
import type { Listing } from './schema.ts';

// What a provider is asked about its own service (V15), by a one-time link or on paper. Other people open letters and links:
// nothing in it says where a hidden place is, where we read something, who checked it or what staff noted.

export type ProviderFact = ProviderQuestions['facts'][number];

export interface ProviderLetter {
  readonly name: string;
  readonly organisation: string;
  /** The language that its facts are written in. */
  readonly language: string;
  /** Its reference, for whoever enters the answers. */
  readonly listingId: string;
  readonly writtenOn: IsoDate;
  readonly answerBy: IsoDate;
  readonly facts: readonly ProviderFact[];
}

const DAYS_TO_ANSWER = 28;

// What somebody is harmed by first, if it is wrong. Those that nobody knows are asked too, with nothing beside them.
const ASKED_FIRST = ['status', 'name', 'description'] as const;
const ASKED = [
  'hours',
  'languages',
  'cost',
  'needs',
  'groups_served',
  'groups_excluded',
  'minimum_age',
  'maximum_age',
  'eligibility_description',
  'application_process',
  'required_documents',
  'service_areas',
] as const;
const BARRIERS = [
  'id_required',
  'police_report_required',
  'referral_required',
  'parental_consent_required',
  'mandatory_reporting',
] as const;
const CLAIMS = ['immigration_eligibility', 'status_check', 'shares_with_immigration_authorities'] as const;

/** A letter as data; who prints it gives it words. */
export function providerLetter(listing: Listing, today: IsoDate): ProviderLetter {
  return {
    name: listing.name,
    organisation: listing.organization.name,
    language: listing.text_language,
    listingId: listing.id,
    writtenOn: today,
    answerBy: addDays(today, DAYS_TO_ANSWER),
    facts: providerFacts(listing),
  };
}

/** The facts that a provider can say are still right or have changed, each under its field's name, `null` where unknown. */
export function providerFacts(listing: Listing): ProviderFact[] {
  const keys = channelKeys(listing.channels);
  return [
    ...ASKED_FIRST.map((field) => ({ field, value: jsonOf(listing[field]) })),
    ...listing.channels.map(({ type, value }, place) => ({
      field: `channels.${keys[place]}`,
      value: jsonOf({ type, value }),
    })),
    { field: 'organization.website', value: jsonOf(listing.organization.website) },
    ...publicPlaces(listing),
    ...ASKED.map((field) => ({ field, value: emptyAsNull(jsonOf(listing[field])) })),
    ...CLAIMS.map((field) => ({ field, value: answerOf(listing[field]) })),
    ...BARRIERS.map((field) => ({ field, value: answerOf(listing[field]) })),
  ];
}

/** Only where all of them are public: a street left out beside others would be noticed. */
function publicPlaces({ locations }: Listing): ProviderFact[] {
  const places = locations.flatMap((one) => (one.visibility === 'public' ? [one] : []));
  if (places.length === 0 || places.length < locations.length) return [];
  // Why it may be shown is for whoever keeps the directory.
  const shown = places.map(({ name, area_name, address }) => jsonOf({ name, area_name, address }));
  return [{ field: 'locations', value: JSON.parse(JSON.stringify(shown)) }];
}

function emptyAsNull(value: JsonValue): JsonValue {
  return Array.isArray(value) && value.length === 0 ? null : value;
}

/** The answer and its words; on what it rests stays here. */
function answerOf(claim: Pick<Claim, 'value'> & { readonly conditions?: string | undefined }): JsonValue {
  if (claim.value === 'unknown') return null;
  return claim.conditions === undefined
    ? { value: claim.value }
    : { value: claim.value, conditions: claim.conditions };
}
