import { startTransition, useEffect, useState } from 'react';
import type { Problem } from '../page/directory-client.ts';
import type { Scope } from '../search/messages.ts';
import type { Answer, Query } from '../search/query.ts';
import type { Directory } from '../store/messages.ts';
import { useDirectory, useGuide, useSession } from './context.tsx';
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
  const [state, setState] = useState<Asked>(() => ({
    asked: '',
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
    if (!directory || !hasSomethingToAsk(place, directory)) return;
    let isCurrent = true;
    const instant = Date.now();
    const scope = scopeOf(place, directory);
    const asked = listsAsked(scope, directory);
    void client
      .ask({ kind: 'search', scope, query: queryOf(query, place), moment: { instant, limit } })
      .then((outcome) => {
        if (!isCurrent) return;
        // In slices between which a letter or a finger is answered: ten cards at once held a slow phone for a third of a second.
        startTransition(() =>
          setState((before) =>
            outcome.ok
              ? { answer: outcome.value, instant, problem: null, asked }
              : afterProblem(before, outcome.problem, asked),
          ),
        );
      });
    return () => {
      isCurrent = false;
    };
  }, [client, directory, query, place, limit, tick]);
  return state;
}

/** Before a made-up city's list is here there is nothing to search, and "0 services" would be a lie about it. */
function hasSomethingToAsk(place: Place | null, directory: Directory): boolean {
  const { region, national } = scopeOf(place, directory);
  return national?.length !== 0 || directory.regions.some(({ id, installed }) => id === region && installed);
}

/** Which lists an answer was given from. */
function listsAsked(scope: Scope, { regions }: Directory): string {
  const version = regions.find(({ id }) => id === scope.region)?.installed?.version ?? 0;
  return JSON.stringify([scope, version]);
}

type Asked = AnswerState & { readonly asked: string };

/** An answer outlives a failure only where it is from the same lists: an older one would be told as theirs (ST-4). */
function afterProblem(before: Asked, problem: Problem, asked: string): Asked {
  return before.asked === asked ? { ...before, problem } : { ...before, answer: null, problem, asked };
}
