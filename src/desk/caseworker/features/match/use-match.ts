import { useEffect, useState } from 'react';
import type { ShownListing } from '../../../../core/shown-listing.ts';
import type { Problem } from '../../../../page/directory-client.ts';
import type { Scope } from '../../../../search/messages.ts';
import type { Directory } from '../../../../store/messages.ts';
import { useDesk, useDirectory, useWorkspace } from '../../desk-context.tsx';
import { type Candidate, type Match, match } from '../../domain/match.ts';
import { canBeMatched, findingQuery } from '../../domain/profile.ts';

/** More services of one need than any region has today; beyond it nobody is called the only one. */
const MOST_CANDIDATES = 2000;
const MINUTE = 60_000;

export interface Matched {
  readonly match: Match | null;
  readonly instant: number;
  readonly problem: Problem | null;
}

/** Real numbers never stand beside those of a made-up city. */
function scopeOf(region: string | null, directory: Directory): Scope {
  const found = directory.regions.find(({ id }) => id === region);
  if (!found) return { region: null, national: null };
  return { region: found.id, national: found.kind === 'sample' ? [] : [found.country] };
}

/**
 * The engine finds, the records say why. Asked again every minute, because space and opening go stale; the last answer
 * stays until the next is there.
 */
export function useMatch(): Matched {
  const { client } = useDesk();
  const { directory } = useDirectory();
  const { profile, words, region } = useWorkspace();
  const [state, setState] = useState<Matched>(() => ({ match: null, instant: Date.now(), problem: null }));
  const [tick, setTick] = useState(0);

  useEffect(() => {
    const timer = setInterval(() => setTick((count) => count + 1), MINUTE);
    return () => clearInterval(timer);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tick` asks again when a minute has passed
  useEffect(() => {
    const instant = Date.now();
    if (!directory || !canBeMatched(profile, words.text))
      return setState({ match: null, instant, problem: null });
    let isCurrent = true;
    const answerTo = async () => {
      const found = await client.ask({
        kind: 'search',
        scope: scopeOf(region, directory),
        query: findingQuery(profile, words),
        moment: { instant, limit: MOST_CANDIDATES },
      });
      if (!found.ok) return { match: null, instant, problem: found.problem };
      const { hits, total } = found.value.all;
      const records = await client.ask({ kind: 'listings', ids: hits.map(({ id }) => id) });
      if (!records.ok) return { match: null, instant, problem: records.problem };
      const byId = new Map<string, ShownListing>(records.value.map((one) => [one.id, one]));
      const candidates = hits.flatMap((hit, order): Candidate[] => {
        const listing = byId.get(hit.id);
        return listing ? [{ listing, hit, order }] : [];
      });
      const isWhole = candidates.length === total;
      return { match: match(profile, { candidates, isWhole }, instant), instant, problem: null };
    };
    void answerTo().then((next) => {
      if (isCurrent) setState(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, directory, profile, words, region, tick]);
  return state;
}
