import type { Query } from '../../search/query.ts';
import type { Theme } from '../../store/messages.ts';
import { createObservable, type Observable } from '../shared/observable.ts';
import type { Client } from './caseload/cases.ts';
import { EMPTY_PROFILE, type Profile } from './domain/profile.ts';
import type { Undo } from './domain/undo.ts';
import { FIRST_CHOICES, type SheetChoices } from './sheets/sheet-choices.ts';

// What a caseworker is doing, in memory only: nothing of it is in the address, the history or any storage. What is to
// be kept of a client lies in the vault alone.

/** In the order of the bar. */
export const SCREENS = [
  'match',
  'compare',
  'sheet',
  'hand-over',
  'together',
  'log',
  'cards',
  'client',
  'lists',
  'data',
] as const;
export type ScreenName = (typeof SCREENS)[number];

export interface Workspace {
  readonly screen: ScreenName;
  /** The regions whose lists are searched together, with their countries' national lines. */
  readonly regions: readonly string[];
  /** Whose profile and shortlist these are; null for somebody who is not kept. */
  readonly client: string | null;
  /** Services for the client, in the worker's order: what sheets, codes and calls are made from. */
  readonly shortlist: readonly string[];
  readonly profile: Profile;
  /** What was typed to narrow the list, and the needs that it names. */
  readonly words: Pick<Query, 'text' | 'textNeeds'>;
  /** A service that is read, in the place of the list. */
  readonly opened: string | null;
  /** Chosen in the list, in the order of choosing: to be compared, or put on the shortlist together. */
  readonly chosen: readonly string[];
  /** What can be taken back, until something else is done that can be. */
  readonly undo: Undo | null;
  /** The real work, put aside while somebody practises with the made-up city; null while nobody does (C15). */
  readonly practice: Aside | null;
  /** The step of the tour that is shown. */
  readonly tour: number | null;
  readonly sheet: SheetChoices;
  readonly language: string;
  readonly theme: Theme;
  /** Single keys do something (WCAG 2.1.4: they can be turned off). */
  readonly hasShortcuts: boolean;
}

type Aside = Pick<Workspace, 'client' | 'shortlist' | 'profile' | 'words' | 'regions'>;

export type WorkspaceStore = Observable<Workspace>;

export const NOBODY = {
  client: null,
  shortlist: [],
  profile: EMPTY_PROFILE,
  words: { text: '', textNeeds: [] },
  opened: null,
  chosen: [],
  undo: null,
  sheet: FIRST_CHOICES,
} as const satisfies Partial<Workspace>;

export function createWorkspace(language: string): WorkspaceStore {
  return createObservable<Workspace>({
    ...NOBODY,
    screen: 'match',
    regions: [],
    practice: null,
    tour: null,
    language,
    theme: 'auto',
    hasShortcuts: true,
  });
}

/** Begins with somebody new: nothing of the client before is left in the form or the list, nor can it be brought back. */
export function startNewClient(workspace: WorkspaceStore, screen: ScreenName = 'match'): void {
  workspace.set({ ...NOBODY, screen });
}

/** Goes on with a client who is kept, where the worker left off. */
export function takeUpClient(workspace: WorkspaceStore, client: Client): void {
  const { id, profile, shortlist, regions } = client;
  const now = workspace.get();
  // One who is kept for practice is worked with in practice, and nobody else is (C15).
  const world = client.isPractice
    ? { practice: now.practice ?? asideOf(now) }
    : now.practice && { practice: null, tour: null, regions: now.practice.regions };
  // At once: between two changes the lists of the client before would be kept as this one's.
  workspace.set({
    ...NOBODY,
    ...world,
    client: id,
    profile,
    shortlist,
    ...(regions.length > 0 && { regions }),
  });
}

/** Puts a service on the shortlist, or takes it off. */
export function toggleShortlisted(workspace: WorkspaceStore, id: string): void {
  const { shortlist } = workspace.get();
  workspace.set({
    shortlist: shortlist.includes(id) ? shortlist.filter((one) => one !== id) : [...shortlist, id],
  });
}

/** What waits while somebody practises. */
export function asideOf({ client, shortlist, profile, words, regions }: Aside): Aside {
  return { client, shortlist, profile, words, regions };
}
