import { dayOf, type Instant } from '../../../core/dates.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';
import type { Hit } from '../../../search/query.ts';
import type { FactKind, Profile } from './profile.ts';
import type { Reason } from './reason.ts';
import { reasonsOf } from './reasons-of.ts';
import { type SoleProvider, soleProvidersIn } from './sole-provider.ts';

/** A service that the engine found, with its record; `order` is its place in the engine's answer. */
export interface Candidate {
  readonly listing: ShownListing;
  readonly hit: Hit;
  readonly order: number;
}

/** `confirmed`: every must-have is; `ask`: none is refused, some are not known; `refused`: one is known to be refused. */
export type MatchGroup = 'confirmed' | 'ask' | 'refused';

export interface MatchRow {
  readonly id: string;
  readonly group: MatchGroup;
  readonly reasons: readonly Reason[];
  readonly hit: Hit;
  readonly listing: ShownListing;
  readonly order: number;
}

/** How many more services there would be if this were no must-have. Never who the client is. */
export interface Widening {
  readonly fact: FactKind;
  readonly more: number;
}

export interface Match {
  /** Confirmed, then those to ask. */
  readonly rows: readonly MatchRow[];
  readonly confirmed: number;
  readonly ask: number;
  /** Not in the list, but never out of reach: with the reason for each. */
  readonly refused: readonly MatchRow[];
  readonly soleProviders: readonly SoleProvider[];
  readonly widen: readonly Widening[];
}

export interface Found {
  readonly candidates: readonly Candidate[];
  /** Whether these are all that the engine found: of a part nobody can be called the only one. */
  readonly isWhole: boolean;
}

/**
 * What fits a client, best first, each with its reasons. The same profile, candidates and instant give the same list
 * whatever the order in which candidates come. What is not known stands below what is confirmed and above what is refused.
 */
export function match(profile: Profile, { candidates, isWhole }: Found, now: Instant): Match {
  const today = dayOf(now);
  const all = candidates
    .map(({ listing, hit, order }): MatchRow => {
      const reasons = reasonsOf(profile, listing, hit, today);
      return { id: listing.id, group: groupOf(reasons), reasons, hit, listing, order };
    })
    .map((row) => ({ row, rank: rankOf(row) }))
    .sort(compareRanked)
    .map(({ row }) => row);
  const rows = all.filter(({ group }) => group !== 'refused');
  const refused = all.filter(({ group }) => group === 'refused');
  const confirmed = rows.filter(({ group }) => group === 'confirmed').length;
  return {
    rows,
    confirmed,
    ask: rows.length - confirmed,
    refused,
    soleProviders: isWhole ? soleProvidersIn(profile, all) : [],
    widen: wideningsOf(refused),
  };
}

function groupOf(reasons: readonly Reason[]): MatchGroup {
  const must = reasons.filter(({ importance }) => importance === 'must');
  if (must.some(({ outcome }) => outcome === 'no')) return 'refused';
  return must.some(({ outcome }) => outcome === 'ask') ? 'ask' : 'confirmed';
}

const GROUPS: readonly MatchGroup[] = ['confirmed', 'ask', 'refused'];
/** A service that is full comes after those of which nobody knows. */
const SPACE: readonly Hit['availability'][] = ['space', 'unknown', 'waiting-list', 'full'];

interface Ranked {
  readonly row: MatchRow;
  readonly rank: readonly number[];
}

/**
 * The smaller the better; each number decides only where those before it are even. Counted once for each service, not
 * once for each comparison.
 */
function rankOf(row: MatchRow): readonly number[] {
  return [
    GROUPS.indexOf(row.group),
    count(row, 'must', 'no'),
    count(row, 'must', 'ask'),
    -needsMet(row),
    SPACE.indexOf(row.hit.availability),
    count(row, 'nice', 'no'),
    -count(row, 'nice', 'confirmed'),
    row.order,
  ];
}

/** The id makes it one order and no other. */
function compareRanked(a: Ranked, b: Ranked): number {
  for (const [place, one] of a.rank.entries()) {
    const difference = one - (b.rank[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.row.id < b.row.id ? -1 : 1;
}

function count({ reasons }: MatchRow, importance: Reason['importance'], outcome: Reason['outcome']): number {
  return reasons.filter((one) => one.importance === importance && one.outcome === outcome).length;
}

function needsMet({ reasons }: MatchRow): number {
  return reasons.filter(({ fact, outcome }) => fact === 'needs' && outcome === 'confirmed').length;
}

/** Nobody is to be told that she would fit better as another, or that she should give what she cannot. */
const NEVER: readonly FactKind[] = [
  'needs',
  'situation',
  'gender',
  'group',
  'age',
  'status',
  'shares',
  'barrier',
];

function wideningsOf(refused: readonly MatchRow[]): Widening[] {
  const more = new Map<FactKind, number>();
  for (const { reasons } of refused) {
    const against = reasons.filter(({ importance, outcome }) => importance === 'must' && outcome === 'no');
    const [only] = new Set(against.map(({ fact }) => fact));
    const isOne = against.every(({ fact }) => fact === only);
    if (only && isOne && !NEVER.includes(only)) more.set(only, (more.get(only) ?? 0) + 1);
  }
  return [...more]
    .map(([fact, number]) => ({ fact, more: number }))
    .sort((a, b) => b.more - a.more || (a.fact < b.fact ? -1 : 1));
}
