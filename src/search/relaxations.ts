import type { Candidate } from './candidate.ts';
import { speaks } from './languages.ts';
import { FILTER_KINDS, type FilterKind, type Query, type Relaxation } from './query.ts';

/** Never who the person is or what happened to them: nobody is to be told that they would fit better as another. */
const NEVER: readonly FilterKind[] = ['groups', 'situations'];

/**
 * What to let go of, most helpful first: each filter with how many services there would be without it, where that is
 * more than now. With the status filter on, services that answer with a plain no are no help and are not counted.
 */
export function relaxationsOf(candidates: readonly Candidate[], query: Query): Relaxation[] {
  const listed = candidates.filter(({ status }) => !query.isStatusSafe || status.group !== 'refuses');
  const now = listed.filter(({ misfit }) => misfit === null).length;
  const kinds = [...FILTER_KINDS.filter((kind) => !NEVER.includes(kind)), 'text' as const];
  return kinds
    .map((kind) => ({ kind, total: now + listed.filter((one) => isKeptOutBy(kind, one, query)).length }))
    .filter(({ total }) => total > now)
    .sort((a, b) => b.total - a.total);
}

function isKeptOutBy(kind: Relaxation['kind'], { misfit, entry }: Candidate, query: Query): boolean {
  if (misfit !== 'languages') return misfit === kind;
  // One misfit for two filters: letting go of either may be enough.
  const codes = query.languages.map((code) => code.toLowerCase());
  if (kind === 'languages') return codes.length > 0 && speaks(entry.languages, [], query.languageModes);
  return kind === 'languageModes' && query.languageModes.length > 0 && speaks(entry.languages, codes, []);
}
