import { beforeEach, describe, expect, it } from 'vitest';
import type { Directory, RegionState } from '../../store/messages.ts';
import { EMPTY_PROFILE } from './domain/profile.ts';
import { endPractice, forgetWork, takeUpLists, toggleRegion, workWith } from './lists.ts';
import { createWorkspace, takeUpClient, type WorkspaceStore } from './workspace.ts';

const SAMPLES = ['sample'];
const PROFILE = { ...EMPTY_PROFILE, isStatusSafe: true };
const REAL = { client: 'one', profile: PROFILE, shortlist: ['a', 'b'], regions: ['gb'] };

let workspace: WorkspaceStore;
beforeEach(() => {
  workspace = createWorkspace('en');
});

const regionOf = (id: string, isHere: boolean): RegionState => ({
  id,
  kind: id === 'world' ? 'world' : id === 'sample' ? 'sample' : 'region',
  name: { en: id },
  country: 'GB',
  timezone: 'UTC',
  records: 1,
  length: 1,
  installed: isHere ? { version: 1, records: 1, savedOn: '2026-11-01', isSeed: false } : null,
  isListed: true,
});
const directoryOf = (here: readonly string[]) =>
  ({
    regions: ['gb', 'ke', 'sample', 'world'].map((id) => regionOf(id, here.includes(id))),
  }) as unknown as Directory;

describe('C14 the lists on this device', () => {
  it.each([
    [['world'], [], 'lists'],
    [['world', 'gb'], ['gb'], 'match'],
    [['world', 'gb', 'ke'], ['gb', 'ke'], 'match'],
    [['gb', 'sample'], ['gb'], 'match'],
    [['sample'], ['sample'], 'match'],
  ] as const)('%j: %j are searched at the start', (here, regions, screen) => {
    takeUpLists(workspace, directoryOf(here));
    expect(workspace.get()).toMatchObject({ regions, screen });
    expect(workspace.get().practice !== null).toBe((regions as readonly string[]).includes('sample'));
  });

  it('one more or fewer never loses the client, the profile or the shortlist', () => {
    workspace.set(REAL);
    toggleRegion(workspace, 'ke', SAMPLES);
    expect(workspace.get()).toMatchObject({ ...REAL, regions: ['gb', 'ke'] });
    toggleRegion(workspace, 'gb', SAMPLES);
    expect(workspace.get()).toMatchObject({ ...REAL, regions: ['ke'] });
    workWith(workspace, ['gb'], SAMPLES);
    expect(workspace.get()).toMatchObject(REAL);
  });
});

describe('C15 practice', () => {
  it('begins with nobody, whoever was worked with, and with the tour', () => {
    workspace.set(REAL);
    workWith(workspace, ['sample'], SAMPLES);
    expect(workspace.get()).toMatchObject({
      client: null,
      profile: EMPTY_PROFILE,
      shortlist: [],
      regions: ['sample'],
      tour: 0,
    });
  });

  it.each<[string, () => void, readonly string[]]>([
    ['is ended', () => endPractice(workspace), ['gb']],
    ['gives way to another list', () => workWith(workspace, ['ke'], SAMPLES), ['ke']],
    ['gives way to one more list', () => toggleRegion(workspace, 'ke', SAMPLES), ['ke']],
  ])('that %s brings the real work back as it was, and nothing of the practice', (_, end, regions) => {
    workspace.set(REAL);
    workWith(workspace, ['sample'], SAMPLES);
    workspace.set({ shortlist: ['made-up'], profile: { ...EMPTY_PROFILE, isFreeOnly: true } });
    end();
    expect(workspace.get()).toMatchObject({ ...REAL, regions, practice: null, tour: null });
  });

  it('never has a real list beside it', () => {
    workspace.set(REAL);
    workWith(workspace, ['gb', 'sample'], SAMPLES);
    expect(workspace.get().regions).toEqual(['sample']);
    workWith(workspace, ['ke', 'sample'], SAMPLES);
    expect(workspace.get().regions).toEqual(['sample']);
  });

  it('keeps nobody of the real work when the vault locks', () => {
    workspace.set(REAL);
    workWith(workspace, ['sample'], SAMPLES);
    forgetWork(workspace);
    expect(workspace.get().regions).toEqual(['sample']);
    endPractice(workspace);
    expect(workspace.get()).toMatchObject({
      client: null,
      profile: EMPTY_PROFILE,
      shortlist: [],
      regions: ['gb'],
    });
  });

  it('is over when a client who is kept is taken up, with the lists of before where she has none', () => {
    workspace.set(REAL);
    workWith(workspace, ['sample'], SAMPLES);
    const client = { id: 'two', profile: EMPTY_PROFILE, shortlist: ['c'], regions: [] };
    takeUpClient(workspace, client as unknown as Parameters<typeof takeUpClient>[1]);
    expect(workspace.get()).toMatchObject({
      client: 'two',
      shortlist: ['c'],
      regions: ['gb'],
      practice: null,
    });
  });

  it('goes on with one who is kept for practice, and begins with her where the real work was', () => {
    workspace.set(REAL);
    const made = { id: 'made', profile: EMPTY_PROFILE, shortlist: [], regions: ['sample'], isPractice: true };
    for (let turn = 0; turn < 2; turn++) {
      takeUpClient(workspace, made as unknown as Parameters<typeof takeUpClient>[1]);
      expect(workspace.get()).toMatchObject({ client: 'made', regions: ['sample'] });
    }
    endPractice(workspace);
    expect(workspace.get()).toMatchObject(REAL);
  });
});
