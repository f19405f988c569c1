import type { Directory, RegionState } from '../../store/messages.ts';
import { tamed } from '../../ui/foreign-text.tsx';
import { asideOf, NOBODY, type ScreenName, startNewClient, type WorkspaceStore } from './workspace.ts';

// Which lists are worked with. A made-up city is for practice (C15): it never stands beside a real list, and whoever the
// real work is about waits aside meanwhile, in memory, and comes back with the real lists.

/** Every real list on this device (C14); the made-up city where there is no other; with none there is one to get first. */
export function takeUpLists(workspace: WorkspaceStore, directory: Directory): void {
  const here = directory.regions.filter(({ kind, installed }) => kind !== 'world' && installed);
  const real = here.filter(({ kind }) => kind === 'region');
  const ids = (real.length > 0 ? real : here).map(({ id }) => id);
  workWith(workspace, ids, samplesOf(directory));
  // Whoever practises again has seen the tour.
  workspace.set({ screen: ids.length === 0 ? 'lists' : 'match', tour: null });
}

/** Searches these lists from now on. Between real lists the client, the profile and the shortlist stay. */
export function workWith(
  workspace: WorkspaceStore,
  ids: readonly string[],
  samples: readonly string[],
): void {
  const now = workspace.get();
  const sample = ids.find((id) => samples.includes(id));
  if (sample === undefined && now.practice)
    workspace.set({ ...NOBODY, ...now.practice, regions: ids, practice: null, tour: null });
  else if (sample === undefined || now.practice) workspace.set({ regions: sample ? [sample] : ids });
  else workspace.set({ ...NOBODY, practice: asideOf(now), regions: [sample], tour: 0 });
}

/** One list more or fewer to search. A made-up city never stands beside a real one. */
export function toggleRegion(workspace: WorkspaceStore, id: string, samples: readonly string[]): void {
  const { regions } = workspace.get();
  const others = regions.filter((one) => one !== id && !samples.includes(one));
  workWith(workspace, regions.includes(id) ? others : [...others, id], samples);
}

/** Back to the real work, as it was left. */
export function endPractice(workspace: WorkspaceStore): void {
  const { practice } = workspace.get();
  if (!practice) return;
  workWith(workspace, practice.regions, []);
  if (practice.regions.length === 0) workspace.set({ screen: 'lists' });
}

/** What is on the screens and what waits aside, whoever it was about: for when the vault locks. */
export function forgetWork(workspace: WorkspaceStore, screen?: ScreenName): void {
  const { practice } = workspace.get();
  startNewClient(workspace, screen);
  if (practice) workspace.set({ practice: asideOf({ ...NOBODY, regions: practice.regions }) });
}

/** As the worker's language calls it. */
export function listName({ id, name }: RegionState, language: string): string {
  return tamed(name[language] ?? name.en ?? id);
}

export function samplesOf(directory: Directory | null): string[] {
  return directory?.regions.filter(({ kind }) => kind === 'sample').map(({ id }) => id) ?? [];
}
