import { buildIndex } from '../../../src/search/build-index.ts';
import { openIndex } from '../../../src/search/open-index.ts';
import type { Answer, Hits } from '../../../src/search/query.ts';
import { search } from '../../../src/search/search.ts';
import type { Engine } from './engine.ts';
import { HITS, type Question, type Reply } from './question.ts';

/** The project's engine, through its three functions and nothing else. It gives whole cards and advice as well. */
export const ownEngine: Engine = {
  build: (listings) => buildIndex(listings),
  open(bytes) {
    const index = openIndex(bytes);
    if (!index.ok) throw new Error('bench: the index cannot be opened');
    return {
      ask: (question) =>
        replyOf(search(index.value, question.query, { instant: question.instant, limit: HITS }), question),
    };
  },
};

function replyOf(answer: Answer, { query }: Question): Reply {
  const part = ({ total, hits }: Hits) => ({ total, ids: hits.map(({ id }) => id) });
  const counts = Object.fromEntries(
    Object.entries(answer.counts).map(([kind, values]) => [
      kind,
      Object.fromEntries(
        Object.entries(values).map(([value, { sure, ask }]) => [value, [sure, ask] as const]),
      ),
    ]),
  );
  if (!query.isStatusSafe) return { parts: { all: part(answer.all) }, counts };
  const { confirmed, ask, conditional, refused } = answer;
  return {
    parts: { confirmed: part(confirmed), ask: part(ask), conditional: part(conditional) },
    refused,
    counts,
  };
}
