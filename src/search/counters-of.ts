import { CRISIS_LINE, GROUPS } from '../core/taxonomy.ts';
import { ANY, baseOf, spokenIn } from './counters.ts';
import { KINDS, type Kind, type Trait } from './index-format.ts';
import { isSameLanguage } from './languages.ts';
import type { Row } from './row.ts';

const REMOTE = ['phone', 'sms', 'whatsapp', 'chat', 'email', 'relay', 'web', 'ussd'];

type CodesOfKind = Partial<Record<Kind, readonly string[]>>;

/** Everything that each row counts for: the place of its kind and the code, each once, kind by kind. */
export function countersOfRows(rows: readonly Row[]): (readonly [number, string])[][] {
  const known = languagesIn(rows);
  return rows.map((row) => {
    const codes: CodesOfKind = {
      needs: row.needs,
      situations: row.situations ?? [],
      groups: GROUPS.filter((group) => servesGroup(row, group)),
      features: row.features ?? [],
      groupsExcluded: row.groupsExcluded ?? [],
      asksFor: row.asksFor ?? [],
      accepts: row.status.accepts ?? [],
      channelTypes: row.channelTypes,
      country: [row.country],
      isRemote: isRemote(row) ? ['true'] : [],
      isFree: row.isFree ? ['true'] : [],
      is: traitsOf(row),
      ...spokenBy(row, known),
    };
    return KINDS.flatMap((kind, place) => [...new Set(codes[kind])].map((code) => [place, code] as const));
  });
}

/**
 * Whether a service serves a group. `everyone` is every group but people without papers: whether they are helped is a
 * question of status, and needs a yes of its own. Groups that are not said are not guessed.
 */
function servesGroup({ groups, groupsExcluded }: Row, group: (typeof GROUPS)[number]): boolean {
  if (groupsExcluded?.includes(group)) return false;
  if (groups?.includes(group)) return true;
  return group !== 'undocumented' && (groups?.includes('everyone') ?? false);
}

function isRemote({ channelTypes }: Row): boolean {
  return channelTypes.some((type) => REMOTE.includes(type));
}

/** Every code that is written somewhere and its base, by their bases. */
function languagesIn(rows: readonly Row[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byBase = new Map<string, Set<string>>();
  for (const { code } of rows.flatMap(({ languages }) => languages ?? [])) {
    const lower = code.toLowerCase();
    const base = baseOf(lower);
    byBase.set(base, (byBase.get(base) ?? new Set([base])).add(lower));
  }
  return byBase;
}

/** Who has any language through an interpreter counts for that alone: whoever counts a language adds it. */
function spokenBy({ languages = [] }: Row, known: ReadonlyMap<string, ReadonlySet<string>>): CodesOfKind {
  const spoken = languages.map(({ code, mode }) => `${mode} ${code}`);
  const ways = spoken.map(spokenIn);
  const same = ways.flatMap(({ code }) =>
    [...(known.get(baseOf(code)) ?? [])].filter((other) => isSameLanguage(code, other)),
  );
  return {
    spoken,
    languages: same.includes(ANY) ? [ANY] : same,
    languageModes: ways.map(({ way }) => way),
  };
}

function traitsOf(row: Row): Trait[] {
  const { status, isAnonymous, asksFor = [], places = [] } = row;
  const isCrisisLine = row.needs.includes(CRISIS_LINE);
  const asks = asksFor.some((barrier) => barrier !== 'parental-consent');
  const mayBeAnonymous = isCrisisLine && !asks && isAnonymous !== 'no';
  const traits: [Trait, boolean | undefined][] = [
    ['hasPublicPlace', places.some(({ isPublic }) => isPublic)],
    ['isRemote', isRemote(row)],
    ['isCrisisLine', isCrisisLine],
    ['isSample', row.isSample],
    // For a whole country or for anywhere: it names no place and no area.
    ['national', places.length === 0 && !row.hasServiceAreas],
    // Somebody who fears being reported is safest asking where no name is asked.
    ['anonymous', mayBeAnonymous && isAnonymous === 'yes'],
    ['perhaps-anonymous', mayBeAnonymous && isAnonymous !== 'yes'],
    ['yes', status.value === 'yes'],
    ['no', status.value === 'no'],
    ['conditional', status.isConditional],
  ];
  return traits.flatMap(([trait, is]) => (is ? [trait] : []));
}
