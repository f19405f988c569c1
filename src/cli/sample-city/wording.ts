import type { Feature, Group } from '../../core/taxonomy.ts';
import type { Barriers } from './barriers.ts';
import type { Audience } from './people.ts';

/** What a listing's words are drawn from, so that they never say other than its facts. */
export interface Told {
  readonly audience: Audience;
  readonly barriers: Barriers;
  readonly features: readonly Feature[];
}

const WHO: Readonly<Record<Group, string>> = {
  everyone: 'Anyone can ask.',
  women: 'This service is for women.',
  men: 'This service is for men and boys.',
  trans: 'We know about the lives of trans people.',
  lgbtq: 'This is a service for LGBTQ+ people.',
  'under-18': 'We work with children and young people.',
  refugees: 'We know about asylum and the lives of refugees.',
  undocumented: 'We often work with people who have no papers.',
  disabled: 'We work with disabled people and know about access.',
  deaf: 'Our workers sign. You can also text.',
  'sex-workers': 'We work with people who sell sex, and do not judge.',
  'limited-english': 'We speak slowly and can show things in pictures.',
};

/** What they do, then up to two things worth knowing before a first call. */
export function descriptionWords(does: string, { audience, barriers, features }: Told): string {
  const sentences = [
    audience.groups_served.includes('everyone') ? '' : audience.groups_served.map((group) => WHO[group])[0],
    barriers.referral_required.by === 'agency-only' ? 'Another service must refer you.' : '',
    barriers.police_report_required.value === 'no' ? 'You do not need to talk to the police.' : '',
    barriers.id_required.value === 'no' ? 'You do not need to show ID.' : '',
    features.includes('walk-in') ? 'You can walk in without a time.' : '',
    features.includes('children-welcome') && !audience.groups_served.includes('under-18')
      ? 'You can bring your children.'
      : '',
  ];
  return [does, ...sentences.filter(Boolean).slice(0, 2)].join(' ');
}

export function eligibilityWords({ groups_served, groups_excluded, ...ages }: Audience): string {
  const [first = 'everyone'] = groups_served;
  const sentences = [WHO[first], ageWords(ages)];
  if (groups_excluded.includes('men')) sentences.push('Not for men.');
  return sentences.filter(Boolean).join(' ');
}

function ageWords({ minimum_age: least, maximum_age: most }: Pick<Audience, 'minimum_age' | 'maximum_age'>) {
  if (least !== undefined && most !== undefined) return `Ages ${least} to ${most}.`;
  if (least !== undefined) return `Age ${least} and over.`;
  return most === undefined ? '' : `Up to age ${most}.`;
}

/** Undefined where nobody knows how to begin. */
export function applicationWords({ barriers, features }: Told): string | undefined {
  switch (barriers.referral_required.by) {
    case 'agency-only':
      return 'Ask a worker you trust to send our form.';
    case 'first-responder-only':
      return 'Police or a named charity send the form for you.';
    case 'self':
      return features.includes('walk-in') ? 'Walk in or contact us yourself.' : 'Contact us yourself.';
    default:
      return undefined;
  }
}
