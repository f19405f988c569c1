import { ByHand } from './by-hand.ts';
import { type Documents, documentsOf } from './documents.ts';
import { type Engine, fromBytes, toBytes } from './engine.ts';
import { type JoinedTexts, joinedTexts, scoreOf, splitTexts, wantedTerms } from './text.ts';

interface Content {
  readonly documents: Documents;
  readonly texts: readonly JoinedTexts[];
}

/** No index at all: every document is read for every question. What the others are compared with. */
export const scan: Engine = {
  build(listings) {
    return toBytes({ documents: documentsOf(listings), texts: joinedTexts(listings) } satisfies Content);
  },
  open(bytes) {
    const { documents, texts } = fromBytes<Content>(bytes);
    const byHand = new ByHand(documents);
    return {
      ask(question) {
        const scores = scoresOf(question.query.text, texts);
        return byHand.answer(question, byHand.candidates(question, scores?.keys() ?? null), scores);
      },
    };
  },
};

function scoresOf(text: string, texts: readonly JoinedTexts[]): Map<number, number> | null {
  const wanted = wantedTerms(text);
  if (wanted.length === 0) return null;
  const scores = new Map<number, number>();
  texts.forEach((joined, number) => {
    const score = scoreOf(wanted, splitTexts(joined));
    if (score !== null) scores.set(number, score);
  });
  return scores;
}
