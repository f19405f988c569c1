import type { ShownListing } from '../../../core/shown-listing.ts';
import type { Group, Situation } from '../../../core/taxonomy.ts';
import { AGE_BANDS, type AgeBand, GENDERS, type Gender } from './profile.ts';
import { type Judgement, NOT_SAID, SAID } from './reason.ts';

const ADULT = 18;

/** Whether a service takes somebody of a gender. One that names another and not hers is for those alone. */
export function judgeGender(listing: ShownListing, gender: Gender): Judgement {
  const known = judgeGroup(listing, gender);
  if (known.outcome !== 'ask') return known;
  const named = GENDERS.filter((one) => listing.groups_served.includes(one));
  // "For women" does not say whether a trans woman is welcome: that is asked.
  if (named.length === 0 || gender === 'trans') return known;
  return { outcome: 'no', ground: { kind: 'only-for', groups: named } };
}

/** Whether a service takes a group. `everyone` is every group but `undocumented`, as in the engine (docs/search.md). */
export function judgeGroup(
  { groups_served: served, groups_excluded: excluded }: ShownListing,
  group: Group,
): Judgement {
  if (excluded.includes(group)) return { outcome: 'no', ground: { kind: 'not-for' } };
  if (served.includes(group)) return SAID;
  if (served.includes('everyone') && group !== 'undocumented')
    return { outcome: 'confirmed', ground: { kind: 'everyone' } };
  return NOT_SAID;
}

/** By the ages that a service gives. An age band that lies across a limit is asked about. */
export function judgeAge(listing: ShownListing, band: AgeBand): Judgement {
  const [youngest, oldest] = AGE_BANDS[band];
  const { minimum_age: from, maximum_age: to } = listing;
  const isMinor = oldest < ADULT;
  if (isMinor && listing.groups_excluded.includes('under-18'))
    return { outcome: 'no', ground: { kind: 'not-for' } };
  if (from !== undefined || to !== undefined) {
    const ground = { kind: 'ages', from: from ?? null, to: to ?? null } as const;
    if (oldest < (from ?? 0) || youngest > (to ?? oldest)) return { outcome: 'no', ground };
    const isInside = youngest >= (from ?? 0) && oldest <= (to ?? oldest);
    return { outcome: isInside ? 'confirmed' : 'ask', ground };
  }
  if (listing.groups_served.includes('everyone'))
    return { outcome: 'confirmed', ground: { kind: 'everyone' } };
  return isMinor && listing.groups_served.includes('under-18') ? SAID : NOT_SAID;
}

/** What happened to her is never a reason to be refused: a service that names others may still help. */
export function judgeSituation({ situations }: ShownListing, wanted: readonly Situation[]): Judgement {
  if (situations.some((one) => wanted.includes(one))) return SAID;
  return situations.length === 0 ? NOT_SAID : { outcome: 'ask', ground: { kind: 'others-named' } };
}
