import {
  ANSWERS,
  AVAILABILITIES,
  CHECK_METHODS,
  COSTS,
  isOneOf,
  LANGUAGE_MODES,
  REFERRERS,
  VISIBILITIES,
} from './codes.ts';
import type { ShownListing } from './shown-listing.ts';
import { FEATURES, GROUPS, IMMIGRATION_STATUSES, NEEDS, SITUATIONS } from './taxonomy.ts';

const known = <Code extends string>(codes: readonly Code[], values: readonly Code[]) =>
  values.filter((value) => isOneOf(codes, value));
const orUnknown = <Said extends { readonly value: string }>(codes: readonly string[], said: Said): Said =>
  isOneOf(codes, said.value) ? said : { ...said, value: 'unknown' };
const answer = <Said extends { readonly value: string }>(said: Said) => orUnknown(ANSWERS, said);

/**
 * The listing without the codes that this version does not know: a newer one may have signed them, and a screen has no
 * words for them (CT-6). What is left out of a list is one thing less that is known; an answer becomes unknown, never
 * yes; a place of an unknown kind becomes a private one.
 */
export function withKnownCodes(listing: ShownListing): ShownListing {
  const { immigration_eligibility: status, referral_required: referral, verification } = listing;
  const { availability, on_contact: onContact } = listing;
  return {
    ...listing,
    needs: known(NEEDS, listing.needs),
    situations: known(SITUATIONS, listing.situations),
    groups_served: known(GROUPS, listing.groups_served),
    groups_excluded: known(GROUPS, listing.groups_excluded),
    features: known(FEATURES, listing.features),
    languages: listing.languages.filter(({ mode }) => isOneOf(LANGUAGE_MODES, mode)),
    cost: orUnknown(COSTS, listing.cost),
    immigration_eligibility: {
      ...answer(status),
      accepted_statuses: known(IMMIGRATION_STATUSES, status.accepted_statuses ?? []),
    },
    status_check: answer(listing.status_check),
    shares_with_immigration_authorities: answer(listing.shares_with_immigration_authorities),
    id_required: answer(listing.id_required),
    police_report_required: answer(listing.police_report_required),
    referral_required: {
      ...answer(referral),
      by: isOneOf(REFERRERS, referral.by) ? referral.by : undefined,
    },
    parental_consent_required: answer(listing.parental_consent_required),
    mandatory_reporting: answer(listing.mandatory_reporting),
    locations: listing.locations.map((location) =>
      isOneOf(VISIBILITIES, location.visibility)
        ? location
        : { visibility: 'none', location_type: 'redacted' },
    ),
    availability: availability && orUnknown(AVAILABILITIES, availability),
    on_contact: onContact && {
      ...onContact,
      anonymous: isOneOf(ANSWERS, onContact.anonymous) ? onContact.anonymous : 'unknown',
    },
    verification: {
      ...verification,
      method: isOneOf(CHECK_METHODS, verification.method) ? verification.method : undefined,
    },
  };
}
