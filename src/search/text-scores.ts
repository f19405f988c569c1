import { allOf, type Bits, forEachBit, hasBit, setBit, wordsFor } from './bits.ts';
import { anyOf } from './counters.ts';
import { WEIGHTS } from './index-format.ts';
import type { OpenedIndex } from './open-index.ts';
import type { Query } from './query.ts';
import { answeringTerms, BEST_LIKENESS } from './terms.ts';
import { formsOf, TEXT_LIMIT, termsOf } from './words.ts';

/** A service that meets a need which the text names counts as much as one with a word of it at the start of its name. */
const NAMED_NEED_SCORE = (Math.max(...WEIGHTS) * BEST_LIKENESS * 3) / 4;

export interface TextScores {
  /** Those that have every word, or meet a need that the text names. */
  readonly bits: Bits;
  /** What each of them scores; of others it says nothing. */
  readonly scores: Uint16Array;
}

/** What each listing scores for the query's text; null where the text asks nothing. */
export function textScores(index: OpenedIndex, query: Pick<Query, 'text' | 'textNeeds'>): TextScores | null {
  const words = termsOf(query.text.slice(0, TEXT_LIMIT));
  if (words.length === 0 && query.textNeeds.length === 0) return null;
  const scores = new Uint16Array(index.count);
  const bits = words.length > 0 ? scoreAll(index, words, scores) : new Uint32Array(wordsFor(index.count));
  forEachBit(anyOf(index, 'needs', query.textNeeds), (listing) => {
    scores[listing] = (hasBit(bits, listing) ? (scores[listing] as number) : 0) + NAMED_NEED_SCORE;
    setBit(bits, listing);
  });
  return { bits, scores };
}

/** Those that have every word; each is looked for only where the ones before it are. */
function scoreAll(index: OpenedIndex, words: readonly string[], scores: Uint16Array): Bits {
  let alive = allOf(index.count);
  for (const word of words) {
    const best = new Uint8Array(index.count);
    for (const [term, likeness] of answeringTerms(index, formsOf(word))) {
      raise(index, term, likeness, { alive, best });
    }
    alive = new Uint32Array(alive.length);
    for (let listing = 0; listing < best.length; listing++) {
      if (best[listing] === 0) continue;
      (scores[listing] as number) += best[listing] as number;
      setBit(alive, listing);
    }
  }
  return alive;
}

/** Reads a term's postings: seven bits a byte; a step to the next listing times four, and the weight of the field. */
function raise(
  { count, postings, postingSizes, postingStarts }: OpenedIndex,
  term: number,
  likeness: number,
  { alive, best }: { readonly alive: Bits; readonly best: Uint8Array },
): void {
  const end = (postingStarts[term] as number) + (postingSizes[term] as number);
  let listing = -1;
  for (let at = postingStarts[term] as number; at < end && listing < count; ) {
    let byte = postings[at++] as number;
    let posting = byte & 0x7f;
    for (let shift = 7; byte > 0x7f && at < end; shift += 7) {
      byte = postings[at++] as number;
      posting |= (byte & 0x7f) << shift;
    }
    listing += (posting >>> 2) + 1;
    const score = (WEIGHTS[posting & 3] ?? 0) * likeness;
    // Beyond the end both reads are undefined, and nothing is written.
    if (score > (best[listing] as number) && hasBit(alive, listing)) best[listing] = score;
  }
}
