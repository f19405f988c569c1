import { createContext, use, useSyncExternalStore } from 'react';
import type { StaffDeskState } from './kept/desk-state.ts';
import type { StaffDesk } from './kept/staff-desk.ts';
import type { Workspace, WorkspaceStore } from './workspace.ts';

interface VolunteerContext {
  readonly workspace: WorkspaceStore;
  readonly desk: StaffDesk;
  readonly changeLanguage: (language: string) => Promise<void>;
}

const Context = createContext<VolunteerContext | null>(null);
export const VolunteerProvider = Context.Provider;

export function useVolunteer(): VolunteerContext {
  const context = use(Context);
  if (!context) throw new Error('desk: a screen outside of the provider');
  return context;
}

export function useWorkspace(): Workspace {
  const { workspace } = useVolunteer();
  return useSyncExternalStore(workspace.subscribe, workspace.get);
}

export function useStaffDesk(): StaffDeskState {
  const { desk } = useVolunteer();
  return useSyncExternalStore(desk.subscribe, desk.get);
}
