import type { Query } from '../../search/query.ts';
import type { Directory, Theme } from '../../store/messages.ts';
import { MOST_COMPARED } from './domain/compare.ts';
import { EMPTY_PROFILE, type Profile } from './domain/profile.ts';

// What a caseworker is doing, in memory only: nothing of it is in the address, the history or any storage. What is to
// be kept of a client lies in the vault alone.

export type ScreenName = 'match' | 'compare' | 'lists';

export interface Workspace {
  readonly screen: ScreenName;
  /** The region whose list is searched, with its country's national lines. */
  readonly region: string | null;
  readonly profile: Profile;
  /** What was typed to narrow the list, and the needs that it names. */
  readonly words: Pick<Query, 'text' | 'textNeeds'>;
  /** A service that is read, in the place of the list. */
  readonly opened: string | null;
  /** Chosen to be compared, at most four. */
  readonly compared: readonly string[];
  readonly language: string;
  readonly theme: Theme;
  /** Single keys do something (WCAG 2.1.4: they can be turned off). */
  readonly hasShortcuts: boolean;
}

export interface WorkspaceStore {
  get(): Workspace;
  subscribe(listener: () => void): () => void;
  set(change: Partial<Workspace>): void;
}

const NOBODY = {
  profile: EMPTY_PROFILE,
  words: { text: '', textNeeds: [] },
  opened: null,
  compared: [],
} as const satisfies Partial<Workspace>;

export function createWorkspace(language: string): WorkspaceStore {
  let workspace: Workspace = {
    ...NOBODY,
    screen: 'match',
    region: null,
    language,
    theme: 'auto',
    hasShortcuts: true,
  };
  const listeners = new Set<() => void>();
  return {
    get: () => workspace,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(change) {
      workspace = { ...workspace, ...change };
      for (const listener of listeners) listener();
    },
  };
}

/** Begins with somebody new: nothing of the client before is left in the form or the list. */
export function startNewClient(workspace: WorkspaceStore): void {
  workspace.set({ ...NOBODY, screen: 'match' });
}

export function chooseCompared(workspace: WorkspaceStore, ids: readonly string[]): void {
  workspace.set({ compared: ids.slice(0, MOST_COMPARED) });
}

/** The only list of a region on this device is the one that is worked with; with none there is one to get first. */
export function takeUpLists(workspace: WorkspaceStore, { regions }: Directory): void {
  const here = regions.filter(({ kind, installed }) => kind !== 'world' && installed);
  const region = here.length === 1 ? (here[0]?.id ?? null) : null;
  workspace.set({ region, screen: here.length === 0 ? 'lists' : 'match' });
}
