import { EMPTY_PROFILE } from './domain/profile.ts';
import { takenBack } from './domain/undo.ts';
import { startNewClient, type WorkspaceStore } from './workspace.ts';

// Whatever changes several things at once, and can be taken back (C13).

/** Those that are not on the shortlist yet, at its end. */
export function shortlistAll(workspace: WorkspaceStore, ids: readonly string[]): void {
  const { shortlist } = workspace.get();
  const added = ids.filter((id) => !shortlist.includes(id));
  workspace.set({ shortlist: [...shortlist, ...added], chosen: [], undo: { kind: 'added', ids: added } });
}

export function emptyShortlist(workspace: WorkspaceStore): void {
  const { shortlist } = workspace.get();
  workspace.set({ shortlist: [], undo: { kind: 'emptied', ids: shortlist } });
}

export function chooseNone(workspace: WorkspaceStore): void {
  const { chosen } = workspace.get();
  workspace.set({ chosen: [], undo: { kind: 'unchosen', ids: chosen } });
}

/** Somebody new. Where somebody else was on the screens, it can be taken back: a single key does this. */
export function startAnew(workspace: WorkspaceStore): void {
  const { client, profile, shortlist } = workspace.get();
  const wasSomebody = client !== null || profile !== EMPTY_PROFILE || shortlist.length > 0;
  startNewClient(workspace);
  if (wasSomebody) workspace.set({ undo: { kind: 'started-anew', before: { client, profile, shortlist } } });
}

export function takeBack(workspace: WorkspaceStore): void {
  const { undo } = workspace.get();
  if (undo) workspace.set({ ...takenBack(undo, workspace.get()), undo: null });
}
