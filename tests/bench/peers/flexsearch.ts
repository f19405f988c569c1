import { Index } from 'flexsearch';
import { ByHand } from '../search/by-hand.ts';
import { type Documents, documentsOf } from '../search/documents.ts';
import { type Engine, fromBytes, toBytes } from '../search/engine.ts';
import { type JoinedTexts, joinedTexts, scoreOf, splitTexts, wantedTerms } from '../search/text.ts';

interface Content {
  readonly documents: Documents;
  readonly texts: readonly JoinedTexts[];
  readonly index: readonly (readonly [string, string])[];
}

const OPTIONS = { tokenize: 'forward', encode: (text: string) => text.split(' '), resolution: 1 } as const;

/** Whole words and beginnings by FlexSearch, which finds no word with a mistake; the rest by hand, scores from the text. */
export const engine: Engine = {
  build(listings) {
    const [index, texts] = [new Index(OPTIONS), joinedTexts(listings)];
    texts.forEach(({ name, other, description }, number) => {
      index.add(number, `${name} ${other} ${description}`);
    });
    const parts: [string, string][] = [];
    index.export((key, part) => parts.push([key, part]));
    return toBytes({ documents: documentsOf(listings), texts, index: parts } satisfies Content);
  },
  open(bytes) {
    const { documents, texts, index: parts } = fromBytes<Content>(bytes);
    const index = new Index(OPTIONS);
    for (const [key, part] of parts) index.import(key, part);
    const byHand = new ByHand(documents);
    return {
      ask(question) {
        const wanted = wantedTerms(question.query.text);
        if (wanted.length === 0) return byHand.answer(question, byHand.candidates(question, null), null);
        const scores = new Map<number, number>();
        for (const number of index.search(wanted.join(' '), { limit: texts.length }).map(Number)) {
          const score = scoreOf(wanted, splitTexts(texts[number] as JoinedTexts));
          if (score !== null) scores.set(number, score);
        }
        return byHand.answer(question, byHand.candidates(question, scores.keys()), scores);
      },
    };
  },
};
