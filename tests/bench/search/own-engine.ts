import { buildSearchFiles } from '../../../src/search/build-index.ts';
import { openIndex } from '../../../src/search/open-index.ts';
import type { Answer, Hits } from '../../../src/search/query.ts';
import { search } from '../../../src/search/search.ts';
import type { Engine } from './engine.ts';
import { HITS, type Question, type Reply } from './question.ts';

const LENGTH_BYTES = 4;

/**
 * The project's engine, through its three functions and nothing else. It gives whole cards and advice as well. Its two files
 * are one here, behind four bytes with the length of the first.
 */
export const ownEngine: Engine = {
  build(listings) {
    const { index, cards } = buildSearchFiles(listings);
    const bytes = new Uint8Array(LENGTH_BYTES + index.length + cards.length);
    new DataView(bytes.buffer).setUint32(0, index.length);
    bytes.set(index, LENGTH_BYTES);
    bytes.set(cards, LENGTH_BYTES + index.length);
    return bytes;
  },
  open(bytes) {
    const end = LENGTH_BYTES + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const index = openIndex(bytes.slice(LENGTH_BYTES, end), bytes.slice(end));
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
