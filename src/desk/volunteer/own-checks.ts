import type { Check } from '../../core/edits/edit.ts';
import type { StaffDeskState } from './kept/desk-state.ts';

/** Every check that is known here: the server's, those it has of ours since, and those it does not have yet. */
export function knownChecks({ work, done, outbox }: StaffDeskState): Check[] {
  const all: readonly Check[] = [...work.checks, ...done, ...waitingChecks(outbox)];
  return [...new Map(all.map((check) => [check.id, check])).values()];
}

/** This volunteer's alone. */
export function ownChecks({ work, done, outbox }: StaffDeskState): Check[] {
  const all: readonly Check[] = [
    ...work.checks.filter(({ isMine }) => isMine),
    ...done,
    ...waitingChecks(outbox),
  ];
  return [...new Map(all.map((check) => [check.id, check])).values()];
}

function waitingChecks(outbox: StaffDeskState['outbox']): Check[] {
  return outbox.flatMap((entry) => (entry.kind === 'check' ? entry.check : []));
}
