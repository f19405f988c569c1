import { createContext, use, useSyncExternalStore } from 'react';
import type { DirectoryClient, DirectoryState } from '../../page/directory-client.ts';
import type { Workspace, WorkspaceStore } from './workspace.ts';

interface DeskContext {
  readonly workspace: WorkspaceStore;
  readonly client: DirectoryClient;
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
