import { dayOf, type Instant } from '../../../core/dates.ts';
import { type ClaimToday, claimOn, type ThreeValued } from '../../../core/facts.ts';
import type { Channel, LanguageMode } from '../../../core/schema.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';
import type { Feature, Group, ImmigrationStatus, Need } from '../../../core/taxonomy.ts';
import type { Hit } from '../../../search/query.ts';

/** More would not be read side by side. */
export const MOST_COMPARED = 4;

export type Cell =
  | {
      readonly kind: 'availability';
      readonly value: Hit['availability'];
      readonly asOf: string | null;
    }
  | { readonly kind: 'needs'; readonly codes: readonly Need[] }
  | {
      readonly kind: 'status';
      readonly claim: ClaimToday;
      readonly words: string | null;
      readonly accepted: readonly ImmigrationStatus[];
    }
  | { readonly kind: 'claim'; readonly claim: ClaimToday }
  | {
      readonly kind: 'languages';
      readonly spoken: readonly { readonly code: string; readonly mode: LanguageMode }[];
    }
  | { readonly kind: 'people'; readonly served: readonly Group[]; readonly excluded: readonly Group[] }
  | { readonly kind: 'ages'; readonly from: number | null; readonly to: number | null }
  | {
      readonly kind: 'answer';
      readonly value: ThreeValued;
      readonly by: 'self' | 'agency-only' | 'first-responder-only' | null;
      readonly note: string | null;
    }
  | { readonly kind: 'documents'; readonly documents: readonly string[] }
  | { readonly kind: 'cost'; readonly value: ShownListing['cost']['value'] }
  | { readonly kind: 'opening'; readonly opening: Hit['opening']; readonly timezone: string | null }
  | {
      readonly kind: 'place';
      readonly areaName: string | null;
      readonly hasPublicPlace: boolean;
      readonly distanceKm: number | null;
      readonly isRemote: boolean;
      /** A bed whose place nobody names is private, not online. */
      readonly isBed: boolean;
    }
  | { readonly kind: 'features'; readonly codes: readonly Feature[] }
  | { readonly kind: 'channels'; readonly types: readonly Channel['type'][] }
  | {
      readonly kind: 'checked';
      readonly freshness: Hit['freshness'];
      readonly checkedOn: string | null;
      readonly isSample: boolean;
    };

/** In this order: whether there is space stands first, as everywhere (C2, settled 19). */
export const COMPARED_FACTS = [
  'availability',
  'needs',
  'status',
  'shares',
  'languages',
  'people',
  'ages',
  'referral',
  'id',
  'police-report',
  'documents',
  'cost',
  'opening',
  'place',
  'features',
  'channels',
  'checked',
] as const;
export type ComparedFact = (typeof COMPARED_FACTS)[number];

export interface ComparedRow {
  readonly fact: ComparedFact;
  /** One a service, in the order given. */
  readonly cells: readonly Cell[];
  /** Not all say the same; unknown is not the same as anything said. */
  readonly differs: boolean;
}

export interface Service {
  readonly listing: ShownListing;
  readonly hit: Hit;
}

/** Up to four services fact by fact. */
export function compare(services: readonly Service[], now: Instant): readonly ComparedRow[] {
  const today = dayOf(now);
  const compared = services.slice(0, MOST_COMPARED);
  return COMPARED_FACTS.map((fact) => {
    const cells = compared.map((service) => cellOf(fact, service, today));
    return { fact, cells, differs: new Set(cells.map(sameness)).size > 1 };
  });
}

function cellOf(fact: ComparedFact, { listing, hit }: Service, today: string): Cell {
  switch (fact) {
    case 'availability':
      return { kind: fact, value: hit.availability, asOf: hit.availabilityAsOf };
    case 'needs':
      return { kind: fact, codes: listing.needs };
    case 'status': {
      const { immigration_eligibility: eligibility } = listing;
      return {
        kind: fact,
        claim: claimOn(eligibility, today),
        words: eligibility.conditions ?? null,
        accepted: eligibility.accepted_statuses ?? [],
      };
    }
    case 'shares':
      return { kind: 'claim', claim: claimOn(listing.shares_with_immigration_authorities, today) };
    case 'languages':
      return { kind: fact, spoken: listing.languages.map(({ code, mode }) => ({ code, mode })) };
    case 'people':
      return { kind: fact, served: listing.groups_served, excluded: listing.groups_excluded };
    case 'ages':
      return { kind: fact, from: listing.minimum_age ?? null, to: listing.maximum_age ?? null };
    case 'documents':
      return { kind: fact, documents: listing.required_documents };
    case 'cost':
      return { kind: fact, value: listing.cost.value };
    case 'opening':
      return { kind: fact, opening: hit.opening, timezone: hit.timezone };
    case 'place': {
      const { areaName, hasPublicPlace, distanceKm, isRemote } = hit;
      const isBed = listing.needs.some((need) => need === 'home.refuge' || need === 'home.emergency');
      return { kind: fact, areaName, hasPublicPlace, distanceKm, isRemote, isBed };
    }
    case 'features':
      return { kind: fact, codes: listing.features };
    case 'channels':
      return { kind: fact, types: [...new Set(listing.channels.map(({ type }) => type))] };
    case 'checked': {
      const { freshness, checkedOn, isSample } = hit;
      return { kind: fact, freshness, checkedOn, isSample };
    }
    default:
      return answerCell(barrierOf(listing, fact));
  }
}

type Barrier = ShownListing['referral_required'];

function barrierOf(listing: ShownListing, fact: 'referral' | 'id' | 'police-report'): Barrier {
  if (fact === 'referral') return listing.referral_required;
  return fact === 'id' ? listing.id_required : listing.police_report_required;
}

function answerCell({ value, by, note }: Barrier): Cell {
  return { kind: 'answer', value, by: by ?? null, note: note ?? null };
}

/** The order in which a listing names things is no difference. */
function sameness(cell: Cell): string {
  return JSON.stringify(cell, (_, value: unknown) =>
    Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value,
  );
}
