import { useEffect, useState } from 'react';
import type { Scope } from '../search/messages.ts';
import type { Answer, Query } from '../search/query.ts';
import type { Directory } from '../store/messages.ts';
import { useDirectory, useGuide, useSession } from './context.tsx';
import type { Problem } from './directory-client.ts';
import type { Place } from './session.ts';

const MINUTE = 60_000;

/** Where to look for a place: its own list and its country's national lines. */
export function scopeOf(place: Place | null, directory: Directory | null): Scope {
  if (!place || (!place.region && !place.country)) return { region: null, national: null };
  const region = directory?.regions.find(({ id }) => id === place.region);
  // Real numbers must never stand beside those of a made-up city.
  if (region?.kind === 'sample') return { region: region.id, national: [] };
  return { region: place.region, national: place.country ? [place.country] : null };
}

/** The question that the session holds, with the chosen town put in. */
export function queryOf(query: Query, place: Place | null): Query {
  const town = place?.town;
  if (!town) return query;
  const { latitude, longitude, name } = town;
  return { ...query, near: { point: { latitude, longitude }, areaName: name, withinKm: place.withinKm } };
}

interface AnswerState {
  readonly answer: Answer | null;
  readonly instant: number;
  /** Why there is no newer answer: the list could not be read. */
  readonly problem: Problem | null;
}

/**
 * The answer to the session's question, from the worker. The last one stays until the next is there, so that a list
 * never blinks; it is asked again every minute, because "open now" goes stale.
 */
export function useAnswer(limit: number): AnswerState {
  const { client } = useGuide();
  const { query, place } = useSession();
  const { directory } = useDirectory();
  const [state, setState] = useState<AnswerState>(() => ({
    answer: null,
    instant: Date.now(),
    problem: null,
  }));
  const [tick, setTick] = useState(0);

  useEffect(() => {
    const timer = setInterval(() => setTick((count) => count + 1), MINUTE);
    return () => clearInterval(timer);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tick` asks again when a minute has passed
  useEffect(() => {
    if (!directory) return;
    let isCurrent = true;
    const instant = Date.now();
    const scope = scopeOf(place, directory);
    void client
      .ask({ kind: 'search', scope, query: queryOf(query, place), moment: { instant, limit } })
      .then((outcome) => {
        if (!isCurrent) return;
        if (outcome.ok) setState({ answer: outcome.value, instant, problem: null });
        else setState((before) => ({ ...before, problem: outcome.problem }));
      });
    return () => {
      isCurrent = false;
    };
  }, [client, directory, query, place, limit, tick]);
  return state;
}
