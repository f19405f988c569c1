import { beforeEach, describe, expect, it } from 'vitest';
import { chooseNone, emptyShortlist, shortlistAll, startAnew, takeBack } from './bulk.ts';
import { EMPTY_PROFILE } from './domain/profile.ts';
import { createWorkspace, startNewClient, toggleShortlisted, type WorkspaceStore } from './workspace.ts';

let workspace: WorkspaceStore;
beforeEach(() => {
  workspace = createWorkspace('en');
});

describe('C13 what was done to several at once can be taken back', () => {
  it('those put on the shortlist together leave it, and those before stay', () => {
    workspace.set({ shortlist: ['a', 'b'], chosen: ['b', 'c', 'd'] });
    shortlistAll(workspace, ['b', 'c', 'd']);
    expect(workspace.get()).toMatchObject({ shortlist: ['a', 'b', 'c', 'd'], chosen: [] });
    takeBack(workspace);
    expect(workspace.get()).toMatchObject({ shortlist: ['a', 'b'], undo: null });
  });

  it('what was changed by hand since stays changed', () => {
    workspace.set({ shortlist: ['a'] });
    shortlistAll(workspace, ['b', 'c']);
    toggleShortlisted(workspace, 'a');
    toggleShortlisted(workspace, 'z');
    takeBack(workspace);
    expect(workspace.get().shortlist).toEqual(['z']);
  });

  it('an emptied shortlist comes back in its order, before what came since', () => {
    workspace.set({ shortlist: ['b', 'a'] });
    emptyShortlist(workspace);
    toggleShortlisted(workspace, 'c');
    takeBack(workspace);
    expect(workspace.get().shortlist).toEqual(['b', 'a', 'c']);
  });

  it('what was chosen is chosen again', () => {
    workspace.set({ chosen: ['a', 'b'] });
    chooseNone(workspace);
    expect(workspace.get().chosen).toEqual([]);
    takeBack(workspace);
    expect(workspace.get().chosen).toEqual(['a', 'b']);
  });

  it('a form emptied by one key is there again, whoever it was about', () => {
    const profile = { ...EMPTY_PROFILE, isStatusSafe: true };
    workspace.set({ client: 'one', profile, shortlist: ['a'] });
    startAnew(workspace);
    expect(workspace.get()).toMatchObject({ client: null, profile: EMPTY_PROFILE, shortlist: [] });
    takeBack(workspace);
    expect(workspace.get()).toMatchObject({ client: 'one', profile, shortlist: ['a'], undo: null });
  });

  it('an empty form emptied again offers nothing', () => {
    startAnew(workspace);
    expect(workspace.get().undo).toBeNull();
  });

  it('and never once somebody else is worked with', () => {
    workspace.set({ shortlist: ['a'] });
    emptyShortlist(workspace);
    startNewClient(workspace);
    takeBack(workspace);
    expect(workspace.get().shortlist).toEqual([]);
  });
});
