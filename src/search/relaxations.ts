import { type Bits, both, countOf } from './bits.ts';
import { type Matches, speaking } from './matches.ts';
import { FILTER_KINDS, type FilterKind, type Query, type Relaxation } from './query.ts';

/** Never who the person is or what happened to them: nobody is to be told that they would fit better as another. */
const NEVER: readonly FilterKind[] = ['groups', 'situations'];

/**
 * What to let go of, most helpful first: each filter with how many services there would be without it, where that is
 * more than now. With the status filter on, services that answer with a plain no are no help and are not counted.
 */
export function relaxationsOf(parts: readonly Matches[], query: Query): Relaxation[] {
  const now = parts.reduce((sum, part) => sum + listed(part, part.found, query), 0);
  const kinds = [...FILTER_KINDS.filter((kind) => !NEVER.includes(kind)), 'text' as const];
  return kinds
    .map((kind) => {
      const more = parts.map((part) => listed(part, keptOutBy(kind, part, query), query));
      return { kind, total: more.reduce((sum, number) => sum + number, now) };
    })
    .filter(({ total }) => total > now)
    .sort((a, b) => b.total - a.total);
}

function listed({ facts }: Matches, bits: Bits, { isStatusSafe }: Query): number {
  return countOf(bits) - (isStatusSafe ? countOf(bits, facts.status.refuses) : 0);
}

function keptOutBy(kind: Relaxation['kind'], { index, butFor, found }: Matches, query: Query): Bits {
  const { languages, languageModes: modes } = query;
  const nobody = new Uint32Array(found.length);
  if (kind !== 'languages' && kind !== 'languageModes') return butFor.get(kind) ?? nobody;
  // One misfit for two filters: letting go of either may be enough.
  const bits = butFor.get('languages') ?? nobody;
  const isSet = kind === 'languages' ? languages.length > 0 : modes.length > 0;
  if (!isSet) return nobody;
  const [others, ways] = kind === 'languages' ? [[], modes] : [languages, []];
  return others.length + ways.length === 0 ? bits : both(bits, speaking(index, others, ways));
}
