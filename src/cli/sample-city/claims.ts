import { addDays } from '../../core/dates.ts';
import type { Listing } from '../../core/schema.ts';
import type { ImmigrationStatus } from '../../core/taxonomy.ts';
import { ANCHOR, daysBefore, READ_ON } from './anchor.ts';
import type { Random } from './random.ts';

type Immigration = Listing['immigration_eligibility'];
type Claim = Listing['status_check'];
type Evidence = NonNullable<Immigration['evidence']>[number];

/** What is known of "whatever your immigration status", and how. About one listing in five ends up a confirmed yes. */
const STORIES = {
  'called-yes': 16,
  'page-yes': 7,
  'expired-yes': 6,
  'old-page-yes': 4,
  'disputed-yes': 4,
  conditional: 12,
  refuses: 7,
  unknown: 44,
} as const;
export type StatusStory = keyof typeof STORIES;

const CONDITIONS: readonly { conditions: string; accepted_statuses: ImmigrationStatus[] }[] = [
  { conditions: 'Only with an asylum claim.', accepted_statuses: ['asylum-seeker', 'refugee'] },
  {
    conditions: 'Only with a decision that you were trafficked.',
    accepted_statuses: ['trafficking-identified'],
  },
  {
    conditions: 'Only with permission to stay and the right to benefits.',
    accepted_statuses: ['citizen', 'settled', 'refugee'],
  },
  {
    conditions: 'With any visa, also one that depends on a partner.',
    accepted_statuses: ['visa', 'settled'],
  },
];

/**
 * A provider who has never been called (`checkedOn` null) can only be known from its page; one that is there for
 * people without papers does not turn them away.
 */
export function storyOfStatus(
  random: Random,
  known: { checkedOn: string | null; isForUndocumented: boolean },
): StatusStory {
  const story = random.weighted(STORIES);
  if (known.isForUndocumented && (story === 'refuses' || story === 'conditional')) return 'unknown';
  return story === 'called-yes' && known.checkedOn === null ? 'page-yes' : story;
}

export function immigrationClaim(
  random: Random,
  story: StatusStory,
  source: { site: string; checkedOn: string | null },
): Immigration {
  const url = `${source.site}/who-we-help`;
  const quote = 'We help everyone who lives here.';
  const called = calledOn(source.checkedOn ?? daysBefore(random.below(200)));
  const page: Evidence = { type: 'provider-web', url, quote, checked_on: null, read_on: READ_ON };
  switch (story) {
    case 'called-yes':
      return { value: 'yes', evidence: [called] };
    case 'page-yes':
      return { value: 'yes', evidence: [{ ...page, source_dated: random.pick([null, '2026-03-02']) }] };
    case 'expired-yes':
      return { value: 'yes', evidence: [calledOn(daysBefore(380 + random.below(300)))] };
    case 'old-page-yes':
      return { value: 'yes', evidence: [{ ...page, source_dated: '2024-05-14' }] };
    case 'disputed-yes':
      return { value: 'yes', evidence: [called], disputed: true };
    case 'conditional':
      return { value: 'no', ...random.pick(CONDITIONS), evidence: [{ ...called, type: 'provider-letter' }] };
    case 'refuses':
      return {
        value: 'no',
        excluded_statuses: ['nrpf', 'refused-asylum', 'undocumented'],
        evidence: [{ ...page, quote: 'Our funder asks us to check papers.', source_dated: null }],
      };
    case 'unknown':
      return random.chance(0.3)
        ? { value: 'unknown', says: 'We welcome migrants and refugees.' }
        : { value: 'unknown' };
  }
}

/** "Do they check papers?", "Do they share with immigration officers?": mostly not known. */
export function askedClaim(random: Random, yesWeight: number): Claim {
  const value = random.weighted({ unknown: 60, no: 30, yes: yesWeight });
  if (value === 'unknown') return { value };
  const checked = daysBefore(random.below(450));
  const evidence = [calledOn(checked)];
  return random.chance(0.2) ? { value, evidence, valid_until: addDays(ANCHOR, 60) } : { value, evidence };
}

function calledOn(day: string): Evidence {
  return { type: 'provider-call', checked_on: day, checked_by: 'listings editor' };
}
