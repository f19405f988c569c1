import { LANGUAGE_MODES } from '../core/codes.ts';
import { GROUPS } from '../core/taxonomy.ts';
import type { Candidate, Now } from './candidate.ts';
import type { Entry } from './entry.ts';
import { isSameLanguage, speaks } from './languages.ts';
import { isOpen, servesGroup } from './matches.ts';
import { isWithin } from './nearness.ts';
import { type Answer, BARRIERS, type FilterKind, type Query } from './query.ts';
import { newTally } from './tally.ts';

const DISTANCES = [10, 25, 50];
/** Of these kinds a count is for choosing one value in place of what is chosen; barriers add to what is chosen. */
const ALONE: readonly FilterKind[] = [
  'needs',
  'situations',
  'groups',
  'features',
  'languages',
  'languageModes',
  'isOpenNow',
  'isRemote',
  'isFree',
  'near',
];

interface Context {
  readonly query: Query;
  readonly now: Now;
  readonly codes: readonly string[];
}

/**
 * For every kind and value, how many services there would be if it were chosen. A value that is absent has none.
 * `languages` has every code that a service names, its base language, and those of the query.
 */
export function countsOf(candidates: readonly Candidate[], context: Context): Answer['counts'] {
  const { query } = context;
  const counts: Partial<Record<FilterKind, Answer['counts'][FilterKind]>> = {};
  for (const kind of [...ALONE, 'barriers'] as const) {
    const tally = newTally(query.isStatusSafe);
    const misfit = kind === 'languageModes' ? 'languages' : kind;
    for (const candidate of candidates) {
      const isCounted = candidate.misfit === null || (candidate.misfit === misfit && kind !== 'barriers');
      if (!isCounted) continue;
      for (const value of VALUES[kind](candidate, context)) tally.add(value, candidate);
    }
    counts[kind] = tally.counts;
  }
  return counts as Answer['counts'];
}

type Values = (candidate: Candidate, context: Context) => readonly string[];

const VALUES: Readonly<Record<FilterKind, Values>> = {
  needs: ({ entry }) => entry.row.needs,
  situations: ({ entry }) => entry.row.situations ?? [],
  groups: ({ entry }) => GROUPS.filter((group) => servesGroup(entry.row, group)),
  features: ({ entry }) => entry.row.features ?? [],
  languages: ({ entry }, { query, codes }) => languagesOf(entry, query, codes),
  languageModes: ({ entry }, { query }) =>
    LANGUAGE_MODES.filter((mode) => speaks(entry.languages, lowered(query.languages), [mode])),
  barriers: ({ entry }) => BARRIERS.filter((barrier) => !entry.row.asksFor?.includes(barrier)),
  isOpenNow: ({ entry }, { now }) => flag(isOpen(entry, now.instant)),
  isRemote: ({ entry }) => flag(entry.isRemote),
  isFree: ({ entry }) => flag(entry.row.isFree === true),
  near: ({ nearness }, { query }) =>
    query.near ? DISTANCES.filter((km) => isWithin(nearness, km)).map(String) : [],
};

function languagesOf(entry: Entry, query: Query, codes: readonly string[]): readonly string[] {
  const spoken = entry.languages.filter(
    ({ mode }) =>
      query.languageModes.length === 0 || (query.languageModes as readonly string[]).includes(mode),
  );
  if (spoken.length === 0) return [];
  if (spoken.some(({ code }) => code === '*')) return codes;
  return codes.filter((wanted) => spoken.some(({ code }) => isSameLanguage(code, wanted.toLowerCase())));
}

function flag(isSo: boolean): readonly string[] {
  return isSo ? ['true'] : [];
}

function lowered(codes: readonly string[]): string[] {
  return codes.map((code) => code.toLowerCase());
}
