// The needs taxonomy: 10 groups, 40 needs; what happened (situations); who it is for (groups).
// Labels live in locales/<lang>/needs.json, the crosswalk to other taxonomies in data/taxonomies.

export const NEED_GROUPS = [
  'safe',
  'home',
  'health',
  'mind',
  'help',
  'online',
  'law',
  'report',
  'child',
  'live',
] as const;
export type NeedGroup = (typeof NEED_GROUPS)[number];

export const NEEDS = [
  'safe.crisis-line',
  'safe.escape',
  'safe.plan',
  'safe.digital',
  'home.refuge',
  'home.emergency',
  'home.longer',
  'home.rights',
  'health.urgent',
  'health.pep',
  'health.pregnancy',
  'health.forensic',
  'health.sexual',
  'health.substance',
  'mind.counselling',
  'mind.mental-health',
  'mind.peer',
  'help.advocate',
  'help.exiting',
  'help.trafficking',
  'help.family',
  'help.interpreter',
  'online.images',
  'online.sextortion',
  'online.child',
  'law.advice',
  'law.immigration',
  'law.protection',
  'law.compensation',
  'law.rights',
  'report.police',
  'report.anonymous',
  'report.work',
  'report.aid-worker',
  'child.protection',
  'child.young-person',
  'live.benefits',
  'live.basics',
  'live.work',
  'live.education',
] as const;
export type Need = (typeof NEEDS)[number];

/** A voice now. */
export const CRISIS_LINE: Need = 'safe.crisis-line';
/** Words of immediate danger name it. */
export const DANGER: Need = 'safe.escape';

export const SITUATIONS = [
  'trafficking',
  'sexual-exploitation',
  'sex-for-rent',
  'online-exploitation',
  'image-based-abuse',
  'sexual-violence',
  'domestic-abuse',
  'child-sexual-abuse',
  'workplace-harassment',
  'forced-marriage',
  'stalking',
  'abuse-by-aid-worker',
] as const;
export type Situation = (typeof SITUATIONS)[number];

export const GROUPS = [
  'everyone',
  'women',
  'men',
  'trans',
  'lgbtq',
  'under-18',
  'refugees',
  'undocumented',
  'disabled',
  'deaf',
  'sex-workers',
  'limited-english',
] as const;
export type Group = (typeof GROUPS)[number];

export const IMMIGRATION_STATUSES = [
  'any',
  'citizen',
  'settled',
  'visa',
  'asylum-seeker',
  'refugee',
  'refused-asylum',
  'nrpf',
  'undocumented',
  'trafficking-identified',
] as const;
export type ImmigrationStatus = (typeof IMMIGRATION_STATUSES)[number];

/** What a place or a team offers beyond the need itself. Listed only when known to be so. */
export const FEATURES = [
  'children-welcome',
  'pets-welcome',
  'women-staff',
  'step-free',
  'sign-language',
  'text-relay',
  'quiet-room',
  'not-religious',
  'walk-in',
] as const;
export type Feature = (typeof FEATURES)[number];

/** The group a need belongs to: the part of its code before the dot. */
export function groupOf(need: Need): NeedGroup {
  return need.slice(0, need.indexOf('.')) as NeedGroup;
}

export function needsIn(group: NeedGroup): Need[] {
  return NEEDS.filter((need) => groupOf(need) === group);
}
