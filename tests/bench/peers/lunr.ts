import lunr, { type Clauses, type Index } from 'lunr';
import { ByHand } from '../search/by-hand.ts';
import { type Documents, documentsOf } from '../search/documents.ts';
import { type Engine, fromBytes, toBytes } from '../search/engine.ts';
import { FIELDS, joinedTexts, mayHaveMistake, scoreOfMatches, wantedTerms } from '../search/text.ts';

interface Content {
  readonly documents: Documents;
  readonly index: unknown;
}

/** Words by Lunr, a question a word, because it cannot say "this or its like, and that or its like"; the rest by hand. */
export const engine: Engine = {
  build(listings) {
    const builder = new lunr.Builder();
    builder.pipeline.reset();
    builder.searchPipeline.reset();
    builder.ref('number');
    for (const field of FIELDS) builder.field(field);
    joinedTexts(listings).forEach((texts, number) => {
      builder.add({ number, ...texts });
    });
    return toBytes({ documents: documentsOf(listings), index: builder.build().toJSON() } satisfies Content);
  },
  open(bytes) {
    const { documents, index: content } = fromBytes<Content>(bytes);
    const index = lunr.Index.load(content);
    const byHand = new ByHand(documents);
    return {
      ask(question) {
        const scores = foundWords(index, question.query.text);
        return byHand.answer(question, byHand.candidates(question, scores?.keys() ?? null), scores);
      },
    };
  },
};

function foundWords(index: Index, text: string): Map<number, number> | null {
  let scores: Map<number, number> | null = null;
  for (const term of wantedTerms(text)) {
    const found = new Map<number, number>();
    for (const { ref, matchData } of index.query((clauses) => askFor(term, clauses))) {
      const matches = Object.entries(matchData.metadata).map(
        ([word, fields]) => [word, Object.keys(fields)] as const,
      );
      const score = scoreOfMatches([term], matches);
      const before = scores ? scores.get(Number(ref)) : 0;
      if (score !== null && before !== undefined) found.set(Number(ref), before + score);
    }
    scores = found;
  }
  return scores;
}

function askFor(term: string, clauses: Clauses): void {
  clauses.term(term, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
  if (mayHaveMistake(term)) clauses.term(term, { usePipeline: false, editDistance: 1 });
}
