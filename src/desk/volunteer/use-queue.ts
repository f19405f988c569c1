import { useMemo, useState } from 'react';
import { dayOf, type Instant } from '../../core/dates.ts';
import { coverageOf } from '../../core/edits/coverage.ts';
import type { Check } from '../../core/edits/edit.ts';
import { type QueueRow, queueOf } from '../../core/edits/queue.ts';
import { useStaffDesk } from './desk-context.tsx';
import type { KeptListing } from './kept/desk-database.ts';
import { knownChecks } from './own-checks.ts';
import { isWanted } from './setting.ts';

export interface QueuedListing {
  readonly row: QueueRow;
  readonly kept: KeptListing;
}

/** What is to be done, most pressing first (V4). Worked out when the listings change, not at every answer. */
export function useQueue(checks: readonly Check[], now: Instant): readonly QueuedListing[] {
  const { directory, work, preferences, me } = useStaffDesk();
  const shown = useMemo(() => [...directory.values()], [directory]);
  const soles = useMemo(
    () =>
      coverageOf(
        shown.map(({ listing }) => listing),
        dayOf(now),
      ).soles,
    [shown, now],
  );
  return useMemo(() => {
    const wanted = shown.filter((one) => isWanted(one, preferences, me?.regions ?? []));
    const rows = queueOf(
      { listings: wanted.map(({ listing }) => listing), checks, reports: work.reports, soles },
      now,
    );
    return rows.flatMap((row) => {
      const kept = directory.get(row.listingId);
      return kept ? { row, kept } : [];
    });
  }, [shown, soles, directory, work, preferences, me, checks, now]);
}

/** What is known of checks when a screen opens: the order of its rows holds while somebody works through them. */
export function useChecksAtFirst(): { readonly checks: readonly Check[]; readonly now: Instant } {
  const state = useStaffDesk();
  const { directory, work } = state;
  const [first, setFirst] = useState(() => ({ directory, work, ...momentOf(state) }));
  if (first.directory === directory && first.work === work) return first;
  const next = { directory, work, ...momentOf(state) };
  setFirst(next);
  return next;
}

function momentOf(state: Parameters<typeof knownChecks>[0]): { checks: Check[]; now: Instant } {
  return { checks: knownChecks(state), now: Date.now() };
}
