import { type IsoDate, startOf } from '../../../src/core/dates.ts';
import { hasConditions } from '../../../src/core/eligibility.ts';
import { claimOn, type ThreeValued } from '../../../src/core/facts.ts';
import { reviewInterval } from '../../../src/core/freshness.ts';
import type { Hours } from '../../../src/core/schema.ts';
import type { ShownListing } from '../../../src/core/shown-listing.ts';
import { GROUPS } from '../../../src/core/taxonomy.ts';
import { fold } from '../../../src/search/fold.ts';
import { BARRIERS } from '../../../src/search/query.ts';

// What a team would keep of a listing beside a search library: no text, only what filters, counts and order need.
// Written from the rules in docs/search.md, with nothing of src/search but its folding.

/** Claims and weeks are kept once each, as a number: many listings have the same. */
export interface Documents {
  readonly docs: readonly Doc[];
  readonly weeks: readonly (Hours | null)[];
  readonly claims: readonly Claim[];
  /** Every language that a listing names, and what it is a kind of. */
  readonly codes: readonly string[];
}

export interface Claim {
  readonly value: ThreeValued;
  readonly expires: IsoDate | null;
  readonly isConditional: boolean;
}

export interface Doc {
  readonly id: string;
  readonly needs: readonly string[];
  readonly situations: readonly string[];
  /** Those it serves, `everyone` spelt out. */
  readonly groups: readonly string[];
  readonly features: readonly string[];
  /** Code and mode in pairs, one after another. */
  readonly languages: readonly string[];
  /** What it is not known to ask for. */
  readonly barriers: readonly string[];
  readonly isRemote: boolean;
  readonly isFree: boolean;
  readonly isCrisisLine: boolean;
  readonly isNational: boolean;
  /** 0: an anonymous line that asks for nothing; 1: one that may be; 2: anything else. */
  readonly anonymity: number;
  readonly week: number;
  readonly claim: number;
  readonly checkedOn: IsoDate | null;
  readonly interval: number;
  /** The last instant at which it is said to be full; 0 where it is not. */
  readonly fullUntil: number;
  /** Latitude and longitude in pairs. */
  readonly points: readonly number[];
}

const HOUR = 3_600_000;
const GROWN_UP = 18;

/** In the order of folded names, then ids: a document's number is its last word in every order. */
export function documentsOf(listings: readonly ShownListing[]): Documents {
  const [weeks, claims] = [new Numbers<Hours | null>(), new Numbers<Claim>()];
  const docs = inNameOrder(listings).map((listing) => docOf(listing, weeks, claims));
  const codes = docs.flatMap(({ languages }) => languages.filter((_, place) => place % 2 === 0));
  return {
    docs,
    weeks: weeks.values,
    claims: claims.values,
    codes: [...new Set(codes.flatMap((code) => [code, code.split('-')[0] ?? code]))],
  };
}

/** One that is closed, for good or for a time, is not found. */
export function isFindable({ status, verification }: ShownListing): boolean {
  return status === 'active' && verification.state !== 'closed';
}

/** Those that can be found, as every engine here numbers them. */
export function inNameOrder(listings: readonly ShownListing[]): ShownListing[] {
  return listings
    .filter(isFindable)
    .map((listing) => ({ listing, name: fold(listing.name) }))
    .sort((one, other) => compareText(one.name, other.name) || compareText(one.listing.id, other.listing.id))
    .map(({ listing }) => listing);
}

/** By code units, which is by code points for the letters of these listings. */
function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function docOf(listing: ShownListing, weeks: Numbers<Hours | null>, claims: Numbers<Claim>): Doc {
  const { availability, channels, hours, locations, verification } = listing;
  const isCrisisLine = listing.needs.includes('safe.crisis-line');
  return {
    id: listing.id,
    needs: listing.needs,
    situations: listing.situations,
    groups: groupsOf(listing),
    features: listing.features,
    languages: listing.languages.flatMap(({ code, mode }) => [
      code.toLowerCase(),
      code === '*' ? 'interpreter' : mode,
    ]),
    barriers: BARRIERS.filter((barrier) => asked(listing)[barrier] !== 'yes'),
    isRemote: channels.some(({ type }) => type !== 'in-person'),
    isFree: listing.cost.value === 'free',
    isCrisisLine,
    isNational:
      locations.every(({ visibility }) => visibility === 'none') && listing.service_areas.length === 0,
    anonymity: isCrisisLine ? anonymityOf(listing) : 2,
    week: weeks.of(hours ? withoutWords(hours) : null),
    claim: claims.of(claimOf(listing)),
    checkedOn: verification.checked_on,
    interval: reviewInterval(listing.needs),
    fullUntil:
      availability?.value === 'full' ? Date.parse(availability.as_of) + availability.valid_hours * HOUR : 0,
    points: locations.flatMap((place) =>
      place.visibility === 'public' && place.latitude !== undefined && place.longitude !== undefined
        ? [place.latitude, place.longitude]
        : [],
    ),
  };
}

function groupsOf({ groups_served: served, groups_excluded: excluded, minimum_age: age = 0 }: ShownListing) {
  return GROUPS.filter((group) => {
    if (excluded.includes(group) || (group === 'under-18' && age >= GROWN_UP)) return false;
    return served.includes(group) || (group !== 'undocumented' && served.includes('everyone'));
  });
}

function asked(listing: ShownListing) {
  return {
    id: listing.id_required.value,
    'police-report': listing.police_report_required.value,
    referral: listing.referral_required.value,
    'parental-consent': listing.parental_consent_required.value,
  };
}

function anonymityOf(listing: ShownListing): number {
  const { 'parental-consent': _, ...barriers } = asked(listing);
  const anonymous = listing.on_contact?.anonymous ?? 'unknown';
  if (anonymous === 'no' || Object.values(barriers).includes('yes')) return 2;
  return anonymous === 'yes' ? 0 : 1;
}

function claimOf({ immigration_eligibility: eligibility }: ShownListing): Claim {
  // Judged before every check, so that a claim which will lapse has not yet.
  const { value, expires } = claimOn(eligibility, '0000-01-01');
  return { value, expires: expires ?? null, isConditional: hasConditions(eligibility) };
}

function withoutWords({ source_text: _words, ...hours }: Hours): Hours {
  return hours;
}

class Numbers<Value> {
  readonly values: Value[] = [];
  readonly #numbers = new Map<string, number>();

  of(value: Value): number {
    const text = JSON.stringify(value);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** Days since 1970, for engines that compare numbers only. */
export function dayNumber(day: IsoDate): number {
  return startOf(day) / (24 * HOUR);
}
