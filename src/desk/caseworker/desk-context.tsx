import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import type { DirectoryClient, DirectoryState } from '../../page/directory-client.ts';
import { type Caseload, type CaseloadState, NO_CASES } from './caseload/caseload.ts';
import type { Cases, Client } from './caseload/cases.ts';
import { casesOf } from './caseload/cases-of.ts';
import type { Workspace, WorkspaceStore } from './workspace.ts';

interface DeskContext {
  readonly workspace: WorkspaceStore;
  readonly client: DirectoryClient;
  readonly caseload: Caseload;
  readonly changeLanguage: (language: string) => Promise<void>;
}

const Context = createContext<DeskContext | null>(null);
export const DeskProvider = Context.Provider;

export function useDesk(): DeskContext {
  const context = use(Context);
  if (!context) throw new Error('desk: a screen outside of the provider');
  return context;
}

export function useWorkspace(): Workspace {
  const { workspace } = useDesk();
  return useSyncExternalStore(workspace.subscribe, workspace.get);
}

export function useDirectory(): DirectoryState {
  const { client } = useDesk();
  return useSyncExternalStore(client.subscribe, client.get);
}

export function useCaseload(): CaseloadState {
  const { caseload } = useDesk();
  return useSyncExternalStore(caseload.subscribe, caseload.get);
}

/** What is kept of the real work, or of practice while somebody practises, and nothing while it is locked. */
export function useCases(): Cases {
  const state = useCaseload();
  const { practice } = useWorkspace();
  const isPractice = practice !== null;
  const cases = state.phase === 'open' ? state.cases : NO_CASES;
  return useMemo(() => casesOf(cases, isPractice), [cases, isPractice]);
}

/** The client who is worked with, if one who is kept. */
export function useClient(): Client | null {
  const { client } = useWorkspace();
  return useCases().clients.find(({ id }) => id === client) ?? null;
}
