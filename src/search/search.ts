import type { StatusGroup } from '../core/eligibility.ts';
import { type Bits, both, countOf, without } from './bits.ts';
import { anyOf } from './counters.ts';
import { countsOf } from './counts.ts';
import { factsAt } from './facts-today.ts';
import { hitOf } from './hit.ts';
import { languageCodesOf } from './language-codes.ts';
import { type Matches, matchesOf } from './matches.ts';
import type { SearchIndex } from './open-index.ts';
import { firstOf, type Sets } from './order.ts';
import type { Answer, Hit, Moment, Query } from './query.ts';
import { relaxationsOf } from './relaxations.ts';

/**
 * Everything the directory answers to a question at a moment. The same index, query and moment give the same answer
 * whatever the order in which listings came. Status parts the matches and never makes one.
 */
export function search(index: SearchIndex, query: Query, { instant, limit }: Moment): Answer {
  const parts = index.parts.map((part) => matchesOf(part, query, factsAt(part.index, instant)));
  const of = (bitsOf: (part: Matches) => Bits): Sets => parts.map((part) => ({ part, bits: bitsOf(part) }));
  const group = (status: StatusGroup) => of(({ found, facts }) => both(found, facts.status[status]));
  // A service is in the list of all and in one of the others.
  const made = new Map<Matches, Map<number, Hit>>(parts.map((part) => [part, new Map()]));
  const first = (sets: Sets, isAskGroup = false) =>
    firstOf(sets, limit, { query, isAskGroup }).map((ranked) => {
      const known = made.get(ranked.part)?.get(ranked.listing);
      const hit = known ?? hitOf(ranked, query, instant);
      made.get(ranked.part)?.set(ranked.listing, hit);
      return hit;
    });
  const hitsOf = (sets: Sets, isAskGroup = false) => ({ total: sizeOf(sets), hits: first(sets, isAskGroup) });
  const { closestStatus } = query;
  // Those with conditions that name the status which is closest to hers. It is still not a yes.
  const named = (part: Matches) =>
    anyOf(part.index, 'accepts', closestStatus === null ? [] : [closestStatus]);
  const conditional = group('conditional');
  const naming = conditional.map(({ part, bits }) => ({ part, bits: both(bits, named(part)) }));
  const others = conditional.map(({ part, bits }) => ({ part, bits: without(bits, named(part)) }));
  return {
    all: hitsOf(of(({ found }) => found)),
    confirmed: hitsOf(group('confirmed')),
    ask: hitsOf(group('ask'), true),
    conditional: {
      total: sizeOf(conditional),
      hits: [...first(naming), ...first(others)].slice(0, Math.max(0, limit)),
    },
    naming: sizeOf(naming),
    refused: sizeOf(group('refuses')),
    counts: countsOf(parts, { query, codes: languageCodesOf(index, query) }),
    relax: relaxationsOf(parts, query),
  };
}

function sizeOf(sets: Sets): number {
  return sets.reduce((sum, { bits }) => sum + countOf(bits), 0);
}
