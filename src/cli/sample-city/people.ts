import type { Listing } from '../../core/schema.ts';
import { type Group, groupOf, type Need } from '../../core/taxonomy.ts';
import type { Random } from './random.ts';

export type Audience = Pick<Listing, 'groups_served' | 'groups_excluded' | 'minimum_age' | 'maximum_age'>;

const AUDIENCES: Readonly<Record<Group, number>> = {
  everyone: 42,
  women: 18,
  men: 4,
  trans: 4,
  lgbtq: 4,
  'under-18': 3,
  refugees: 6,
  undocumented: 4,
  disabled: 4,
  deaf: 4,
  'sex-workers': 4,
  'limited-english': 5,
};

export const LANGUAGE_CODES = [
  ...['ar', 'fa', 'ur', 'ps', 'am', 'ti', 'so', 'sw', 'es', 'pt', 'fr', 'ro', 'pl'],
  ...['uk', 'ru', 'sq', 'vi', 'zh', 'th', 'tl', 'bn', 'pa', 'hi', 'tr', 'ku', 'bfi'],
];

export function audienceFor(random: Random, need: Need): Audience {
  if (groupOf(need) === 'child' || need === 'online.child') return childAudience(random, need);
  const main = need === 'help.exiting' && random.chance(0.6) ? 'sex-workers' : random.weighted(AUDIENCES);
  const served: Group[] = main === 'women' && random.chance(0.4) ? ['women', 'trans'] : [main];
  const excluded: Group[] = main === 'women' && random.chance(0.7) ? ['men'] : [];
  if (main === 'under-18') return { groups_served: served, groups_excluded: [], maximum_age: 17 };
  const minimum = random.weighted({ none: 45, '16': 20, '18': 35 });
  if (minimum === 'none') return { groups_served: served, groups_excluded: excluded };
  if (minimum === '18') excluded.push('under-18');
  return { groups_served: served, groups_excluded: excluded, minimum_age: Number(minimum) };
}

function childAudience(random: Random, need: Need): Audience {
  const group: Audience = { groups_served: ['under-18'], groups_excluded: [] };
  if (need !== 'child.young-person') return { ...group, maximum_age: 17 };
  return { ...group, minimum_age: random.pick([11, 13]), maximum_age: random.pick([18, 21, 25]) };
}

export function languagesFor(random: Random, isForDeaf: boolean): Listing['languages'] {
  const others = random.some(LANGUAGE_CODES, random.below(6)).map((code) => languageSpoken(random, code));
  const signed: Listing['languages'] = isForDeaf ? [{ code: 'bfi', mode: 'staff' }] : [];
  const any: Listing['languages'] = random.chance(0.25)
    ? [{ code: '*', mode: 'interpreter', note: 'Ask for an interpreter. It may take a day.' }]
    : [];
  const rest = others.filter(({ code }) => !(isForDeaf && code === 'bfi'));
  return [{ code: 'en', mode: 'staff' }, ...signed, ...rest, ...any];
}

function languageSpoken(random: Random, code: string): Listing['languages'][number] {
  // A sign language is not written and a leaflet does not sign.
  const modes = { staff: 35, interpreter: 35, limited: 15, written: code === 'bfi' ? 0 : 15 };
  const mode = random.weighted(modes);
  if (mode === 'limited') return { code, mode, note: 'Some days only.' };
  return mode === 'written' ? { code, mode, note: 'Leaflets only.' } : { code, mode };
}
