import type { Need, Situation } from '../../core/taxonomy.ts';
import { SITUATIONS } from '../../core/taxonomy.ts';

/** How a kind of service is usually reached. `hidden`: its place is never told. `remote`: there is no place. */
export type Reach = 'hidden' | 'remote' | 'place';

export interface ServiceFacts {
  readonly reach: Reach;
  readonly situations: readonly Situation[];
  /** Needs that such a service often meets as well. */
  readonly also: readonly Need[];
}

const EXPLOITATION: readonly Situation[] = ['trafficking', 'sexual-exploitation'];
const VIOLENCE: readonly Situation[] = ['sexual-violence', 'domestic-abuse', 'forced-marriage', 'stalking'];
const ONLINE: readonly Situation[] = ['online-exploitation', 'image-based-abuse'];
const CHILDREN: readonly Situation[] = ['child-sexual-abuse', 'sexual-exploitation', 'online-exploitation'];

export const SERVICE_FACTS: Readonly<Record<Need, ServiceFacts>> = {
  'safe.crisis-line': { reach: 'remote', situations: SITUATIONS, also: ['safe.plan', 'help.advocate'] },
  'safe.escape': { reach: 'place', situations: [...EXPLOITATION, ...VIOLENCE], also: ['safe.plan'] },
  'safe.plan': { reach: 'place', situations: VIOLENCE, also: ['safe.digital', 'help.advocate'] },
  'safe.digital': { reach: 'remote', situations: ['stalking', ...ONLINE], also: ['online.images'] },
  'home.refuge': { reach: 'hidden', situations: [...EXPLOITATION, ...VIOLENCE], also: ['safe.escape'] },
  'home.emergency': {
    reach: 'place',
    situations: ['domestic-abuse', ...EXPLOITATION],
    also: ['live.basics'],
  },
  'home.longer': { reach: 'place', situations: ['domestic-abuse', 'trafficking'], also: ['live.benefits'] },
  'home.rights': { reach: 'place', situations: ['sex-for-rent'], also: ['law.rights', 'home.longer'] },
  'health.urgent': {
    reach: 'place',
    situations: ['sexual-violence'],
    also: ['health.pep', 'health.pregnancy'],
  },
  'health.pep': { reach: 'place', situations: ['sexual-violence', ...EXPLOITATION], also: ['health.sexual'] },
  'health.pregnancy': { reach: 'place', situations: ['sexual-violence'], also: ['health.sexual'] },
  'health.forensic': {
    reach: 'place',
    situations: ['sexual-violence'],
    also: ['health.urgent', 'health.pep'],
  },
  'health.sexual': { reach: 'place', situations: ['sexual-exploitation'], also: ['health.pregnancy'] },
  'health.substance': { reach: 'place', situations: EXPLOITATION, also: ['mind.peer'] },
  'mind.counselling': {
    reach: 'place',
    situations: ['sexual-violence', 'domestic-abuse'],
    also: ['mind.peer'],
  },
  'mind.mental-health': { reach: 'place', situations: VIOLENCE, also: ['mind.counselling'] },
  'mind.peer': { reach: 'place', situations: [...EXPLOITATION, 'sexual-violence'], also: [] },
  'help.advocate': { reach: 'place', situations: [...VIOLENCE, ...EXPLOITATION], also: ['safe.plan'] },
  'help.exiting': { reach: 'place', situations: EXPLOITATION, also: ['live.basics', 'mind.peer'] },
  'help.trafficking': {
    reach: 'place',
    situations: ['trafficking'],
    also: ['help.advocate', 'law.immigration'],
  },
  'help.family': { reach: 'place', situations: CHILDREN, also: ['mind.peer'] },
  'help.interpreter': { reach: 'remote', situations: [], also: [] },
  'online.images': { reach: 'remote', situations: ['image-based-abuse'], also: ['online.sextortion'] },
  'online.sextortion': { reach: 'remote', situations: ONLINE, also: ['online.images', 'safe.digital'] },
  'online.child': { reach: 'remote', situations: CHILDREN, also: ['child.protection'] },
  'law.advice': {
    reach: 'place',
    situations: ['domestic-abuse', 'workplace-harassment'],
    also: ['law.rights'],
  },
  'law.immigration': { reach: 'place', situations: ['trafficking', 'forced-marriage'], also: ['law.advice'] },
  'law.protection': { reach: 'place', situations: VIOLENCE, also: ['law.advice'] },
  'law.compensation': { reach: 'place', situations: ['trafficking', 'workplace-harassment'], also: [] },
  'law.rights': { reach: 'place', situations: ['sex-for-rent', 'workplace-harassment'], also: [] },
  'report.police': { reach: 'place', situations: ['trafficking', 'sexual-violence', 'stalking'], also: [] },
  'report.anonymous': { reach: 'remote', situations: [...EXPLOITATION, 'abuse-by-aid-worker'], also: [] },
  'report.work': {
    reach: 'place',
    situations: ['workplace-harassment', 'trafficking'],
    also: ['law.rights'],
  },
  'report.aid-worker': { reach: 'remote', situations: ['abuse-by-aid-worker'], also: ['report.anonymous'] },
  'child.protection': { reach: 'place', situations: CHILDREN, also: ['help.family'] },
  'child.young-person': { reach: 'place', situations: CHILDREN, also: ['help.advocate', 'live.education'] },
  'live.benefits': { reach: 'place', situations: ['domestic-abuse', 'trafficking'], also: ['live.basics'] },
  'live.basics': { reach: 'place', situations: [], also: ['live.benefits'] },
  'live.work': {
    reach: 'place',
    situations: ['trafficking', 'sexual-exploitation'],
    also: ['live.education'],
  },
  'live.education': { reach: 'place', situations: [], also: ['live.work'] },
};
