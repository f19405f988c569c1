import type { Instant } from '../core/dates.ts';
import type { Group } from '../core/taxonomy.ts';
import type { Entry } from './entry.ts';
import { speaks } from './languages.ts';
import { isWithin, type Nearness } from './nearness.ts';
import type { FilterKind, Query } from './query.ts';
import type { Row } from './row.ts';

/** A way in which a service does not fit. Languages and how they are spoken are one: each entry must fit both. */
export type Misfit = Exclude<FilterKind, 'languageModes'> | 'text';

/**
 * Whether a service serves a group. `everyone` is every group but people without papers: whether they are helped is a
 * question of status, and needs a yes of its own. Groups that are not said are not guessed.
 */
export function servesGroup(row: Pick<Row, 'groups' | 'groupsExcluded'>, group: Group): boolean {
  if (row.groupsExcluded?.includes(group)) return false;
  if (row.groups?.includes(group)) return true;
  return group !== 'undocumented' && (row.groups?.includes('everyone') ?? false);
}

// Someone is all of what she chose: a service that leaves one of them out would turn her away.
function servesAnyOf(row: Row, groups: readonly Group[]): boolean {
  if (groups.length === 0) return true;
  const isLeftOut = groups.some((group) => row.groupsExcluded?.includes(group));
  return !isLeftOut && groups.some((group) => servesGroup(row, group));
}

export function isOpen(entry: Entry, instant: Instant): boolean {
  const { state } = entry.openingAt(instant);
  return state === 'open' || state === 'always';
}

/** What a service does not fit, of everything but the text; the first two at most, which is all that counts ask. */
export function misfitsOf(
  entry: Entry,
  query: Query,
  place: { nearness: Nearness; instant: Instant },
): Misfit[] {
  const misfits: Misfit[] = [];
  for (const [kind, fits] of RULES) {
    if (!fits(entry, query, place)) misfits.push(kind);
    if (misfits.length === 2) break;
  }
  return misfits;
}

type Rule = (entry: Entry, query: Query, place: { nearness: Nearness; instant: Instant }) => boolean;

// Cheap ones first; opening hours last.
const RULES: readonly (readonly [Misfit, Rule])[] = [
  ['needs', ({ row }, { needs }) => hasAny(row.needs, needs)],
  ['situations', ({ row }, { situations }) => hasAny(row.situations, situations)],
  ['groups', ({ row }, { groups }) => servesAnyOf(row, groups)],
  ['features', ({ row }, { features }) => hasAny(row.features, features)],
  ['languages', (entry, query) => speaks(entry.languages, query.languages, query.languageModes)],
  ['barriers', ({ row }, { barriers }) => !barriers.some((barrier) => row.asksFor?.includes(barrier))],
  ['isRemote', (entry, { isRemote }) => !isRemote || entry.isRemote],
  ['isFree', ({ row }, { isFree }) => !isFree || row.isFree === true],
  ['near', (_entry, { near }, { nearness }) => near?.withinKm == null || isWithin(nearness, near.withinKm)],
  ['isOpenNow', (entry, { isOpenNow }, { instant }) => !isOpenNow || isOpen(entry, instant)],
];

function hasAny<Value>(has: readonly Value[] | undefined, wanted: readonly Value[]): boolean {
  return wanted.length === 0 || wanted.some((one) => has?.includes(one));
}
