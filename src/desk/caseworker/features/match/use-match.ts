import { useEffect, useState } from 'react';
import type { Problem } from '../../../../page/directory-client.ts';
import { EMPTY_QUERY } from '../../../../search/query.ts';
import { useDesk, useDirectory, useWorkspace } from '../../desk-context.tsx';
import { type Match, match } from '../../domain/match.ts';
import { canBeMatched, findingQuery } from '../../domain/profile.ts';
import { findIn, scopesOf } from './find-in.ts';
import { shelfOf } from './listing-shelf.ts';

/** More services of one need than any region has today; beyond it nobody is called the only one. */
const MOST_CANDIDATES = 2000;
const MINUTE = 60_000;
/** As many as one list may have. */
const MOST_READ_AHEAD = 20_000;
/** Not in the way of the first question of somebody who is fast. */
const READ_AHEAD_AFTER_MS = 500;

export interface Matched {
  readonly match: Match | null;
  readonly instant: number;
  readonly problem: Problem | null;
  /** Whether `match` has all that was found. */
  readonly isWhole: boolean;
  /** The list that each service is in; null for a national line. */
  readonly regionOf: ReadonlyMap<string, string | null>;
}

const NOTHING = { problem: null, isWhole: true, regionOf: new Map<string, string | null>() } as const;

/**
 * The engine finds, the records say why. Asked again every minute, because space and opening go stale; the last answer
 * stays until the next is there.
 */
export function useMatch(): Matched {
  const { client } = useDesk();
  const { directory } = useDirectory();
  const { profile, words, regions } = useWorkspace();
  const [state, setState] = useState<Matched>(() => ({
    match: null,
    instant: Date.now(),
    ...NOTHING,
  }));
  const [tick, setTick] = useState(0);

  useEffect(() => {
    const timer = setInterval(() => setTick((count) => count + 1), MINUTE);
    return () => clearInterval(timer);
  }, []);

  useReadingAhead();

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tick` asks again when a minute has passed
  useEffect(() => {
    const instant = Date.now();
    if (!directory || !canBeMatched(profile, words.text))
      return setState({ match: null, instant, ...NOTHING });
    let isCurrent = true;
    const answerTo = async (): Promise<Matched> => {
      const found = await findIn(client, directory, {
        kind: 'search',
        scopes: scopesOf(regions, directory),
        query: findingQuery(profile, words),
        moment: { instant, limit: MOST_CANDIDATES },
      });
      if (!found.ok) return { match: null, instant, ...NOTHING, problem: found.problem };
      const { regionOf, isWhole } = found.value;
      return { match: match(profile, found.value, instant), instant, problem: null, isWhole, regionOf };
    };
    void answerTo().then((next) => {
      if (isCurrent) setState(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, directory, profile, words, regions, tick]);
  return state;
}

/** The records of the lists that are worked with, before the first question about them. */
function useReadingAhead(): void {
  const { client } = useDesk();
  const { directory } = useDirectory();
  const { regions } = useWorkspace();
  useEffect(() => {
    if (!directory) return;
    let isWanted = true;
    const readAhead = async () => {
      const moment = { instant: Date.now(), limit: MOST_READ_AHEAD };
      for (const scope of scopesOf(regions, directory)) {
        const found = await client.ask({ kind: 'search', scope, query: EMPTY_QUERY, moment });
        if (!found.ok || !isWanted) return;
        const ids = found.value.all.hits.map(({ id }) => id);
        await shelfOf(client).warm(directory, ids, () => isWanted);
      }
    };
    const timer = setTimeout(() => void readAhead(), READ_AHEAD_AFTER_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, directory, regions]);
}
