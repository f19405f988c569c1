import type { Instant, IsoDate } from '../core/dates.ts';
import type { Entry } from './entry.ts';
import { type Misfit, misfitsOf } from './matches.ts';
import { type Nearness, nearnessFrom } from './nearness.ts';
import type { SearchIndex } from './open-index.ts';
import type { Query } from './query.ts';
import { type StatusToday, statusToday } from './status-today.ts';
import { textScores } from './text-scores.ts';

/** A service that fits the query in everything, or in everything but one. */
export interface Candidate {
  readonly entry: Entry;
  /** The one thing that does not fit; null is a match. */
  readonly misfit: Misfit | null;
  readonly score: number;
  readonly nearness: Nearness;
  readonly status: StatusToday;
}

export interface Now {
  readonly instant: Instant;
  readonly today: IsoDate;
}

/** The matches, and those that one filter keeps out: all that an answer, its counts and its advice are made of. */
export function candidatesFor(index: SearchIndex, query: Query, now: Now): Candidate[] {
  const scores = textScores(index, query);
  const nearnessOf = nearnessFrom(query.near);
  const lowered = { ...query, languages: query.languages.map((code) => code.toLowerCase()) };
  return index.entries.flatMap((entry, number) => {
    const nearness = nearnessOf(entry.places);
    const misfits = misfitsOf(entry, lowered, { nearness, instant: now.instant });
    const score = scores ? scores.get(number) : 0;
    if (score === undefined) misfits.push('text');
    if (misfits.length > 1) return [];
    const status = statusToday(entry.row.status, now.today);
    return [{ entry, misfit: misfits[0] ?? null, score: score ?? 0, nearness, status }];
  });
}
