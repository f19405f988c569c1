import { hasConditions } from '../core/eligibility.ts';
import { claimOn } from '../core/facts.ts';
import type { Hours, Listing, Location } from '../core/schema.ts';
import type { ShownListing } from '../core/shown-listing.ts';
import type { Group } from '../core/taxonomy.ts';
import type { Barrier } from './query.ts';
import type { Row, RowPlace, RowStatus } from './row.ts';

/** Earlier than every check, so that a claim judged on it has not lapsed and keeps its dates. */
const BEFORE_EVERYTHING = '0000-01-01';

/** Whether a listing can be found at all: one that is closed, for good or for a time, helps nobody who calls. */
export function isSearchable(listing: ShownListing): boolean {
  return listing.status === 'active' && listing.verification.state !== 'closed';
}

/** What the index keeps of a listing. */
export function rowOfListing(listing: ShownListing): Row {
  const translations = Object.keys(listing.translations)
    .sort()
    .map((tag) => listing.translations[tag]);
  const { verification, availability, alert, on_contact: onContact } = listing;
  return {
    id: listing.id,
    name: listing.name,
    textLanguage: listing.text_language,
    ...(listing.alternate_name && { alternateName: listing.alternate_name }),
    organisation: listing.organization.name,
    description: listing.description,
    ...someOf(
      'translatedNames',
      translations.flatMap((one) => one?.name ?? []),
    ),
    ...someOf(
      'translatedDescriptions',
      translations.flatMap((one) => one?.description ?? []),
    ),
    country: listing.country,
    needs: listing.needs,
    ...someOf('situations', listing.situations),
    ...someOf('groups', listing.groups_served),
    ...someOf('groupsExcluded', excludedBy(listing)),
    ...someOf('features', listing.features),
    ...someOf(
      'languages',
      listing.languages.map(({ code, mode }) => ({ code, mode })),
    ),
    status: statusOf(listing.immigration_eligibility),
    ...someOf('asksFor', barriersOf(listing)),
    ...(listing.cost.value === 'free' && { isFree: true as const }),
    channelTypes: [...new Set(listing.channels.map(({ type }) => type))],
    ...(listing.hours && { hours: hoursOf(listing.hours) }),
    ...someOf('places', listing.locations.flatMap(placeOf)),
    ...(listing.service_areas.length > 0 && { hasServiceAreas: true as const }),
    ...(verification.checked_on !== null && { checkedOn: verification.checked_on }),
    ...(verification.read_on && { readOn: verification.read_on }),
    verificationState: verification.state,
    ...(availability && {
      availability: {
        value: availability.value,
        asOf: availability.as_of,
        validHours: availability.valid_hours,
      },
    }),
    ...(alert && { alert: { from: alert.from, until: alert.until } }),
    ...(onContact && onContact.anonymous !== 'unknown' && { isAnonymous: onContact.anonymous }),
    ...(listing.sample && { isSample: true as const }),
  };
}

function statusOf(eligibility: Listing['immigration_eligibility']): RowStatus {
  const { value, basis, since, expires } = claimOn(eligibility, BEFORE_EVERYTHING);
  return {
    value,
    basis,
    ...(since && { since }),
    ...(expires && { expires }),
    ...(hasConditions(eligibility) && { isConditional: true as const }),
    ...(eligibility.conditions && { conditions: eligibility.conditions }),
    ...(eligibility.accepted_statuses?.length && { accepts: eligibility.accepted_statuses }),
  };
}

const GROWN_UP = 18;

/** A service from 18 years on leaves out everyone under 18, whether it says so or not. */
function excludedBy({ groups_excluded: excluded, minimum_age: minimum = 0 }: ShownListing): readonly Group[] {
  return minimum < GROWN_UP || excluded.includes('under-18') ? excluded : [...excluded, 'under-18'];
}

function barriersOf(listing: ShownListing): Barrier[] {
  const asked: [Barrier, { value: string }][] = [
    ['id', listing.id_required],
    ['police-report', listing.police_report_required],
    ['referral', listing.referral_required],
    ['parental-consent', listing.parental_consent_required],
  ];
  return asked.flatMap(([barrier, { value }]) => (value === 'yes' ? [barrier] : []));
}

function placeOf(location: Location): RowPlace[] {
  if (location.visibility === 'area-only') return [{ areaName: location.area_name }];
  // Also a kind that is not known here: it may be one that must not be told.
  if (location.visibility !== 'public') return [];
  const { latitude, longitude, precision } = location;
  const areaName = location.area_name ?? location.address?.city;
  const hasPoint = latitude !== undefined && longitude !== undefined;
  return [
    { isPublic: true, ...(areaName && { areaName }), ...(hasPoint && { latitude, longitude, precision }) },
  ];
}

/** The words of the source are for the service's page. Key order is fixed: it is part of the index's bytes. */
function hoursOf(hours: Hours): Hours {
  return {
    timezone: hours.timezone,
    ...(hours.always_open && { always_open: true }),
    ...(hours.by_appointment && { by_appointment: true }),
    schedules: hours.schedules.map(({ freq, byday, opens_at, closes_at, valid_from, valid_to }) => ({
      freq,
      byday,
      opens_at,
      closes_at,
      ...(valid_from && { valid_from }),
      ...(valid_to && { valid_to }),
    })),
    exceptions: hours.exceptions.map(({ valid_from, valid_to, opens_at, closes_at }) => ({
      valid_from,
      valid_to,
      ...(opens_at && { opens_at }),
      ...(closes_at && { closes_at }),
    })),
  };
}

function someOf<Key extends string, Item>(key: Key, items: readonly Item[]) {
  return items.length > 0 ? ({ [key]: items } as { readonly [K in Key]: readonly Item[] }) : {};
}
