import type { SearchIndex } from './open-index.ts';
import type { Query } from './query.ts';
import { BEST_TERM, scoresOf, type TermIndex, termIndexOf } from './term-index.ts';
import { TEXT_LIMIT, termsOf } from './words.ts';

/** A service that meets a need which the text names counts as much as one with a word of it at the start of its name. */
const NAMED_NEED_SCORE = (BEST_TERM * 3) / 4;

const termIndexes = new WeakMap<SearchIndex, TermIndex>();

/**
 * What each entry (by its number) scores for the query's text; null where the text asks nothing. An entry must have
 * every word, or meet a need that the text names.
 */
export function textScores(
  index: SearchIndex,
  query: Pick<Query, 'text' | 'textNeeds'>,
): Map<number, number> | null {
  const terms = termsOf(query.text.slice(0, TEXT_LIMIT));
  if (terms.length === 0 && query.textNeeds.length === 0) return null;
  const scores = terms.length > 0 ? scoresOfAll(terms, index) : new Map<number, number>();
  if (query.textNeeds.length > 0) {
    index.entries.forEach(({ row }, number) => {
      if (!query.textNeeds.some((need) => row.needs.includes(need))) return;
      scores.set(number, (scores.get(number) ?? 0) + NAMED_NEED_SCORE);
    });
  }
  return scores;
}

function scoresOfAll(terms: readonly string[], index: SearchIndex): Map<number, number> {
  const termIndex = termIndexes.get(index) ?? termIndexOf(index.entries);
  termIndexes.set(index, termIndex);
  let scores: Map<number, number> | null = null;
  for (const term of terms) {
    const found = scoresOf(term, termIndex);
    scores = scores ? sumWhereBoth(scores, found) : found;
    if (scores.size === 0) break;
  }
  return scores ?? new Map();
}

function sumWhereBoth(one: Map<number, number>, other: Map<number, number>): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [number, score] of one) {
    const more = other.get(number);
    if (more !== undefined) sums.set(number, score + more);
  }
  return sums;
}
