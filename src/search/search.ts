import { dayOf } from '../core/dates.ts';
import type { StatusGroup } from '../core/eligibility.ts';
import { type Candidate, candidatesFor } from './candidate.ts';
import { countsOf } from './counts.ts';
import { hitOf } from './hit.ts';
import { languageCodesOf } from './language-codes.ts';
import type { SearchIndex } from './open-index.ts';
import { inOrder } from './order.ts';
import type { Answer, Hits, Moment, Query } from './query.ts';
import { relaxationsOf } from './relaxations.ts';

/**
 * Everything the directory answers to a question at a moment. The same index, query and moment give the same answer
 * whatever the order in which listings came. Status parts the matches and never makes one.
 */
export function search(index: SearchIndex, query: Query, moment: Moment): Answer {
  const now = { instant: moment.instant, today: dayOf(moment.instant) };
  const candidates = candidatesFor(index, query, now);
  const matches = candidates.filter(({ misfit }) => misfit === null);
  const all = inOrder(matches, { query, now, isAskGroup: false });
  const ofGroup = (group: StatusGroup) => all.filter(({ status }) => status.group === group);
  const hitsOf = (ordered: readonly Candidate[]): Hits => ({
    total: ordered.length,
    hits: ordered.slice(0, Math.max(0, moment.limit)).map((candidate) => hitOf(candidate, now)),
  });
  const conditional = ofGroup('conditional');
  const naming = conditional.filter((candidate) => isNaming(candidate, query));
  return {
    all: hitsOf(all),
    confirmed: hitsOf(ofGroup('confirmed')),
    ask: hitsOf(inOrder(ofGroup('ask'), { query, now, isAskGroup: true })),
    conditional: hitsOf([...naming, ...conditional.filter((candidate) => !isNaming(candidate, query))]),
    naming: naming.length,
    refused: ofGroup('refuses').length,
    counts: countsOf(candidates, { query, now, codes: languageCodesOf(index, query) }),
    relax: relaxationsOf(candidates, query),
  };
}

/** Whether a service with conditions names the status that is closest to hers. It is still not a yes. */
function isNaming({ entry }: Candidate, { closestStatus }: Query): boolean {
  return closestStatus !== null && (entry.row.status.accepts?.includes(closestStatus) ?? false);
}
