import type { IsoDate } from '../../../core/dates.ts';
import { hasConditions, statusGroupOn } from '../../../core/eligibility.ts';
import type { ThreeValued } from '../../../core/facts.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';
import type { Group, ImmigrationStatus } from '../../../core/taxonomy.ts';
import { judgeAge, judgeGender, judgeGroup } from './judge-people.ts';
import type { Profile } from './profile.ts';

// A few questions from a listing's own rules, asked of the worker and not of the client. Never a score: likely, ask
// first, or no because (C8).

export type Rule =
  | { readonly id: 'age'; readonly from: number | null; readonly to: number | null }
  | { readonly id: 'only-for'; readonly groups: readonly Group[] }
  | { readonly id: 'not-for'; readonly groups: readonly Group[] }
  | {
      readonly id: 'status';
      readonly accepted: readonly ImmigrationStatus[];
      readonly words: string | null;
    }
  | { readonly id: 'id' | 'police-report' | 'parental-consent'; readonly note: string | null }
  | {
      readonly id: 'referral';
      readonly by: 'agency-only' | 'first-responder-only' | null;
      readonly note: string | null;
    }
  | { readonly id: 'documents'; readonly documents: readonly string[] }
  | { readonly id: 'area'; readonly areas: readonly string[] };
export type RuleId = Rule['id'];

/** What a listing does not say and a worker has to ask: unknown is never yes. */
export type Unsaid = 'status' | 'id' | 'police-report' | 'referral';

export interface Rules {
  readonly rules: readonly Rule[];
  readonly unsaid: readonly Unsaid[];
}

/** The rules that a listing states on a day, and those that matter and are not known. */
export function rulesOf(listing: ShownListing, today: IsoDate): Rules {
  const { groups_served: served, groups_excluded: excluded, required_documents: documents } = listing;
  const { minimum_age: from, maximum_age: to, service_areas: areas } = listing;
  const hasAges = from !== undefined || to !== undefined;
  const rules: Rule[] = [
    ...(hasAges ? [{ id: 'age', from: from ?? null, to: to ?? null } as const] : []),
    ...(served.length > 0 && !served.includes('everyone')
      ? [{ id: 'only-for', groups: served } as const]
      : []),
    ...(excluded.length > 0 ? [{ id: 'not-for', groups: excluded } as const] : []),
    ...statusRule(listing, today),
    ...barrierRules(listing),
    ...(documents.length > 0 ? [{ id: 'documents', documents } as const] : []),
    ...(areas.length > 0 ? [{ id: 'area', areas } as const] : []),
  ];
  const unsaid: Unsaid[] = [
    ...(statusGroupOn(listing.immigration_eligibility, today) === 'ask' ? ['status' as const] : []),
    ...(listing.id_required.value === 'unknown' ? ['id' as const] : []),
    ...(listing.police_report_required.value === 'unknown' ? ['police-report' as const] : []),
    ...(listing.referral_required.value === 'unknown' ? ['referral' as const] : []),
  ];
  return { rules, unsaid };
}

function statusRule({ immigration_eligibility: eligibility }: ShownListing, today: IsoDate): Rule[] {
  const group = statusGroupOn(eligibility, today);
  if (group === 'confirmed' || group === 'ask') return [];
  const words = hasConditions(eligibility) ? (eligibility.conditions ?? null) : null;
  return [{ id: 'status', accepted: eligibility.accepted_statuses ?? [], words }];
}

function barrierRules(listing: ShownListing): Rule[] {
  const { referral_required: referral } = listing;
  const barriers = [
    ['id', listing.id_required],
    ['police-report', listing.police_report_required],
    ['parental-consent', listing.parental_consent_required],
  ] as const;
  return [
    ...barriers.flatMap(([id, { value, note }]) => (value === 'yes' ? [{ id, note: note ?? null }] : [])),
    ...(referral.value === 'yes' && referral.by !== 'self'
      ? [{ id: 'referral' as const, by: referral.by ?? null, note: referral.note ?? null }]
      : []),
  ];
}

export type Answers = Readonly<Partial<Record<RuleId, ThreeValued>>>;

/** What the profile answers already; anything else is unknown until the worker says. */
export function answersFrom(profile: Profile, listing: ShownListing, { rules }: Rules): Answers {
  return Object.fromEntries(rules.map((rule) => [rule.id, answerFrom(profile, listing, rule)]));
}

const MET = { confirmed: 'yes', ask: 'unknown', no: 'no' } as const;

function answerFrom(profile: Profile, listing: ShownListing, rule: Rule): ThreeValued {
  const { age, gender, groups, closestStatus, cannot, area } = profile;
  switch (rule.id) {
    case 'age':
      return age ? MET[judgeAge(listing, age).outcome] : 'unknown';
    case 'only-for':
      return belongs(profile, listing);
    case 'not-for':
      return [...groups, gender].some((one) => one !== null && rule.groups.includes(one)) ? 'no' : 'unknown';
    case 'status':
      return closestStatus && rule.accepted.includes(closestStatus) ? 'yes' : 'unknown';
    case 'area':
      return area && rule.areas.includes(area.areaName) ? 'yes' : 'unknown';
    case 'documents':
      return 'unknown';
    default:
      return cannot.includes(rule.id) ? 'no' : 'unknown';
  }
}

/** Whether what is known of her is among those whom a service is for. */
function belongs({ gender, groups }: Profile, listing: ShownListing): ThreeValued {
  const outcomes = groups.map((group) => judgeGroup(listing, group).outcome);
  if (gender) outcomes.push(judgeGender(listing, gender).outcome);
  if (outcomes.includes('no')) return 'no';
  return outcomes.includes('confirmed') ? 'yes' : 'unknown';
}

export interface Verdict {
  readonly verdict: 'likely' | 'ask' | 'no';
  /** For a no: the rules that are not met. For ask: the rules that nobody has answered. */
  readonly because: readonly RuleId[];
  readonly unsaid: readonly Unsaid[];
}

/** `yes` means that the rule is met. Likely only where every rule is known and met. */
export function screen({ rules, unsaid }: Rules, answers: Answers): Verdict {
  const ids = rules.map(({ id }) => id);
  const unmet = ids.filter((id) => answers[id] === 'no');
  if (unmet.length > 0) return { verdict: 'no', because: unmet, unsaid };
  const open = ids.filter((id) => answers[id] !== 'yes');
  if (open.length > 0 || unsaid.length > 0) return { verdict: 'ask', because: open, unsaid };
  return { verdict: 'likely', because: [], unsaid };
}
