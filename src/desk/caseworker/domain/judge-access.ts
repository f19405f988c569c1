import type { IsoDate } from '../../../core/dates.ts';
import { hasConditions, statusGroupOn } from '../../../core/eligibility.ts';
import { claimOn } from '../../../core/facts.ts';
import type { LanguageMode } from '../../../core/schema.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';
import type { Feature, ImmigrationStatus } from '../../../core/taxonomy.ts';
import { isSameLanguage } from '../../../search/languages.ts';
import type { Barrier, Hit } from '../../../search/query.ts';
import type { Area, LanguageWay } from './profile.ts';
import { type Judgement, NOT_SAID, SAID } from './reason.ts';

/** Best first. */
const MODES: Readonly<Record<LanguageWay, readonly LanguageMode[]>> = {
  staff: ['staff'],
  spoken: ['staff', 'interpreter'],
  any: ['staff', 'interpreter', 'limited', 'written'],
};

/** A list of languages is seldom whole, so one that is not in it is asked about, with what the list has. */
export function judgeLanguages(
  { languages }: ShownListing,
  wanted: readonly string[],
  way: LanguageWay,
): Judgement {
  for (const mode of MODES[way]) {
    const found = languages.find(
      (one) => one.mode === mode && wanted.some((code) => isLanguage(one.code, code)),
    );
    if (found) return { outcome: 'confirmed', ground: { kind: 'spoken', code: found.code, mode } };
  }
  if (languages.length === 0) return NOT_SAID;
  const codes = [...new Set(languages.map(({ code }) => code))];
  return { outcome: 'ask', ground: { kind: 'other-languages', codes } };
}

function isLanguage(listed: string, wanted: string): boolean {
  return listed === '*' || isSameLanguage(listed.toLowerCase(), wanted.toLowerCase());
}

/** A yes with conditions is never a yes, even where the conditions name her status: it is asked about (settled 16). */
export function judgeStatus(
  { immigration_eligibility: eligibility }: ShownListing,
  closest: ImmigrationStatus | null,
  today: IsoDate,
): Judgement {
  const claim = claimOn(eligibility, today);
  const group = statusGroupOn(eligibility, today);
  if (group === 'confirmed') return { outcome: 'confirmed', ground: { kind: 'claim', claim } };
  if (group === 'ask') return { outcome: 'ask', ground: { kind: 'claim', claim } };
  if (closest && eligibility.excluded_statuses?.includes(closest))
    return { outcome: 'no', ground: { kind: 'excludes-status' } };
  if (!hasConditions(eligibility)) return { outcome: 'no', ground: { kind: 'claim', claim } };
  const accepted = eligibility.accepted_statuses ?? [];
  return {
    outcome: 'ask',
    ground: {
      kind: 'conditions',
      namesHers: closest !== null && accepted.includes(closest),
      words: eligibility.conditions ?? null,
      accepted,
    },
  };
}

/** "Do they tell immigration officials?": a no is what is wanted. */
export function judgeSharing(
  { shares_with_immigration_authorities: shares }: ShownListing,
  today: IsoDate,
): Judgement {
  const claim = claimOn(shares, today);
  const outcome = claim.value === 'no' ? 'confirmed' : claim.value === 'yes' ? 'no' : 'ask';
  return { outcome, ground: { kind: 'claim', claim } };
}

export function judgeFeature({ features }: ShownListing, feature: Feature): Judgement {
  return features.includes(feature) ? SAID : NOT_SAID;
}

/** Where it is, by the places that it lets be known: one that is private has no distance and is asked about. */
export function judgeArea(
  { service_areas: areas }: ShownListing,
  { distanceKm: km, distancePrecision, areaName, isRemote, needs }: Place,
  { areaName: wanted, withinKm }: Area,
): Judgement {
  if (areaName === wanted || areas.includes(wanted))
    return { outcome: 'confirmed', ground: { kind: 'in-area', areaName: wanted } };
  if (km !== null) {
    const ground = { kind: 'distance', km, isTown: distancePrecision === 'town' } as const;
    return { outcome: withinKm === null || km <= withinKm ? 'confirmed' : 'no', ground };
  }
  if (areaName !== null) return { outcome: 'ask', ground: { kind: 'in-area', areaName } };
  // A bed is somewhere, even if nobody says where.
  const isBed = needs.some((need) => need === 'home.refuge' || need === 'home.emergency');
  return isRemote && !isBed ? { outcome: 'confirmed', ground: { kind: 'remote' } } : NOT_SAID;
}
export type Place = Pick<Hit, 'distanceKm' | 'distancePrecision' | 'areaName' | 'isRemote' | 'needs'>;

/** Whether a service asks for what the client cannot give. */
export function judgeBarrier(listing: ShownListing, barrier: Barrier): Judgement {
  const { value, note, by } = barrierOf(listing, barrier);
  const ground =
    by === 'agency-only' || by === 'first-responder-only'
      ? ({ kind: 'referrer', by } as const)
      : note
        ? ({ kind: 'note', words: note } as const)
        : value === 'unknown'
          ? NOT_SAID.ground
          : SAID.ground;
  return { outcome: value === 'no' ? 'confirmed' : value === 'yes' ? 'no' : 'ask', ground };
}

function barrierOf(listing: ShownListing, barrier: Barrier): ShownListing['referral_required'] {
  switch (barrier) {
    case 'id':
      return listing.id_required;
    case 'police-report':
      return listing.police_report_required;
    case 'referral':
      return listing.referral_required;
    case 'parental-consent':
      return listing.parental_consent_required;
  }
}

export function judgeCost({ cost }: ShownListing): Judgement {
  const ground = cost.note ? ({ kind: 'note', words: cost.note } as const) : SAID.ground;
  if (cost.value === 'unknown') return { outcome: 'ask', ground: cost.note ? ground : NOT_SAID.ground };
  return { outcome: cost.value === 'free' ? 'confirmed' : 'no', ground };
}
