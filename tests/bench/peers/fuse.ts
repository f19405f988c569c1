import Fuse from 'fuse.js';
import { ByHand } from '../search/by-hand.ts';
import { type Documents, documentsOf } from '../search/documents.ts';
import { type Engine, fromBytes, toBytes } from '../search/engine.ts';
import { type JoinedTexts, joinedTexts, scoreOf, splitTexts, wantedTerms } from '../search/text.ts';

interface Content {
  readonly documents: Documents;
  readonly texts: readonly JoinedTexts[];
  readonly index: unknown;
}

const KEYS = ['name', 'other', 'description'];
const OPTIONS = {
  keys: KEYS,
  // One mistake, or a swap (two to Fuse), in a word of five letters.
  threshold: 0.4,
  ignoreLocation: true,
  isCaseSensitive: true,
  shouldSort: false,
  useExtendedSearch: true,
};

/** Fuse finds a word anywhere in a text, also inside another word; what it found is read again by hand. */
export const engine: Engine = {
  build(listings) {
    const texts = joinedTexts(listings);
    const index = Fuse.createIndex(KEYS, texts).toJSON();
    return toBytes({ documents: documentsOf(listings), texts, index } satisfies Content);
  },
  open(bytes) {
    const { documents, texts, index } = fromBytes<Content>(bytes);
    const fuse = new Fuse(texts, OPTIONS, Fuse.parseIndex(index));
    const byHand = new ByHand(documents);
    return {
      ask(question) {
        const scores = foundWords(fuse, texts, question.query.text);
        return byHand.answer(question, byHand.candidates(question, scores?.keys() ?? null), scores);
      },
    };
  },
};

function foundWords(
  fuse: Fuse<JoinedTexts>,
  texts: readonly JoinedTexts[],
  text: string,
): Map<number, number> | null {
  const wanted = wantedTerms(text);
  if (wanted.length === 0) return null;
  // A word a time: words of one question may be in different fields of a listing.
  const found = wanted.map((term) => new Set(fuse.search(term).map(({ refIndex }) => refIndex)));
  const [first = new Set<number>(), ...others] = found;
  const scores = new Map<number, number>();
  for (const number of first) {
    if (!others.every((one) => one.has(number))) continue;
    const score = scoreOf(wanted, splitTexts(texts[number] as JoinedTexts));
    if (score !== null) scores.set(number, score);
  }
  return scores;
}
