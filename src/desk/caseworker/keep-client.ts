import type { Caseload } from './caseload/caseload.ts';
import type { Client } from './caseload/cases.ts';
import { forgetWork } from './lists.ts';
import type { ScreenName, Workspace, WorkspaceStore } from './workspace.ts';

/** Nothing of a client is on these: whoever is on one may stay. */
const OF_NOBODY: readonly ScreenName[] = ['lists', 'data'];

/**
 * Whatever is changed for a client who is kept is kept at once: a crash or a lock in the middle loses nothing. When the
 * vault locks, what is on the screens goes with it, whoever it was about. Gives a way to stop.
 */
export function keepClient(workspace: WorkspaceStore, caseload: Caseload): () => void {
  let wasOpen = false;
  const stopKeeping = workspace.subscribe(() => {
    const now = workspace.get();
    const kept = keptOf(caseload, now.client);
    if (!kept || isAsKept(kept, now)) return;
    const { profile, shortlist, regions } = now;
    void caseload.put('client', { ...kept, profile, shortlist, regions });
  });
  const stopWatching = caseload.subscribe(() => {
    const isOpen = caseload.get().phase === 'open';
    const { screen } = workspace.get();
    if (wasOpen && !isOpen) forgetWork(workspace, OF_NOBODY.includes(screen) ? screen : 'match');
    // One whose first keeping failed is not there after all: what was entered stays, as of somebody who is not kept.
    else if (isOpen && workspace.get().client !== null && !keptOf(caseload, workspace.get().client))
      workspace.set({ client: null });
    wasOpen = isOpen;
  });
  return () => {
    stopKeeping();
    stopWatching();
  };
}

function keptOf(caseload: Caseload, id: string | null): Client | undefined {
  const state = caseload.get();
  return state.phase === 'open' ? state.cases.clients.find((client) => client.id === id) : undefined;
}

/** By what they say: what was read again is another object that says the same. */
function isAsKept(kept: Client, now: Workspace): boolean {
  const partsOf = ({ profile, shortlist, regions }: Pick<Client, 'profile' | 'shortlist' | 'regions'>) =>
    JSON.stringify([
      Object.entries(profile).sort(([one], [other]) => (one < other ? -1 : 1)),
      shortlist,
      regions,
    ]);
  const isSame =
    kept.profile === now.profile && kept.shortlist === now.shortlist && kept.regions === now.regions;
  return isSame || partsOf(kept) === partsOf(now);
}
