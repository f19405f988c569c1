import MiniSearch from 'minisearch';
import { ByHand } from '../search/by-hand.ts';
import { type Documents, documentsOf } from '../search/documents.ts';
import { type Engine, fromBytes, toBytes } from '../search/engine.ts';
import {
  FIELDS,
  joinedTexts,
  mayHaveMistake,
  scoreOfMatches,
  wantedTerms,
  withSwaps,
} from '../search/text.ts';

interface Content {
  readonly documents: Documents;
  readonly index: unknown;
}

const OPTIONS = {
  idField: 'number',
  fields: FIELDS,
  tokenize: (text: string) => text.split(' '),
  processTerm: (term: string) => term,
};

/** Words by MiniSearch; scores, filters, counts and order by hand. */
export const engine: Engine = {
  build(listings) {
    const index = new MiniSearch(OPTIONS);
    index.addAll(joinedTexts(listings).map((texts, number) => ({ number, ...texts })));
    return toBytes({ documents: documentsOf(listings), index: index.toJSON() } satisfies Content);
  },
  open(bytes) {
    const { documents, index: content } = fromBytes<Content>(bytes);
    const index = MiniSearch.loadJS(content, OPTIONS);
    const byHand = new ByHand(documents);
    return {
      ask(question) {
        const scores = foundWords(index, question.query.text);
        return byHand.answer(question, byHand.candidates(question, scores?.keys() ?? null), scores);
      },
    };
  },
};

/** Scores by the number of the document; null where no word is asked for. */
export function foundWords(index: MiniSearch, text: string): Map<number, number> | null {
  const wanted = wantedTerms(text);
  if (wanted.length === 0) return null;
  const found = index.search({ combineWith: 'AND', queries: wanted.map(anyForm) });
  const scores = new Map<number, number>();
  for (const { id, match } of found) {
    const score = scoreOfMatches(wanted, Object.entries(match));
    if (score !== null) scores.set(id, score);
  }
  return scores;
}

/** A swap is two mistakes to it, so the swapped words are asked for one by one: cheaper than two mistakes everywhere. */
function anyForm(term: string) {
  const like = { queries: [term], prefix: true, fuzzy: mayHaveMistake(term) ? 1 : (false as const) };
  const swaps = withSwaps(term);
  return { combineWith: 'OR' as const, queries: swaps.length > 0 ? [like, { queries: swaps }] : [like] };
}

export { MiniSearch, OPTIONS };
