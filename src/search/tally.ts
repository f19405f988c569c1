import type { Candidate } from './candidate.ts';
import type { Count } from './query.ts';

/** Counts by value, in the columns that a person reads: sure, and to be asked. */
export interface Tally {
  add(value: string, candidate: Candidate): void;
  readonly counts: Readonly<Record<string, Count>>;
}

/** With the status filter on, only the confirmed are sure; conditional ones and a plain no are in neither column. */
export function newTally(isStatusSafe: boolean): Tally {
  const counts: Record<string, { sure: number; ask: number }> = Object.create(null);
  return {
    counts,
    add(value, { status }) {
      const column = columnOf(status.group, isStatusSafe);
      if (!column) return;
      counts[value] ??= { sure: 0, ask: 0 };
      counts[value][column]++;
    },
  };
}

function columnOf(group: Candidate['status']['group'], isStatusSafe: boolean): 'sure' | 'ask' | null {
  if (!isStatusSafe || group === 'confirmed') return 'sure';
  return group === 'ask' ? 'ask' : null;
}
